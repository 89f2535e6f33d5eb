// Owns what a desk says of late changes: which voters see now.

import type { NoticeRecord } from '@/lib/office/notices/notice-record';
import { DeskTime } from './desk-time';
import { noticeKindText } from './notice-kind-text';

interface DeskNoticesProps {
  readonly officeId: string;
  readonly notices: readonly NoticeRecord[];
  readonly timeZone: string;
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

const placesText = (count: number): string => (count === 1 ? '1 polling place' : `${count} polling places`);
