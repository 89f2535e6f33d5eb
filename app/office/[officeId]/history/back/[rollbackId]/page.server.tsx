// Owns the page on which another person looks at a wish to go back, and says yes or no. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Alert } from '@/components/office/alert';
import { ConfirmArea } from '@/components/office/confirm-area';
import { DeskTime } from '@/components/office/desk-time';
import { OfficePage } from '@/components/office/office-page';
import { RollbackActions } from '@/components/office/rollback-actions';
import { StepBackView } from '@/components/office/step-back-view';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { may } from '@/lib/office/accounts/actor';
import { offices } from '@/lib/office/offices/office';
import { stepBack } from '@/lib/office/offices/step-back';
import { rollbacks } from '@/lib/office/publish/rollback';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Go back' };

interface WishPageProps {
  readonly params: Promise<{ readonly officeId: string; readonly rollbackId: string }>;
}

export default async function WishPage({ params }: WishPageProps) {
  const { officeId, rollbackId } = await params;
  const actor = await pageActor('read', officeId, `/office/${officeId}/history/back/${rollbackId}/`);
  const ports = await officePorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const wish = (await rollbacks.read(ports.state, officeId, rollbackId))?.value ?? notFound();
  const { electionId, to, state, requestedBy, decidedBy, reason } = wish;
  const step = await stepBack(ports, { officeId, electionId, dataset: to?.dataset ?? null });
  const timeZone = officeTimeZone(office);
  const isOwn = requestedBy.id === actor.accountId;
  return (
    <OfficePage
      person={actor}
      office={office}
      current="history"
      title={to === null ? 'Take the list back?' : 'Go back to an earlier list?'}
      trail={[{ label: 'History', href: `/office/${officeId}/history/` }]}
    >
      <p>
        <bdi>{requestedBy.name}</bdi> asked for it, <DeskTime at={requestedBy.at} timeZone={timeZone} />:{' '}
        <bdi>“{reason}”</bdi>
      </p>
      {state !== 'requested' && (
        <Alert kind="done" heading={state === 'refused' ? 'It was refused' : 'It was approved'}>
          {decidedBy && (
            <p>
              <bdi>{decidedBy.name}</bdi>, <DeskTime at={decidedBy.at} timeZone={timeZone} />
            </p>
          )}
        </Alert>
      )}
      {state === 'requested' && step === null && (
        <Alert kind="warning" heading="This list is no longer among the earlier ones">
          <p>Say no to this request, and ask for another list.</p>
        </Alert>
      )}
      {state === 'requested' && (
        <ConfirmArea
          heading="What voters would see"
          actions={
            <RollbackActions
              officeId={officeId}
              rollbackId={rollbackId}
              mayApprove={step !== null && !isOwn && may(actor, 'approve', officeId)}
              mayRefuse={isOwn || may(actor, 'approve', officeId)}
              isOwn={isOwn}
            />
          }
        >
          {step && <StepBackView step={step} timeZone={timeZone} />}
        </ConfirmArea>
      )}
    </OfficePage>
  );
}
