// Owns the settings' part on who of the state approves for an office where it has too few people itself.

import type { Office } from '@/lib/office/offices/office';
import { type Candidate, StandInsForm } from './stand-ins-form';

interface StandInsProps {
  readonly office: Office;
  /** People of the state who can sign in. */
  readonly people: readonly Candidate[];
  /** `state` alone. */
  readonly mayChange: boolean;
}

/** The section "Stand-ins of the state". */
export function StandIns({ office, people, mayChange }: StandInsProps) {
  const named = people.filter(({ id }) => office.dutyApproverIds.includes(id));
  return (
    <section className="desk-section" aria-labelledby="stand-ins-heading">
      <h2 id="stand-ins-heading">Stand-ins of the state</h2>
      <p>
        Two people have to see everything before voters do. Where an office has only one, these people of the
        state office are on duty to approve.
      </p>
      {named.length === 0 ? (
        <p>Nobody is named.</p>
      ) : (
        <ul>
          {named.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {mayChange ? (
        <StandInsForm officeId={office.id} people={people} named={office.dutyApproverIds} />
      ) : (
        <p className="quiet">The state office names them.</p>
      )}
    </section>
  );
}
