// Owns nothing but the wiring of the practice page: the look-up, with the practice county's addresses below it.

import { notFound } from 'next/navigation';
import { NoScript } from '@/components/no-script';
import { VoterPage } from '@/components/voter-page';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { languages } from '@/lib/messages/languages';
import { forPage } from '@/lib/messages/messages';
import { laterTextsPath } from '../../later-texts';
import { siteLanguageFor } from '../../site-languages';

interface PracticePageProps {
  readonly params: Promise<{ readonly lang: string }>;
}

export default async function PracticePage({ params }: PracticePageProps) {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  const offered = languages.map(({ tag, ownName }) => ({ tag, ownName }));
  const practice = practiceAddresses.map(({ id, address, note }) => ({ id, address, note }));
  return (
    <VoterPage
      messages={forPage(messages)}
      laterTexts={laterTextsPath(messages)}
      languages={offered}
      practice={practice}
    >
      <NoScript messages={messages} />
    </VoterPage>
  );
}
