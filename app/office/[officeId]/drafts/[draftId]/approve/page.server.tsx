// Owns the page on which a second person says yes or no to a draft: what changes, what to take note of, what golden
// addresses give, what voters will see; then the passkey. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApproveActions } from '@/components/office/approve-actions';
import { CauseList } from '@/components/office/cause-list';
import { DifferenceSummary } from '@/components/office/difference-summary';
import { DraftFacts } from '@/components/office/draft-facts';
import { draftSteps } from '@/components/office/draft-steps';
import { GoldenTable } from '@/components/office/golden-table';
import { MappingLine } from '@/components/office/mapping-line';
import { OfficePage } from '@/components/office/office-page';
import { OfficeParts } from '@/components/office/office-parts';
import { PutBackLine } from '@/components/office/put-back-line';
import { Stepper } from '@/components/office/stepper';
import { SuggestionLine } from '@/components/office/suggestion-line';
import { comparisonMemo } from '@/lib/adapters/comparison-memo';
import { pageActor } from '@/lib/adapters/office-page';
import { publishPorts } from '@/lib/adapters/publish-container';
import { may } from '@/lib/office/accounts/actor';
import { isNoted, obstacles } from '@/lib/office/compare/approve-draft';
import { comparisonOf } from '@/lib/office/compare/comparison';
import { causesOfDraft } from '@/lib/office/compare/draft-causes';
import { goldenResults } from '@/lib/office/compare/draft-golden';
import { partObstacles, partViews } from '@/lib/office/division/part-views';
import { drafts } from '@/lib/office/drafts/draft';
import { loadForeign } from '@/lib/office/drafts/foreign-tables';
import { offices } from '@/lib/office/offices/office';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Review and approve' };

interface ApprovePageProps {
  readonly params: Promise<{ readonly officeId: string; readonly draftId: string }>;
}

export default async function ApprovePage({ params }: ApprovePageProps) {
  const { officeId, draftId } = await params;
  const page = `/office/${officeId}/drafts/${draftId}/`;
  const actor = await pageActor('read', officeId, `${page}approve/`);
  const ports = await publishPorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const draft = (await drafts.read(ports.state, officeId, draftId))?.value ?? notFound();
  const isDivided = Boolean(draft.checked?.division);
  const parts = isDivided ? await partViews(ports, draft, actor, comparisonMemo()) : [];
  // Of a state's one file nothing is live as a whole: its offices' lists are compared.
  const comparison = isDivided ? null : await comparisonOf(ports, draft, comparisonMemo());
  const causes = comparison?.causes ?? [];
  const against = isDivided
    ? partObstacles(draft, actor, parts)
    : await obstacles(ports, draft, actor, causesOfDraft);
  const mayApprove = may(actor, 'approve', officeId);
  return (
    <OfficePage
      person={actor}
      office={office}
      current="desk"
      title={mayApprove ? 'Review and approve' : 'What the approver sees'}
      lead={
        mayApprove
          ? 'Nothing is live before you say so. What voters see now stays until then.'
          : 'Somebody who may approve looks at this and says yes or no. What voters see now stays until then.'
      }
      trail={[
        { label: office.name, href: `/office/${officeId}/` },
        { label: draft.title, href: page },
      ]}
      aside={<Stepper steps={draftSteps(draft, 'Approved')} />}
    >
      <DraftFacts draft={draft} timeZone={officeTimeZone(office)} />
      <MappingLine
        tables={await loadForeign(ports, draft)}
        href={`${page}columns/`}
        timeZone={officeTimeZone(office)}
      />
      <SuggestionLine
        decisions={draft.repairs ?? []}
        href={`${page}#suggestions`}
        timeZone={officeTimeZone(office)}
      />
      <PutBackLine draft={draft} path={`${page}compare/`} timeZone={officeTimeZone(office)} />
      {comparison && <DifferenceSummary difference={comparison.difference} path={`${page}compare/`} />}
      <p className="desk-actions">
        <a className="usa-button usa-button--outline" href={`${page}compare/`}>
          See what changes
        </a>
        <a href={`/office/preview/${officeId}/${draftId}/`}>Try it as a voter</a>
      </p>
      {isDivided && <OfficeParts parts={parts} mayNote={mayApprove && draft.state === 'submitted'} />}
      {!isDivided && (
        <CauseList
          path={`/office/api/drafts/${officeId}/${draftId}/acknowledge/`}
          causes={causes.map((cause) => ({ ...cause, isNoted: isNoted(draft, cause, actor.accountId) }))}
          mayNote={mayApprove && draft.state === 'submitted'}
        />
      )}
      <GoldenTable results={await goldenResults(ports, draft)} editHref={null} />
      <ApproveActions
        path={`/office/api/drafts/${officeId}/${draftId}/`}
        next={page}
        obstacles={against.map(({ message }) => message)}
        mayApprove={mayApprove}
      />
    </OfficePage>
  );
}
