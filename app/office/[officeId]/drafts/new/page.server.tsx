// Owns the page on which files become a draft, and the short way for a runoff. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftSamePlaces } from '@/components/office/draft-same-places';
import { draftSteps } from '@/components/office/draft-steps';
import { OfficePage } from '@/components/office/office-page';
import { Stepper } from '@/components/office/stepper';
import { UploadForm } from '@/components/office/upload-form';
import { fileLimit } from '@/lib/adapters/draft-ports';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { knownElections } from '@/lib/office/drafts/known-elections';
import { readingOf } from '@/lib/office/drafts/reading-of';
import { latestLive } from '@/lib/office/drafts/same-places';
import { offices } from '@/lib/office/offices/office';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Upload a file' };

interface NewDraftPageProps {
  readonly params: Promise<{ readonly officeId: string }>;
}

export default async function NewDraftPage({ params }: NewDraftPageProps) {
  const { officeId } = await params;
  const actor = await pageActor('draft', officeId, `/office/${officeId}/drafts/new/`);
  const ports = await officePorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const live = await latestLive(ports, officeId);
  return (
    <OfficePage
      person={actor}
      office={office}
      current="desk"
      title="Upload a file"
      lead="We read it on your computer first and show you what is in it. Voters see nothing of it before a second person has approved it."
      trail={[{ label: office.name, href: `/office/${officeId}/` }]}
      aside={<Stepper steps={draftSteps(null)} />}
    >
      <UploadForm
        reading={(await readingOf(ports.state, office, { officeId })).reading}
        elections={await knownElections(ports, { officeId, state: office.state })}
        maxMegabytes={Math.floor(fileLimit() / 1_048_576)}
        draftId={null}
      />
      {live !== null && <DraftSamePlaces officeId={officeId} electionName={live.electionName} />}
    </OfficePage>
  );
}
