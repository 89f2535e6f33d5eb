// Owns telling everybody what one person alone has told voters, until they say that they know. There is no mail.

import type { NoticeRecord } from '@/lib/office/notices/notice-record';
import { Alert } from './alert';
import { DeskTime } from './desk-time';
import { PostButton } from './post-button';

interface NoticeToldProps {
  /** Those that this person has not said to know of. */
  readonly records: readonly NoticeRecord[];
  /** Office id -> name, where several offices' stand together. */
  readonly officeNames?: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

/** One alert each. */
export function NoticeTold({ records, officeNames, timeZone }: NoticeToldProps) {
  return records.map(({ notice, requestedBy, state }) => (
    <Alert key={notice.id} kind="warning" heading="One person alone told voters to call before they go">
      <p>
        <bdi>{requestedBy.name}</bdi> did it at <DeskTime at={requestedBy.at} timeZone={timeZone} />
        {officeNames !== undefined && (
          <>
            {' '}
            for <bdi>{officeNames.get(notice.officeId) ?? notice.officeId}</bdi>
          </>
        )}
        , {placesText(notice.pollingLocationIds.length)}.{' '}
        {state === 'live' ? 'Voters see it now.' : 'It is down again.'}{' '}
        <a href={`/office/${notice.officeId}/notices/${notice.id}/`}>Look at it</a>
      </p>
      <PostButton
        path={`/office/api/notices/${notice.officeId}/${notice.id}/seen/`}
        label="I know of it"
        kind="outline"
      />
    </Alert>
  ));
}

const placesText = (count: number): string => (count === 1 ? '1 polling place' : `${count} polling places`);
