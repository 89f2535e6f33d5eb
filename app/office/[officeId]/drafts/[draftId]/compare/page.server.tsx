// Owns the page that shows a draft beside what is live: sentences first, rows on demand, a map. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Alert } from '@/components/office/alert';
import { DifferenceCauses } from '@/components/office/difference-causes';
import { DifferenceFigures } from '@/components/office/difference-figures';
import { DifferenceMap } from '@/components/office/difference-map';
import { DifferencePlaces } from '@/components/office/difference-places';
import { DifferenceRanges } from '@/components/office/difference-ranges';
import { DifferenceContacts, DifferencePrecincts } from '@/components/office/difference-tables';
import { draftSteps } from '@/components/office/draft-steps';
import { LostFixes } from '@/components/office/lost-fixes';
import { MappingLine } from '@/components/office/mapping-line';
import { OfficePage } from '@/components/office/office-page';
import { OfficeParts } from '@/components/office/office-parts';
import { Stepper } from '@/components/office/stepper';
import { comparisonMemo } from '@/lib/adapters/comparison-memo';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { publishPorts } from '@/lib/adapters/publish-container';
import { may } from '@/lib/office/accounts/actor';
import { comparisonOf } from '@/lib/office/compare/comparison';
import { mapOf } from '@/lib/office/compare/difference-map';
import { partViews } from '@/lib/office/division/part-views';
import { drafts } from '@/lib/office/drafts/draft';
import { loadForeign } from '@/lib/office/drafts/foreign-tables';
import { mayPutBack } from '@/lib/office/fixes/fix-deeds';
import { fixViewOf } from '@/lib/office/fixes/fix-views';
import { offices } from '@/lib/office/offices/office';
import { electionDay, officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Compare' };

interface ComparePageProps {
  readonly params: Promise<{ readonly officeId: string; readonly draftId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const { officeId, draftId } = await params;
  const own = `/office/${officeId}/drafts/${draftId}/`;
  const actor = await pageActor('read', officeId, `${own}compare/`);
  const ports = await officePorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const draft = (await drafts.read(ports.state, officeId, draftId))?.value ?? notFound();
  const isDivided = Boolean(draft.checked?.division);
  const parts = isDivided ? await partViews(await publishPorts(), draft, actor, comparisonMemo()) : [];
  // Of a state's one file nothing is live as a whole: its offices' lists are compared.
  const comparison = isDivided ? null : await comparisonOf(ports, draft, comparisonMemo());
  const { rows, page, fixes } = await searchParams;
  const open = typeof rows === 'string' ? { key: rows, page: Number(page) || 1 } : null;
  const csvPath = `/office/api/drafts/${officeId}/${draftId}/difference/`;
  return (
    <OfficePage
      person={actor}
      office={office}
      current="desk"
      title="Compare with what is live"
      lead={comparison && liveText(comparison.live)}
      trail={[
        { label: office.name, href: `/office/${officeId}/` },
        { label: draft.title, href: own },
      ]}
      aside={<Stepper steps={draftSteps(draft, 'Compared')} />}
    >
      {isDivided && <OfficeParts parts={parts} mayNote={false} />}
      {!isDivided && comparison === null && (
        <Alert kind="warning" heading="There is nothing to compare yet">
          <p>
            Nothing of this list could be read. <a href={own}>Look at its problems.</a>
          </p>
        </Alert>
      )}
      {comparison !== null && (
        <>
          <DifferenceFigures difference={comparison.difference} />
          <MappingLine
            tables={await loadForeign(ports, draft)}
            href={`${own}columns/`}
            timeZone={officeTimeZone(office)}
          />
          <DifferenceCauses causes={comparison.causes} />
          <LostFixes
            path={`/office/api/drafts/${officeId}/${draftId}/fixes/`}
            view={await fixViewOf(ports, draft, comparison, officeTimeZone(office))}
            timeZone={officeTimeZone(office)}
            mayPutBack={mayPutBack(draft) && may(actor, 'draft', officeId)}
            refusal={typeof fixes === 'string' ? fixes : null}
          />
          <p className="difference-links">
            <a href={`/office/preview/${officeId}/${draftId}/`}>Try it as a voter</a>
            <a href={csvPath}>Download the comparison (CSV)</a>
          </p>
          <DifferenceRanges
            difference={comparison.difference}
            path={`${own}compare/`}
            csvPath={csvPath}
            open={open}
          />
          <DifferenceMap {...mapOf(comparison.difference)} state={office.state} />
          <DifferencePlaces places={comparison.difference.places} />
          <DifferencePrecincts precincts={comparison.difference.precincts} />
          <DifferenceContacts contacts={comparison.difference.contacts} />
        </>
      )}
    </OfficePage>
  );
}

function liveText(live: { readonly electionName: string; readonly electionDate: string } | null): string {
  if (live === null) return 'Nothing of this office is live yet.';
  return `Live now: ${live.electionName}, ${electionDay(live.electionDate)}`;
}
