// Owns the list of an office's late changes. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/office/empty-state';
import { NoticeList } from '@/components/office/notice-list';
import { OfficePage } from '@/components/office/office-page';
import { pageActor } from '@/lib/adapters/office-page';
import { publishPorts } from '@/lib/adapters/publish-container';
import { may } from '@/lib/office/accounts/actor';
import { mayAlone } from '@/lib/office/notices/call-first';
import { livePlaces } from '@/lib/office/notices/live-places';
import { noticeRecords } from '@/lib/office/notices/notice-record';
import { offices } from '@/lib/office/offices/office';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Late changes' };

interface NoticesPageProps {
  readonly params: Promise<{ readonly officeId: string }>;
}

export default async function NoticesPage({ params }: NoticesPageProps) {
  const { officeId } = await params;
  const actor = await pageActor('read', officeId, `/office/${officeId}/notices/`);
  const ports = await publishPorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const [found, live] = await Promise.all([
    noticeRecords.list(ports.state, officeId),
    livePlaces(ports, officeId),
  ]);
  const records = found
    .map(({ value }) => value)
    .sort((a, b) => (a.requestedBy.at < b.requestedBy.at ? 1 : -1));
  const names = new Map(live?.places.map(({ id, name }) => [id, name]));
  const of = { officeId, names, timeZone: officeTimeZone(office) };
  const inState = (...states: string[]) => records.filter(({ state }) => states.includes(state));
  const mayAsk = live !== null && may(actor, 'notice', officeId);
  return (
    <OfficePage
      person={actor}
      office={office}
      current="notices"
      title="Late changes"
      lead="For when a place floods, closes or stays open longer. Voters see it within a minute."
    >
      {mayAsk && (
        <div className="desk-actions">
          <a className="usa-button" href={`/office/${officeId}/notices/new/`}>
            Make a late change
          </a>
          {mayAlone(actor, office) && (
            <a href={`/office/${officeId}/notices/alone/`}>Nobody can approve it?</a>
          )}
        </div>
      )}
      {live === null && (
        <EmptyState text="No list of this office is live yet, so there is nothing to change." />
      )}
      {live !== null && records.length === 0 && <EmptyState text="There has been no late change yet." />}
      <NoticeList heading="Waiting for approval" records={inState('requested')} {...of} />
      <NoticeList heading="Voters see these now" records={inState('live')} {...of} />
      <NoticeList heading="Over" records={inState('withdrawn', 'replaced', 'ended', 'refused')} {...of} />
    </OfficePage>
  );
}
