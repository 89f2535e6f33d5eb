// Owns how an election office is shown: who it is and how to call it.

import type { OfficeView } from '@/lib/view/outcome-view';
import { ViewLink } from './paragraph-text';

interface OfficeContactProps {
  readonly heading: string;
  /** A long list is folded behind this; null for few offices. */
  readonly summary: string | null;
  readonly offices: readonly OfficeView[];
  readonly note: string | null;
  readonly relayLine: string;
  /** The phone is what matters most: it becomes the largest thing on the page. */
  readonly isFirst: boolean;
}

/** Offices with their phones; nothing at all where none is known. */
export function OfficeContact({ heading, summary, offices, note, relayLine, isFirst }: OfficeContactProps) {
  if (offices.length === 0) return null;
  const hasPhone = offices.some((office) => office.phone !== null);
  return (
    <section className={isFirst ? 'office office-first' : 'office'}>
      <h3 className="office-heading">{heading}</h3>
      {summary === null ? (
        <OfficeList offices={offices} />
      ) : (
        <details>
          <summary>{summary}</summary>
          <OfficeList offices={offices} />
        </details>
      )}
      {note !== null && <p className="office-relay">{note}</p>}
      {hasPhone && <p className="office-relay">{relayLine}</p>}
    </section>
  );
}

function OfficeList({ offices }: Pick<OfficeContactProps, 'offices'>) {
  return (
    <ul className="office-list">
      {offices.map((office) => (
        // One office may answer for several jurisdictions, so that its id alone is no key.
        <li key={`${office.id} ${office.name}`}>
          <span className="office-name">
            <bdi>{office.name}</bdi>
          </span>
          <span className="office-phone">
            <Phone office={office} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Phone({ office }: { readonly office: OfficeView }) {
  if (office.phone === null) return office.noPhone;
  return typeof office.phone === 'string' ? <bdi>{office.phone}</bdi> : <ViewLink link={office.phone} />;
}
