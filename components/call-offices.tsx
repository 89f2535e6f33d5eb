// Owns offering the telephone to someone whom no list can answer.

import type { OfficeAnswer } from '@/lib/core/lookup/outcome';
import type { Messages } from '@/lib/messages/messages';
import { electionOffices } from '@/lib/view/national-links';
import { OfficePhone } from './office-phone';

/** A list of every office of a state would bury the one that is wanted; then the national list serves better. */
const OFFICES_AT_MOST = 5;

interface CallOfficesProps {
  readonly messages: Messages;
  readonly offices: readonly OfficeAnswer[];
}

/** Names and phones of the offices, or the list of all offices in the country. */
export function CallOffices({ messages, offices }: CallOfficesProps) {
  const isShort = offices.length > 0 && offices.length <= OFFICES_AT_MOST;
  return (
    <section className="office">
      <h3 className="office-heading">{messages.office.heading}</h3>
      {isShort ? (
        offices.map((office) => (
          <Office key={`${office.id} ${office.name}`} messages={messages} office={office} />
        ))
      ) : (
        <p>
          <a href={electionOffices} rel="noreferrer">
            {messages.outcome.nationalOffices}
          </a>
        </p>
      )}
    </section>
  );
}

function Office({ messages, office }: { readonly messages: Messages; readonly office: OfficeAnswer }) {
  return (
    <div>
      <p className="office-name">
        <bdi>{office.name}</bdi>
      </p>
      <p className="office-phone">
        <OfficePhone phone={office.phone} messages={messages} />
      </p>
    </div>
  );
}
