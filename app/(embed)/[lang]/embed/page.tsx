// Owns nothing but the wiring of the look-up in a frame: which language, and the foot that says where it comes from.

import { notFound } from 'next/navigation';
import { EmbedFoot } from '@/components/embed-foot';
import { NoScript } from '@/components/no-script';
import { VoterPage } from '@/components/voter-page';
import { languages } from '@/lib/messages/languages';
import { forPage } from '@/lib/messages/messages';
import { laterTextsPath } from '../../../later-texts';
import { siteLanguageFor } from '../../../site-languages';

interface EmbedPageProps {
  readonly params: Promise<{ readonly lang: string }>;
}

export default async function EmbedPage({ params }: EmbedPageProps) {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  const offered = languages.map(({ tag, ownName }) => ({ tag, ownName }));
  return (
    <>
      <VoterPage
        messages={forPage(messages)}
        laterTexts={laterTextsPath(messages)}
        languages={offered}
        isEmbedded
      >
        <NoScript messages={messages} />
      </VoterPage>
      <EmbedFoot messages={messages} />
    </>
  );
}
