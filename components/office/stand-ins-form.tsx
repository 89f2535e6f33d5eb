'use client';
// Owns the choice of who of the state stands in for an office.

import { type FormEvent, useState } from 'react';
import { DeedProblem } from './deed-problem';
import { usePost } from './use-post';

/** Somebody who could stand in. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

interface StandInsFormProps {
  readonly officeId: string;
  readonly people: readonly Candidate[];
  readonly named: readonly string[];
}

/** One box for each person of the state. */
export function StandInsForm({ officeId, people, named }: StandInsFormProps) {
  const [chosen, setChosen] = useState(new Set(named));
  const { post, isBusy, problem } = usePost();
  const flip = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const accountIds = people.map(({ id }) => id).filter((id) => chosen.has(id));
    void post(`/office/api/settings/${officeId}/duty-approvers/`, { accountIds });
  };
  return (
    <form className="desk-form needs-script" onSubmit={save}>
      <fieldset>
        <legend>Who stands in</legend>
        {people.map(({ id, name }) => (
          <label key={id} className="check-line">
            <input type="checkbox" checked={chosen.has(id)} onChange={() => flip(id)} />
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
      <div className="desk-actions">
        <button type="submit" className="usa-button usa-button--outline" aria-disabled={isBusy}>
          Save the stand-ins
        </button>
      </div>
      <DeedProblem problem={problem} />
    </form>
  );
}
