// Owns the page of one late change: exactly what voters see of it, and below that what this person can do. Made for a phone.
// Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmArea } from '@/components/office/confirm-area';
import { DeskTime } from '@/components/office/desk-time';
import { NoticeActions } from '@/components/office/notice-actions';
import { noticeKindText, noticeStateText } from '@/components/office/notice-kind-text';
import { NoticePreview } from '@/components/office/notice-preview';
import { NoticeTold } from '@/components/office/notice-told';
import { OfficePage } from '@/components/office/office-page';
import { SignsOvertaken } from '@/components/office/signs-overtaken';
import { noticeGround } from '@/lib/adapters/notice-page';
import { pageActor } from '@/lib/adapters/office-page';
import { may } from '@/lib/office/accounts/actor';
import { signsOvertakenBy } from '@/lib/office/notices/door-sign';
import { isByOne, noticeRecords } from '@/lib/office/notices/notice-record';
import { noticeLook } from '@/lib/office/notices/preview-notice';
import { noticesInForce } from '@/lib/office/publish/notices-in-force';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Late change' };

interface NoticePageProps {
  readonly params: Promise<{ readonly officeId: string; readonly noticeId: string }>;
}

export default async function NoticePage({ params }: NoticePageProps) {
  const { officeId, noticeId } = await params;
  const list = `/office/${officeId}/notices/`;
  const actor = await pageActor('read', officeId, `${list}${noticeId}/`);
  const { ports, office, timeZone, live } = await noticeGround(officeId);
  const record = (await noticeRecords.read(ports.state, officeId, noticeId))?.value ?? notFound();
  const { notice, state, requestedBy, approvedBy, endedAt, seenBy } = record;
  const look = live === null ? null : await noticeLook(ports, notice, live);
  const stands = state === 'live' || state === 'requested';
  const overtaken = stands ? signsOvertakenBy(notice, await noticesInForce(ports, ports.now())) : [];
  const names = new Map(live?.places.map(({ id, name }) => [id, name]));
  const isAlone = isByOne(record);
  const isUnseen = isAlone && !seenBy?.some(({ id }) => id === actor.accountId);
  return (
    <OfficePage
      person={actor}
      office={office}
      current="notices"
      title={noticeKindText[notice.kind]}
      trail={[{ label: 'Late changes', href: list }]}
    >
      {isUnseen && <NoticeTold records={[record]} timeZone={timeZone} />}
      <ConfirmArea
        heading={state === 'requested' ? 'Voters will see this' : noticeStateText[state]}
        actions={
          <NoticeActions
            record={record}
            isAlone={isAlone}
            accountId={actor.accountId}
            mayApprove={may(actor, 'approveNotice', officeId)}
            mayAsk={may(actor, 'notice', officeId)}
          />
        }
      >
        {look && <NoticePreview {...look} now={notice.from} />}
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
        <dt>Voters are told</dt>
        <dd>
          from <DeskTime at={notice.from} timeZone={timeZone} /> until{' '}
          <DeskTime at={notice.until} timeZone={timeZone} />
        </dd>
        {endedAt && (
          <>
            <dt>{noticeStateText[state]}</dt>
            <dd>
              <DeskTime at={endedAt} timeZone={timeZone} />
            </dd>
          </>
        )}
        {seenBy && (
          <>
            <dt>Who knows of it</dt>
            <dd>
              <bdi>{seenBy.map(({ name }) => name).join(', ')}</bdi>
            </dd>
          </>
        )}
      </dl>
      {stands && (
        <p>
          <a href={`${list}${noticeId}/sign/`}>Print a sign for the door</a>
        </p>
      )}
      <SignsOvertaken list={list} notices={overtaken} names={names} />
    </OfficePage>
  );
}
