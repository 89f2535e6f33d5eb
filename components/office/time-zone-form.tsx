'use client';
// Owns the choice of the zone that the desk shows times in.

import { type FormEvent, useState } from 'react';
import { deskTimeZones, zoneText } from '@/lib/view/desk-time';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { usePost } from './use-post';

/** A list of the country's zones, each by the city it is named after. */
export function TimeZoneForm({
  officeId,
  timeZone,
}: {
  readonly officeId: string;
  readonly timeZone: string;
}) {
  const [chosen, setChosen] = useState(timeZone);
  const { post, isBusy, problem } = usePost();
  const save = (event: FormEvent) => {
    event.preventDefault();
    void post(`/office/api/settings/${officeId}/time-zone/`, { timeZone: chosen });
  };
  return (
    <form className="desk-form needs-script" onSubmit={save}>
      <Field id="zone" label="Time zone of your office">
        {(control) => (
          <select
            {...control}
            className="usa-input"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {!deskTimeZones.includes(timeZone) && <option value={timeZone}>{timeZone}</option>}
            {deskTimeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zoneText(zone)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="desk-actions">
        <button type="submit" className="usa-button usa-button--outline" aria-disabled={isBusy}>
          Save the time zone
        </button>
      </div>
      <DeedProblem problem={problem} />
    </form>
  );
}
