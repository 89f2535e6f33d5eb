// Owns the page on which somebody asks to go back: what voters would see, why, the button. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OfficePage } from '@/components/office/office-page';
import { RollbackForm } from '@/components/office/rollback-form';
import { StepBackView } from '@/components/office/step-back-view';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { offices } from '@/lib/office/offices/office';
import { stepBack } from '@/lib/office/offices/step-back';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Go back' };

interface BackPageProps {
  readonly params: Promise<{ readonly officeId: string }>;
  readonly searchParams: Promise<{ readonly election?: string; readonly to?: string }>;
}

export default async function BackPage({ params, searchParams }: BackPageProps) {
  const { officeId } = await params;
  const actor = await pageActor('rollback', officeId, `/office/${officeId}/history/`);
  const ports = await officePorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const { election: electionId, to } = await searchParams;
  if (typeof electionId !== 'string' || typeof to !== 'string') notFound();
  const dataset = to === 'none' ? null : to;
  const step = (await stepBack(ports, { officeId, electionId, dataset })) ?? notFound();
  return (
    <OfficePage
      person={actor}
      office={office}
      current="history"
      title={dataset === null ? 'Take the list back?' : 'Go back to this list?'}
      lead="Nothing changes for voters before another person has approved it."
      trail={[{ label: 'History', href: `/office/${officeId}/history/` }]}
    >
      <StepBackView step={step} timeZone={officeTimeZone(office)} />
      <RollbackForm officeId={officeId} electionId={electionId} dataset={dataset} />
    </OfficePage>
  );
}
