// Owns the page "Which column holds what?" of a draft: its own tables, what we guess of them, and the form that confirms it.
// Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Alert } from '@/components/office/alert';
import { draftSteps } from '@/components/office/draft-steps';
import { MappingForm } from '@/components/office/mapping-form';
import { OfficePage } from '@/components/office/office-page';
import { Stepper } from '@/components/office/stepper';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { drafts } from '@/lib/office/drafts/draft';
import { loadForeign } from '@/lib/office/drafts/foreign-tables';
import { offices } from '@/lib/office/offices/office';
import { choicesIn, tablesIn } from '@/lib/office-client/mapping-choice';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Which column holds what?' };

interface ColumnsPageProps {
  readonly params: Promise<{ readonly officeId: string; readonly draftId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function ColumnsPage({ params, searchParams }: ColumnsPageProps) {
  const { officeId, draftId } = await params;
  const page = `/office/${officeId}/drafts/${draftId}/`;
  const actor = await pageActor('draft', officeId, `${page}columns/`);
  const ports = await officePorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const draft = (await drafts.read(ports.state, officeId, draftId))?.value ?? notFound();
  const tables = await loadForeign(ports, draft);
  const query = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const form = new URLSearchParams(query);
  const shown = tablesIn(form, tables, office.state);
  const isFixed = draft.state !== 'checked';
  return (
    <OfficePage
      person={actor}
      office={office}
      current="desk"
      title="Which column holds what?"
      lead={leadOf(tables.length, isFixed)}
      trail={[
        { label: office.name, href: `/office/${officeId}/` },
        { label: draft.title, href: page },
      ]}
      aside={<Stepper steps={draftSteps(draft, 'Checked')} />}
      isWholeWithoutScript
    >
      {form.has('changed') && (
        <Alert kind="warning" heading="The tables have been read anew meanwhile">
          <p>Look at their columns again.</p>
        </Alert>
      )}
      {tables.length > 0 && (
        <MappingForm
          officeId={officeId}
          draftId={draftId}
          seen={draft.checked?.foreign?.blob ?? ''}
          officeState={office.state}
          tables={tables}
          shown={shown}
          choices={choicesIn(form, shown, office.state)}
          isFixed={isFixed}
        />
      )}
    </OfficePage>
  );
}

function leadOf(tables: number, isFixed: boolean): string {
  if (tables === 0) return 'This upload has no tables of your own.';
  if (isFixed) return 'This is how the tables of this draft were read.';
  return 'We have looked at names and contents and guessed. Change what is wrong, then confirm it.';
}
