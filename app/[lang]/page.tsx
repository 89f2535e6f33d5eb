// Owns nothing but the wiring of the look-up page: which language, which component.

import { notFound } from 'next/navigation';
import { NoScript } from '@/components/no-script';
import { VoterPage } from '@/components/voter-page';
import { languages } from '@/lib/messages/languages';
import { forPage } from '@/lib/messages/messages';
import { laterTextsPath } from '../later-texts';
import { siteLanguageFor } from '../site-languages';

interface LookupPageProps {
  readonly params: Promise<{ readonly lang: string }>;
}

export default async function LookupPage({ params }: LookupPageProps) {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  const offered = languages.map(({ tag, ownName }) => ({ tag, ownName }));
  return (
    <VoterPage messages={forPage(messages)} laterTexts={laterTextsPath(messages)} languages={offered}>
      <NoScript messages={messages} />
    </VoterPage>
  );
}
