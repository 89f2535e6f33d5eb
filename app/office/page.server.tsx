// Owns the way in: people of an office go to their own desk, people of the state see all offices. Wires only.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Alert } from '@/components/office/alert';
import { EmptyState } from '@/components/office/empty-state';
import { NoKey } from '@/components/office/no-key';
import { NoticeTold } from '@/components/office/notice-told';
import { OfficeList } from '@/components/office/office-list';
import { OfficePage } from '@/components/office/office-page';
import { canSign } from '@/lib/adapters/host-key';
import { officePorts } from '@/lib/adapters/office-container';
import { pageSession } from '@/lib/adapters/office-page';
import { noticeRecords } from '@/lib/office/notices/notice-record';
import { unseenNotices } from '@/lib/office/notices/see-notice';
import { STATE_OFFICE } from '@/lib/office/notices/to-all';
import { readDesks } from '@/lib/office/offices/desk';
import { type Waiting, waiting } from '@/lib/office/offices/waiting';
import { agoText } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'All offices' };

/** What the state is wanted for; an office's own work is left to the office. */
function needsState({ kind, who }: Waiting): boolean {
  return who === 'you' && (kind.startsWith('approve') || kind === 'decideClaim' || kind === 'jobFailed');
}

const OLD_MINUTES = 30;

export default async function AllOffices() {
  const { actor } = await pageSession('/office/');
  if (actor.officeId !== null) redirect(`/office/${actor.officeId}/`);
  const ports = await officePorts();
  const { desks, release } = await readDesks(ports, null);
  const now = ports.now();
  const untold = await unseenNotices(ports, actor, null);
  const toDecide = new Map(
    desks.map((desk) => [desk.office.id, waiting(desk, actor).filter(needsState).length]),
  );
  const toAll = (await noticeRecords.list(ports.state, STATE_OFFICE)).filter(
    ({ value }) => value.state === 'requested',
  );
  const isOld = release !== null && now.getTime() - Date.parse(release.issuedAt) > OLD_MINUTES * 60_000;
  return (
    <OfficePage person={actor} office={null} current="desk" title="All offices">
      {!(await canSign()) && <NoKey />}
      <NoticeTold
        records={untold}
        officeNames={new Map(desks.map(({ office }) => [office.id, office.name]))}
        timeZone="UTC"
      />
      {isOld && (
        <Alert kind="warning" heading={`The list was last confirmed ${agoText(release.issuedAt, now)}`}>
          <p>
            Voters still get answers, and are told how old the list is. Tell whoever runs the office computer.
          </p>
        </Alert>
      )}
      {release !== null && !isOld && (
        <p className="quiet">
          Release {release.sequence} was confirmed to voters {agoText(release.issuedAt, now)}.
        </p>
      )}
      {desks.length === 0 ? (
        <EmptyState
          text="There is no office yet. Invite the first person of one: that makes the office."
          action={{ label: 'Invite somebody', href: '/office/people/' }}
        />
      ) : (
        <OfficeList desks={desks} toDecide={toDecide} />
      )}
      <p>
        <a href="/office/state/notices/">Notices to all voters</a>
        {toAll.length > 0 && <> ({toAll.length === 1 ? '1 waits' : `${toAll.length} wait`} for approval)</>}
      </p>
    </OfficePage>
  );
}
