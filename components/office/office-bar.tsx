// Owns the top of every page of the desk: whose desk it is, who sits at it, and the ways from here. It must not ask anybody
// anything: what it shows is given to it.

import type { Role } from '@/lib/office/accounts/actor';
import { SignOutButton } from './sign-out-button';

/** Where in the desk a page belongs; null: nowhere in its ways. */
export type DeskSection =
  | 'desk'
  | 'notices'
  | 'history'
  | 'settings'
  | 'claims'
  | 'people'
  | 'audit'
  | 'account';

/** `{name: 'Ann Lee', role: 'editor'}`; an `Actor` that is a person fits. */
export interface DeskPerson {
  readonly name: string;
  readonly role: Role;
}

/** `{id: 'ms-adams', name: 'Adams County', isPractice: false}`; an `Office` fits. */
export interface DeskOffice {
  readonly id: string;
  readonly name: string;
  readonly isPractice: boolean;
}

interface OfficeBarProps {
  /** null: nobody has signed in. */
  readonly person: DeskPerson | null;
  /** null: the page is about no single office. */
  readonly office: DeskOffice | null;
  readonly current: DeskSection | null;
}

/** The dark bar with names, and below it the desk's sections as links. */
export function OfficeBar({ person, office, current }: OfficeBarProps) {
  return (
    <header className="desk-top">
      <div className="site-bar">
        <div className="desk-bar">
          <p className="site-bar-office">
            <bdi>{office?.name ?? 'Election office desk'}</bdi>
          </p>
          {office?.isPractice && <p className="site-bar-mark">Practice</p>}
          {person !== null && (
            <div className="desk-person">
              <a href="/office/account/" aria-current={current === 'account' ? 'page' : undefined}>
                <bdi>{person.name}</bdi>
              </a>
              <SignOutButton />
            </div>
          )}
        </div>
      </div>
      {person !== null && <DeskNav person={person} office={office} current={current} />}
    </header>
  );
}

interface DeskNavProps {
  readonly person: DeskPerson;
  readonly office: DeskOffice | null;
  readonly current: DeskSection | null;
}

function DeskNav({ person, office, current }: DeskNavProps) {
  return (
    <nav className="desk-nav" aria-label="Desk">
      <ul>
        {waysFrom(person, office).map(({ section, label, href }) => (
          <li key={href}>
            <a href={href} aria-current={section === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Way {
  /** null: it leads away from this office. */
  readonly section: DeskSection | null;
  readonly label: string;
  readonly href: string;
}

function waysFrom({ role }: DeskPerson, office: DeskOffice | null): readonly Way[] {
  const ofAll: readonly Way[] = [
    { section: 'people', label: 'People', href: '/office/people/' },
    { section: 'audit', label: 'Audit', href: '/office/audit/' },
  ];
  const isState = role === 'state';
  if (office === null) {
    const claims: Way = { section: 'claims', label: 'Claims', href: '/office/claims/' };
    const label = isState ? 'All offices' : 'Desk';
    return [{ section: 'desk', label, href: '/office/' }, ...(isState ? [claims] : []), ...ofAll];
  }
  const own = `/office/${office.id}/`;
  return [
    ...(isState ? [{ section: null, label: 'All offices', href: '/office/' }] : []),
    { section: 'desk', label: 'Desk', href: own },
    { section: 'notices', label: 'Late changes', href: `${own}notices/` },
    { section: 'history', label: 'History', href: `${own}history/` },
    { section: 'settings', label: 'Settings', href: `${own}settings/` },
    ...ofAll,
  ];
}
