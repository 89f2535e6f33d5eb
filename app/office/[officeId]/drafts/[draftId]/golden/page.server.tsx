// Owns the page of a draft's golden addresses: what they are, what the draft answers to them, and the form that sets them.
// Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GoldenForm } from '@/components/office/golden-form';
import { GoldenTable } from '@/components/office/golden-table';
import { OfficePage } from '@/components/office/office-page';
import { pageActor } from '@/lib/adapters/office-page';
import { publishPorts } from '@/lib/adapters/publish-container';
import { may } from '@/lib/office/accounts/actor';
import { goldenLines, goldenResults } from '@/lib/office/compare/draft-golden';
import { drafts } from '@/lib/office/drafts/draft';
import { offices } from '@/lib/office/offices/office';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Golden addresses' };

interface GoldenPageProps {
  readonly params: Promise<{ readonly officeId: string; readonly draftId: string }>;
}

export default async function GoldenPage({ params }: GoldenPageProps) {
  const { officeId, draftId } = await params;
  const page = `/office/${officeId}/drafts/${draftId}/`;
  const actor = await pageActor('read', officeId, `${page}golden/`);
  const ports = await publishPorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const draft = (await drafts.read(ports.state, officeId, draftId))?.value ?? notFound();
  const mayChange = may(actor, 'submit', officeId) && draft.state === 'checked' && draft.checked?.dataset;
  return (
    <OfficePage
      person={actor}
      office={office}
      current="desk"
      title="Golden addresses"
      lead="Addresses whose polling place you know by heart. No list goes live that answers one of them wrongly."
      trail={[
        { label: office.name, href: `/office/${officeId}/` },
        { label: draft.title, href: page },
      ]}
    >
      <GoldenTable results={await goldenResults(ports, draft)} editHref={null} heading={null} />
      {mayChange ? (
        <GoldenForm
          path={`/office/api/drafts/${officeId}/${draftId}/golden/`}
          lines={await goldenLines(ports, draft)}
        />
      ) : (
        <p>They can be changed while the draft is checked and not yet submitted.</p>
      )}
    </OfficePage>
  );
}
