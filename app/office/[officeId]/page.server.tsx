// Owns an office's desk: what to do now, what voters see, what is under way. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskDrafts } from '@/components/office/desk-drafts';
import { DeskLive } from '@/components/office/desk-live';
import { DeskNotices } from '@/components/office/desk-notices';
import { draftSteps } from '@/components/office/draft-steps';
import { NoKey } from '@/components/office/no-key';
import { NoticeTold } from '@/components/office/notice-told';
import { OfficePage } from '@/components/office/office-page';
import { Stepper } from '@/components/office/stepper';
import { ToDoList } from '@/components/office/to-do-list';
import { canSign } from '@/lib/adapters/host-key';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { may } from '@/lib/office/accounts/actor';
import { unseenNotices } from '@/lib/office/notices/see-notice';
import { readDesks } from '@/lib/office/offices/desk';
import { waiting } from '@/lib/office/offices/waiting';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Desk' };

interface DeskPageProps {
  readonly params: Promise<{ readonly officeId: string }>;
}

export default async function DeskPage({ params }: DeskPageProps) {
  const { officeId } = await params;
  const actor = await pageActor('read', officeId);
  const ports = await officePorts();
  const { desks, release } = await readDesks(ports, officeId);
  const desk = desks[0] ?? notFound();
  const { office, live, drafts, notices } = desk;
  const timeZone = officeTimeZone(office);
  const of = { officeId, notices, timeZone };
  const untold = await unseenNotices(ports, actor, officeId);
  const isNew = live.length === 0 && drafts.length === 0;
  return (
    <OfficePage
      person={actor}
      office={office}
      current="desk"
      title="Desk"
      aside={
        (isNew || drafts.length > 0) && (
          <Stepper steps={draftSteps(drafts[0] ?? null)} of={drafts[0]?.title} />
        )
      }
    >
      {!(await canSign()) && <NoKey />}
      <NoticeTold records={untold} timeZone={timeZone} />
      <ToDoList officeId={officeId} items={waiting(desk, actor)} />
      {!isNew && (
        <>
          <DeskLive desk={desk} release={release} now={ports.now()} timeZone={timeZone} />
          <DeskDrafts
            officeId={officeId}
            drafts={drafts}
            timeZone={timeZone}
            mayUpload={may(actor, 'draft', officeId)}
          />
          <DeskNotices {...of} />
        </>
      )}
    </OfficePage>
  );
}
