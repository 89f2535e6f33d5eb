// Owns the settings' part on how the office's list is read: what it declares of single numbers, and its time zone.

import type { Office } from '@/lib/office/offices/office';
import { zoneText } from '@/lib/view/desk-time';
import { PostButton } from './post-button';
import { TimeZoneForm } from './time-zone-form';

interface ListSettingsProps {
  readonly office: Office;
  readonly timeZone: string;
  readonly mayChange: boolean;
}

/** The sections "Single numbers" and "Time zone". */
export function ListSettings({ office, timeZone, mayChange }: ListSettingsProps) {
  const { id, singleNumberBeatsRange: isOn } = office;
  return (
    <>
      <section className="desk-section" aria-labelledby="single-heading">
        <h2 id="single-heading">Single numbers</h2>
        <p>
          {isOn
            ? 'A number that stands alone on your list beats a range that holds it. If 112 Lake Street has a row of its own, that row answers, and not the row for 100 to 198.'
            : 'If 112 Lake Street has a row of its own and also lies in the row for 100 to 198, and the two name different places, voters at 112 are told to call.'}
        </p>
        <p className="quiet">
          A change counts from the next file that you upload. You see what it does before you submit.
        </p>
        {mayChange && (
          <PostButton
            path={`/office/api/settings/${id}/declarations/`}
            body={{ isOn: !isOn }}
            kind="outline"
            label={isOn ? 'Have voters call instead' : 'Let the single number answer'}
          />
        )}
      </section>
      <section className="desk-section" aria-labelledby="zone-heading">
        <h2 id="zone-heading">Time zone</h2>
        <p>The desk shows the times of {zoneText(timeZone)}.</p>
        {mayChange && <TimeZoneForm officeId={id} timeZone={timeZone} />}
      </section>
    </>
  );
}
