// Owns how an election office is shown: who it is and how to call it.

import type { OfficeView } from '@/lib/view/outcome-view';
import { ViewLink } from './paragraph-text';

interface OfficeContactProps {
  readonly heading: string;
  readonly offices: readonly OfficeView[];
  readonly relayLine: string;
  /** The phone is what matters most: it becomes the largest thing on the page. */
  readonly isFirst: boolean;
}

/** Offices with their phones; nothing at all where none is known. */
export function OfficeContact({ heading, offices, relayLine, isFirst }: OfficeContactProps) {
  if (offices.length === 0) return null;
  const hasPhone = offices.some((office) => office.phone !== null);
  return (
    <section className={isFirst ? 'office office-first' : 'office'}>
      <h3 className="office-heading">{heading}</h3>
      {offices.map((office) => (
        <div key={office.id}>
          <p className="office-name">{office.name}</p>
          <p className="office-phone">
            <Phone office={office} />
          </p>
        </div>
      ))}
      {hasPhone && <p className="office-relay">{relayLine}</p>}
    </section>
  );
}

function Phone({ office }: { readonly office: OfficeView }) {
  if (office.phone === null) return office.noPhone;
  return typeof office.phone === 'string' ? office.phone : <ViewLink link={office.phone} />;
}
