// Owns the list of an office's late changes: what voters see now, what waits, what is over.

import type { NoticeRecord } from '@/lib/office/notices/notice-record';
import { isForAll } from '@/lib/view/notice-view';
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
              {isForAll(notice) ? 'To all voters' : noticeKindText[notice.kind]}:{' '}
              <bdi>{aboutText(notice, names)}</bdi>.{' '}
              <span className="quiet">
                {withdrawal && state === 'live' ? 'Is to be taken down' : noticeStateText[state]}. Asked for
                by <bdi>{requestedBy.name}</bdi>. Until <DeskTime at={notice.until} timeZone={timeZone} />.
              </span>
            </span>
            <a href={`/office/${officeId}/notices/${notice.id}/`}>
              Look at it
              <span className="visually-hidden"> {aboutText(notice, names)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The places, or the first words of what everybody is told. */
function aboutText(
  { pollingLocationIds, text }: NoticeRecord['notice'],
  names: NoticeListProps['names'],
): string {
  if (pollingLocationIds.length > 0) return placeNames(pollingLocationIds, names);
  const words = text.en ?? '';
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)} …` : words.replace(/[.]$/, '');
}

const MOST_WORDS = 60;
