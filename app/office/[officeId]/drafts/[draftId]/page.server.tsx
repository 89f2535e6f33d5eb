// Owns a draft's page: where it stands, what to do now, its problems and corrections. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftBody } from '@/components/office/draft-body';
import { draftStateText, draftSteps } from '@/components/office/draft-steps';
import { OfficePage } from '@/components/office/office-page';
import { Stepper } from '@/components/office/stepper';
import { comparisonMemo } from '@/lib/adapters/comparison-memo';
import { fileLimit } from '@/lib/adapters/draft-ports';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { comparisonOf } from '@/lib/office/compare/comparison';
import { isPrecinctList, precinctListEffect } from '@/lib/office/compare/precinct-list-effect';
import { drafts } from '@/lib/office/drafts/draft';
import { loadForeign } from '@/lib/office/drafts/foreign-tables';
import { listMappings } from '@/lib/office/drafts/mappings';
import { missingChunks } from '@/lib/office/drafts/put-chunk';
import { readProblems } from '@/lib/office/drafts/read-problems';
import { missingForSubmit } from '@/lib/office/drafts/submit-draft';
import { offices } from '@/lib/office/offices/office';
import { problemIdOf, problemViewOf } from '@/lib/office-client/problems-query';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Draft' };

interface DraftPageProps {
  readonly params: Promise<{ readonly officeId: string; readonly draftId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function DraftPage({ params, searchParams }: DraftPageProps) {
  const { officeId, draftId } = await params;
  const actor = await pageActor('draft', officeId, `/office/${officeId}/drafts/${draftId}/`);
  const ports = await officePorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const draft = (await drafts.read(ports.state, officeId, draftId))?.value ?? notFound();
  const query = await searchParams;
  const view = problemViewOf(query);
  const foreign = await loadForeign(ports, draft);
  const isPlaceList = isPrecinctList(new Set(foreign.map(({ confirmed }) => confirmed?.kind)));
  const comparison = isPlaceList ? await comparisonOf(ports, draft, comparisonMemo()) : null;
  return (
    <OfficePage
      person={actor}
      office={office}
      current="desk"
      title={draft.title}
      lead={draftStateText(draft)}
      trail={[{ label: office.name, href: `/office/${officeId}/` }]}
      aside={<Stepper steps={draftSteps(draft)} />}
    >
      <DraftBody
        office={office}
        draft={draft}
        timeZone={officeTimeZone(office)}
        maxMegabytes={Math.floor(fileLimit() / 1_048_576)}
        missingChunks={draft.state === 'uploading' ? await missingChunks(ports, draft) : []}
        missingForSubmit={missingForSubmit(draft)}
        foreign={foreign}
        effect={comparison && precinctListEffect(foreign, comparison.difference)}
        mappings={(await listMappings(ports.state, officeId)).map(({ mapping }) => mapping)}
        view={view}
        problems={await readProblems(ports, draft, view)}
        selectedId={problemIdOf(query)}
      />
    </OfficePage>
  );
}
