// Owns what stands where the desk would be, on a computer that serves a release made elsewhere. Knows no session.

import { OfficePage } from './office-page';

/** The whole page; nothing of the desk is there. */
export function DeskOff() {
  return (
    <OfficePage
      person={null}
      office={null}
      current={null}
      title="There is no desk here"
      lead="This computer shows voters a list that was made on another one. Nobody can publish from here."
    >
      <p>Sign in on the office’s own computer.</p>
      <p>
        If you run this computer and want the desk on it, start Levee without a folder to serve: no{' '}
        <code>--release</code>, and no <code>LEVEE_RELEASE</code>.
      </p>
    </OfficePage>
  );
}
