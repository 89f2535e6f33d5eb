// Owns the list of an office's late changes: what voters see now, what waits, what is over.

import type { NoticeRecord } from '@/lib/office/notices/notice-record';
import { DeskTime } from './desk-time';
import { noticeKindText, noticeStateText, placeNames } from './notice-kind-text';

interface NoticeListProps {
  readonly heading: string;
  readonly officeId: string;
  readonly records: readonly NoticeRecord[];
  /** Place id -> name, as the live list has them. */
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

/** Nothing where there is none. */
export function NoticeList({ heading, officeId, records, names, timeZone }: NoticeListProps) {
  if (records.length === 0) return null;
  const id = heading.toLowerCase().replaceAll(' ', '-');
  return (
    <section className="desk-section" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul className="waiting">
        {records.map(({ notice, state, requestedBy, withdrawal }) => (
          <li key={notice.id}>
            <span>
              {noticeKindText[notice.kind]}: <bdi>{placeNames(notice.pollingLocationIds, names)}</bdi>.{' '}
              <span className="quiet">
                {withdrawal && state === 'live' ? 'Is to be taken down' : noticeStateText[state]}. Asked for
                by <bdi>{requestedBy.name}</bdi>. Until <DeskTime at={notice.until} timeZone={timeZone} />.
              </span>
            </span>
            <a href={`/office/${officeId}/notices/${notice.id}/`}>
              Look at it
              <span className="visually-hidden"> {placeNames(notice.pollingLocationIds, names)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
