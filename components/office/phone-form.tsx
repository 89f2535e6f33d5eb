'use client';
// Owns the form for the phone that voters are given. What number is good, the office host says.

import { type FormEvent, useState } from 'react';
import type { Office } from '@/lib/office/offices/office';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { usePost } from './use-post';

interface PhoneFormProps {
  readonly officeId: string;
  readonly phone: Office['phone'];
}

/** Number and election-day hours. Another number has to be called and confirmed anew. */
export function PhoneForm({ officeId, phone }: PhoneFormProps) {
  const [number, setNumber] = useState(phone?.number ?? '');
  const [electionDayHours, setHours] = useState(phone?.electionDayHours ?? '');
  const { post, isBusy, problem } = usePost();
  const save = (event: FormEvent) => {
    event.preventDefault();
    void post(`/office/api/settings/${officeId}/phone/`, { number, electionDayHours });
  };
  return (
    <form className="desk-form needs-script" onSubmit={save}>
      <Field id="phone" label="Phone number" hint="One number with its area code, like this: (601) 555-0100">
        {(control) => (
          <input
            {...control}
            className="usa-input"
            type="tel"
            autoComplete="off"
            required
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <Field
        id="phone-hours"
        label="Answered on election day"
        hint="When somebody picks up, like this: 6 am to 9 pm"
      >
        {(control) => (
          <input
            {...control}
            className="usa-input"
            autoComplete="off"
            required
            value={electionDayHours}
            onChange={(event) => setHours(event.target.value)}
          />
        )}
      </Field>
      <div className="desk-actions">
        <button
          type="submit"
          className={phone === null ? 'usa-button' : 'usa-button usa-button--outline'}
          aria-disabled={isBusy}
        >
          Save the phone
        </button>
      </div>
      <DeedProblem problem={problem} />
    </form>
  );
}
