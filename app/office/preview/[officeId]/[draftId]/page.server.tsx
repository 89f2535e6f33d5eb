// Owns the page on which a draft is tried as a voter, before it is live. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PreviewBar } from '@/components/office/preview-bar';
import { PreviewPage } from '@/components/office/preview-page';
import { pageActor } from '@/lib/adapters/office-page';
import { publishPorts } from '@/lib/adapters/publish-container';
import { forLater, forPage } from '@/lib/messages/messages';
import { previewOf } from '@/lib/office/compare/preview';
import { drafts } from '@/lib/office/drafts/draft';
import { offices } from '@/lib/office/offices/office';
import { siteLanguageFor, siteLanguages } from '../../../../site-languages';
import './preview.scss';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Preview' };

interface PreviewProps {
  readonly params: Promise<{ readonly officeId: string; readonly draftId: string }>;
  readonly searchParams: Promise<{ readonly lang?: string | string[] }>;
}

export default async function Preview({ params, searchParams }: PreviewProps) {
  const { officeId, draftId } = await params;
  await pageActor('read', officeId, `/office/preview/${officeId}/${draftId}/`);
  const ports = await publishPorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const draft = (await drafts.read(ports.state, officeId, draftId))?.value ?? notFound();
  const dataset = draft.checked?.dataset ?? notFound();
  const { tag, direction, messages } =
    siteLanguageFor(String((await searchParams).lang ?? 'en')) ?? notFound();
  const page = forPage(messages);
  return (
    <div className="preview" lang={tag} dir={direction}>
      <PreviewBar
        title={draft.title}
        officeName={office.name}
        draftPath={`/office/${officeId}/drafts/${draftId}/`}
        languages={siteLanguages.map((each) => ({
          tag: each.tag,
          ownName: each.ownName,
          isCurrent: each.tag === tag,
        }))}
      />
      <PreviewPage
        messages={page}
        allMessages={{ ...page, ...forLater(messages) }}
        pointer={await previewOf(ports, dataset)}
        base={`/office/api/preview/${officeId}/${draftId}/`}
      />
    </div>
  );
}
