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
import { type Draft, drafts } from '@/lib/office/drafts/draft';
import { loadForeign } from '@/lib/office/drafts/foreign-tables';
import { missingChunks } from '@/lib/office/drafts/put-chunk';
import { readProblems } from '@/lib/office/drafts/read-problems';
import { readingOf } from '@/lib/office/drafts/reading-of';
import { loadSuggestions } from '@/lib/office/drafts/stored-suggestions';
import { missingForSubmit } from '@/lib/office/drafts/submit-draft';
import { helpTitleOf } from '@/lib/office/help/help-pages';
import { offices } from '@/lib/office/offices/office';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
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
  const problems = await readProblems(ports, draft, view);
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
        draft={draft}
        timeZone={officeTimeZone(office)}
        maxMegabytes={Math.floor(fileLimit() / 1_048_576)}
        missingChunks={draft.state === 'uploading' ? await missingChunks(ports, draft) : []}
        missingForSubmit={missingForSubmit(draft)}
        foreign={foreign}
        suggestions={await loadSuggestions(ports, draft)}
        effect={comparison && precinctListEffect(foreign, comparison.difference)}
        reading={(await readingOf(ports.state, office, draft)).reading}
        readBy={await readBy(ports, draft)}
        view={view}
        problems={problems}
        kinds={problems.codes.map((one) => ({ ...one, title: helpTitleOf(one.value) }))}
        selectedId={problemIdOf(query)}
      />
    </OfficePage>
  );
}

/** The office whose one file this list is a part of. */
async function readBy({ state }: OfficePorts, { partOf }: Draft): Promise<string | null> {
  if (!partOf) return null;
  return (await offices.read(state, partOf.officeId))?.value.name ?? partOf.officeId;
}
