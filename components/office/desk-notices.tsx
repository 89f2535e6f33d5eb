// Owns what a desk says of late changes: which voters see now, and above all those that one person alone has published.

import type { NoticeRecord } from '@/lib/office/notices/notice-record';
import { Alert } from './alert';
import { DeskTime } from './desk-time';

interface DeskNoticesProps {
  readonly officeId: string;
  readonly notices: readonly NoticeRecord[];
  readonly timeZone: string;
}

/** "Call before you go" that is live: one person did it, and everybody is told. Nothing where there is none. */
export function CallFirstAlert({ officeId, notices, timeZone }: DeskNoticesProps) {
  const alone = notices.filter(({ notice, state }) => notice.kind === 'callFirst' && state === 'live');
  return alone.map(({ notice, requestedBy }) => (
    <Alert key={notice.id} kind="warning" heading="Voters are told to call before they go">
      <p>
        <bdi>{requestedBy.name}</bdi> put this up alone for {placesText(notice.pollingLocationIds.length)}. It
        ends <DeskTime at={notice.until} timeZone={timeZone} />.{' '}
        <a href={`/office/${officeId}/notices/${notice.id}/`}>Look at it</a>
      </p>
    </Alert>
  ));
}

/** The section "Late changes". */
export function DeskNotices({ officeId, notices, timeZone }: DeskNoticesProps) {
  const live = notices.filter(({ state }) => state === 'live');
  return (
    <section className="desk-section" aria-labelledby="notices">
      <h2 id="notices">Late changes</h2>
      {live.length === 0 && <p>None is up. Use one when a place floods, closes or stays open longer.</p>}
      {live.length > 0 && (
        <ul className="waiting">
          {live.map(({ notice }) => (
            <li key={notice.id}>
              <span>
                {noticeKindText[notice.kind]}, {placesText(notice.pollingLocationIds.length)}.{' '}
                <span className="quiet">
                  Ends <DeskTime at={notice.until} timeZone={timeZone} />
                </span>
              </span>
              <a href={`/office/${officeId}/notices/${notice.id}/`}>Look at it</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a className="usa-button usa-button--outline" href={`/office/${officeId}/notices/new/`}>
          Make a late change
        </a>
      </p>
    </section>
  );
}

const noticeKindText: Readonly<Record<NoticeRecord['notice']['kind'], string>> = {
  moved: 'A place has moved',
  closed: 'A place is closed',
  hours: 'Hours are longer',
  callFirst: 'Call before you go',
};

const placesText = (count: number): string => (count === 1 ? '1 polling place' : `${count} polling places`);
