// Owns showing what offices say to everybody, before anything is looked up. Nothing at all where they say nothing.

import type { Messages } from '@/lib/messages/messages';
import { viewForAll } from '@/lib/view/notice-view';
import { NoticeBanner } from './notice-banner';
import type { ReleaseState } from './use-release';

interface NoticesToAllProps {
  readonly messages: Messages;
  readonly release: ReleaseState;
}

/** Times are told on the reader's own clock. A live region that is always there: what comes with the list is heard, too. */
export function NoticesToAll({ messages, release }: NoticesToAllProps) {
  return (
    <div role="status" className="to-all">
      {viewsOf(release, messages).map((notice) => (
        <NoticeBanner key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function viewsOf(state: ReleaseState, messages: Messages) {
  if (state.kind !== 'open') return [];
  const { pointer, localities } = state.release;
  const offices = localities.map(({ officeId, office }) => ({ id: officeId, name: office.name }));
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return viewForAll(pointer.notices, offices, { messages, now: new Date(), timeZone });
}
