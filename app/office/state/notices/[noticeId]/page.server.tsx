// Owns the page of one notice to all: exactly what voters see of it, and below that what this person can do. Made for a phone.
// Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmArea } from '@/components/office/confirm-area';
import { DeskTime } from '@/components/office/desk-time';
import { NoticeActions } from '@/components/office/notice-actions';
import { noticeStateText } from '@/components/office/notice-kind-text';
import { OfficePage } from '@/components/office/office-page';
import { ToAllLook } from '@/components/office/to-all-look';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { noticeRecords } from '@/lib/office/notices/notice-record';
import { STATE_OFFICE, stateZone } from '@/lib/office/notices/to-all';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'A notice to all voters' };

interface Props {
  readonly params: Promise<{ readonly noticeId: string }>;
}

export default async function NoticeToAllPage({ params }: Props) {
  const { noticeId } = await params;
  const list = `/office/${STATE_OFFICE}/notices/`;
  const actor = await pageActor('state', STATE_OFFICE, `${list}${noticeId}/`);
  const ports = await officePorts();
  const record = (await noticeRecords.read(ports.state, STATE_OFFICE, noticeId))?.value ?? notFound();
  const { notice, state, requestedBy, approvedBy } = record;
  const timeZone = await stateZone(ports);
  return (
    <OfficePage
      person={actor}
      office={null}
      current="desk"
      title="A notice to all voters"
      trail={[
        { label: 'All offices', href: '/office/' },
        { label: 'Notices to all voters', href: list },
      ]}
    >
      <ConfirmArea
        heading={state === 'requested' ? 'Voters will see this on the first page' : noticeStateText[state]}
        actions={
          <NoticeActions record={record} isAlone={false} accountId={actor.accountId} mayApprove mayAsk />
        }
      >
        <ToAllLook notice={notice} timeZone={timeZone} />
      </ConfirmArea>
      <dl className="facts">
        <dt>Asked for by</dt>
        <dd>
          <bdi>{requestedBy.name}</bdi>, <DeskTime at={requestedBy.at} timeZone={timeZone} />
        </dd>
        {approvedBy && (
          <>
            <dt>Approved by</dt>
            <dd>
              <bdi>{approvedBy.name}</bdi>, <DeskTime at={approvedBy.at} timeZone={timeZone} />
            </dd>
          </>
        )}
      </dl>
    </OfficePage>
  );
}
