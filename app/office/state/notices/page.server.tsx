// Owns the list of notices to all, for people of the state. Wires only.

import type { Metadata } from 'next';
import { EmptyState } from '@/components/office/empty-state';
import { NoticeList } from '@/components/office/notice-list';
import { OfficePage } from '@/components/office/office-page';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { noticeRecords } from '@/lib/office/notices/notice-record';
import { STATE_OFFICE, stateZone } from '@/lib/office/notices/to-all';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Notices to all voters' };

export default async function NoticesToAllPage() {
  const actor = await pageActor('state', STATE_OFFICE, '/office/state/notices/');
  const ports = await officePorts();
  const found = await noticeRecords.list(ports.state, STATE_OFFICE);
  const records = found
    .map(({ value }) => value)
    .sort((a, b) => (a.requestedBy.at < b.requestedBy.at ? 1 : -1));
  const of = { officeId: STATE_OFFICE, names: new Map<string, string>(), timeZone: await stateZone(ports) };
  const inState = (...states: string[]) => records.filter(({ state }) => states.includes(state));
  return (
    <OfficePage
      person={actor}
      office={null}
      current="desk"
      title="Notices to all voters"
      lead="For what everybody has to know before they look anything up. Voters see it on the first page within a minute."
      trail={[{ label: 'All offices', href: '/office/' }]}
    >
      <div className="desk-actions">
        <a className="usa-button" href="/office/state/notices/new/">
          Write a notice
        </a>
      </div>
      {records.length === 0 && <EmptyState text="There has been no notice to all voters yet." />}
      <NoticeList heading="Waiting for approval" records={inState('requested')} {...of} />
      <NoticeList heading="Voters see these now" records={inState('live')} {...of} />
      <NoticeList heading="Over" records={inState('withdrawn', 'replaced', 'ended', 'refused')} {...of} />
    </OfficePage>
  );
}
