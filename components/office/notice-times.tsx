'use client';
// Owns the times of the form of a late change: from when until when it holds, and when a place is open.

import { Field } from './field';
import { asksHours, type NoticeDraft } from './notice-draft';

interface NoticeTimesProps {
  readonly draft: NoticeDraft;
  /** IANA name: on whose clock. */
  readonly timeZone: string;
  readonly onChange: (change: Partial<NoticeDraft>) => void;
}

/** All on the clock of the place. */
export function NoticeTimes({ draft, timeZone, onChange }: NoticeTimesProps) {
  const clock = `On the clock in ${timeZone.split('/').at(-1)?.replaceAll('_', ' ')}.`;
  return (
    <>
      {asksHours(draft) && (
        <div className="notice-pair">
          <Time
            id="opens"
            label={draft.kind === 'hours' ? 'Opens at' : 'The new place opens at'}
            type="time"
            hint={hoursHint(draft)}
            value={draft.opens}
            onChange={(opens) => onChange({ opens })}
          />
          <Time
            id="closes"
            label="Closes at"
            type="time"
            value={draft.closes}
            onChange={(closes) => onChange({ closes })}
          />
        </div>
      )}
      <div className="notice-pair">
        <Time
          id="from"
          label="Voters are told from"
          type="datetime-local"
          hint={clock}
          value={draft.from}
          onChange={(from) => onChange({ from })}
        />
        <Time
          id="until"
          label="until"
          type="datetime-local"
          hint="It ends by itself then."
          value={draft.until}
          onChange={(until) => onChange({ until })}
        />
      </div>
    </>
  );
}

function hoursHint({ kind }: NoticeDraft): string {
  return kind === 'hours' ? 'On election day.' : 'Leave both open if they are those of the old place.';
}

interface TimeProps {
  readonly id: string;
  readonly label: string;
  readonly type: 'time' | 'datetime-local';
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Time({ id, label, type, hint, value, onChange }: TimeProps) {
  return (
    <Field id={id} label={label} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <input
          {...control}
          className="usa-input"
          type={type}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
