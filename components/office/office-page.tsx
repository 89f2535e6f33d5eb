// Owns the frame of a page of the desk: bar, where one is, the one large heading, what follows. Every page of app/office is
// drawn in it. It knows no session.

import type { ReactNode } from 'react';
import { type DeskOffice, type DeskPerson, type DeskSection, OfficeBar } from './office-bar';

/** A step of the way to this page: `{label: 'Drafts', href: '/office/ms-adams/'}`. */
export interface TrailStep {
  readonly label: string;
  readonly href: string;
}

interface OfficePageProps {
  readonly person: DeskPerson | null;
  readonly office: DeskOffice | null;
  readonly current: DeskSection | null;
  readonly title: string;
  /** One sentence below the heading. */
  readonly lead?: ReactNode;
  /** What this page lies below, from the outside in; the page itself is not in it. */
  readonly trail?: readonly TrailStep[];
  /** Stands beside the page where there is room: a `Stepper`. */
  readonly aside?: ReactNode;
  /** Nothing on it needs script: not even its form, if it has one. */
  readonly isWholeWithoutScript?: boolean;
  readonly children: ReactNode;
}

/** `<OfficePage person={actor} office={office} current="desk" title="Desk">…</OfficePage>` */
export function OfficePage(props: OfficePageProps) {
  const {
    person,
    office,
    current,
    title,
    lead,
    trail = [],
    aside,
    isWholeWithoutScript = false,
    children,
  } = props;
  return (
    <>
      <OfficeBar person={person} office={office} current={current} />
      {!isWholeWithoutScript && (
        <noscript>
          <p className="desk-no-script">
            You can read everything here. Most of what changes something needs JavaScript, as passkeys do:
            turn it on in this browser.
          </p>
        </noscript>
      )}
      <div className={aside ? 'desk-page desk-page-with-aside' : 'desk-page'}>
        {aside && <div className="desk-aside">{aside}</div>}
        <main id="main" className="desk-main" tabIndex={-1}>
          {trail.length > 0 && <Trail steps={trail} />}
          <h1>{title}</h1>
          {lead && <p className="desk-lead">{lead}</p>}
          {children}
        </main>
      </div>
    </>
  );
}

function Trail({ steps }: { readonly steps: readonly TrailStep[] }) {
  return (
    <nav className="desk-trail" aria-label="Where you are">
      <ol>
        {steps.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>
              <bdi>{label}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
