// Owns the settings' part on the phone: what it is, whether somebody heard it answered, and how to make both so.

import type { Office } from '@/lib/office/offices/office';
import { Alert } from './alert';
import { ConfirmArea } from './confirm-area';
import { DeskTime } from './desk-time';
import { PhoneForm } from './phone-form';
import { PostButton } from './post-button';

interface PhoneSettingsProps {
  readonly office: Office;
  readonly timeZone: string;
  readonly mayChange: boolean;
}

/** The section "Phone for voters". */
export function PhoneSettings({ office, timeZone, mayChange }: PhoneSettingsProps) {
  const { id, phone } = office;
  return (
    <section className="desk-section" aria-labelledby="phone-heading">
      <h2 id="phone-heading">Phone for voters</h2>
      {phone === null && (
        <Alert kind="warning" heading="There is no phone number yet">
          <p>Voters call it when something is not clear. Nothing is published without it.</p>
        </Alert>
      )}
      {phone !== null && (
        <dl className="facts">
          <dt>Number</dt>
          <dd>{phone.number}</dd>
          <dt>Answered on election day</dt>
          <dd>
            <bdi>{phone.electionDayHours}</bdi>
          </dd>
          <dt>Called and answered</dt>
          <dd>
            {phone.confirmed === null ? (
              'Not yet'
            ) : (
              <>
                <DeskTime at={phone.confirmed.at} timeZone={timeZone} />, says <bdi>{phone.confirmed.by}</bdi>
              </>
            )}
          </dd>
        </dl>
      )}
      {phone?.confirmed === null && (
        <ConfirmPhone officeId={id} number={phone.number} mayChange={mayChange} />
      )}
      {mayChange && phone === null && <PhoneForm officeId={id} phone={phone} />}
      {mayChange && phone !== null && (
        <details className="needs-script">
          <summary>Change the phone or its hours</summary>
          <p>Another number has to be called and confirmed again before the next publish.</p>
          <PhoneForm officeId={id} phone={phone} />
        </details>
      )}
      {!mayChange && <p className="quiet">Somebody who may approve can change this.</p>}
    </section>
  );
}

interface ConfirmPhoneProps {
  readonly officeId: string;
  readonly number: string;
  readonly mayChange: boolean;
}

function ConfirmPhone({ officeId, number, mayChange }: ConfirmPhoneProps) {
  if (!mayChange) {
    return (
      <Alert kind="warning" heading="Nobody has called this number yet">
        <p>Nothing is published before somebody who may approve has called it and said so here.</p>
      </Alert>
    );
  }
  return (
    <ConfirmArea
      heading="Call it now"
      actions={
        <PostButton
          path={`/office/api/settings/${officeId}/phone-confirmed/`}
          body={{ number }}
          label="I called it and it was answered"
        />
      }
    >
      <p className="call-number">{number}</p>
      <p>
        Call from another phone. Say yes only if somebody of your office picks up. Your name and the time are
        kept.
      </p>
    </ConfirmArea>
  );
}
