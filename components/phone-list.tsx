// Owns the page of every office's phone number: the last thing that still helps when no list can be had.
// It is drawn while the site is built and needs no script, no release and no network but the one that brought it.

import { siteOffices } from '@/lib/client/site-config';
import type { OfficeAnswer } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import type { Catalogue } from '@/lib/messages/messages';
import { electionOffices } from '@/lib/view/national-links';
import type { PhoneBook } from '@/lib/view/phone-book';
import { dayText } from '@/lib/view/when';
import type { OfferedLanguage } from './language-links';
import { OfficePhone } from './office-phone';
import { SiteBar } from './site-bar';

interface PhoneListProps {
  readonly messages: Catalogue;
  readonly languages: readonly OfferedLanguage[];
  /** null where no release was built in: then the site's own office, and the list of all in the country. */
  readonly book: PhoneBook | null;
}

/** The whole of `/en/phones/` but its foot. */
export function PhoneList({ messages, languages, book }: PhoneListProps) {
  const { phones, practice, outcome, errors, office } = messages;
  const entries = entriesOf(siteOffices, book, messages);
  return (
    <>
      <SiteBar messages={messages} languages={languages} path="phones/" release={{ kind: 'loading' }} />
      <main id="main" className="page">
        <h1 className="page-title">{phones.title}</h1>
        <p>{phones.intro}</p>
        {book?.isPractice && <p className="practice-note">{practice.banner}</p>}
        {entries.length === 0 && <p>{phones.none}</p>}
        <ul className="office-list phone-list">
          {entries.map(({ locality, name, phone }) => (
            <li key={`${locality} ${name}`}>
              {locality !== null && (
                <strong className="office-name">
                  <bdi>{locality}</bdi>
                </strong>
              )}
              <span className="office-name">
                <bdi>{name}</bdi>
              </span>
              <span className="office-phone">
                <OfficePhone phone={phone} messages={messages} />
              </span>
            </li>
          ))}
        </ul>
        <p>{office.relay}</p>
        {book !== null && (
          <p>{format(phones.asOf, { date: dayText(book.issuedAt.slice(0, 10), messages, 'withYear') })}</p>
        )}
        <p>
          <a href={electionOffices} rel="noreferrer">
            {outcome.nationalOffices}
          </a>
        </p>
        <p>
          <a href={`/${messages.tag}/`}>{errors.home}</a>
        </p>
      </main>
    </>
  );
}

interface Entry {
  readonly locality: string | null;
  readonly name: string;
  readonly phone: string | null;
}

/** The site's own office first, then every locality by name. */
function entriesOf(
  own: readonly OfficeAnswer[],
  book: PhoneBook | null,
  { tag }: Catalogue,
): readonly Entry[] {
  const byName = [...(book?.offices ?? [])].sort((a, b) => a.locality.localeCompare(b.locality, tag));
  return [...own.map(({ name, phone }) => ({ locality: null, name, phone })), ...byName];
}
