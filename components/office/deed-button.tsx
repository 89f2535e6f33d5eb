'use client';
// Owns a button of a list that does one thing and then shows the list anew.

import { postJson } from '@/lib/office-client/post-json';
import { DeedProblem } from './deed-problem';
import { useDeed } from './use-deed';

interface DeedButtonProps {
  readonly path: string;
  readonly body?: unknown;
  readonly label: string;
  /** What it is done to, for a screen reader: `Chrome on Windows`. */
  readonly of?: string;
}

/** `<DeedButton path="/office/api/…/revoke/" label="End" of="Chrome on Windows" />` */
export function DeedButton({ path, body = {}, label, of }: DeedButtonProps) {
  const deed = useDeed();
  return (
    <span className="deed-button needs-script">
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        aria-disabled={deed.isBusy}
        onClick={() =>
          deed.run(
            () => postJson(path, body),
            () => location.reload(),
          )
        }
      >
        {label}
        {of && <span className="visually-hidden"> {of}</span>}
      </button>
      <DeedProblem problem={deed.problem} />
    </span>
  );
}
