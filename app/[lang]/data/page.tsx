// Owns nothing but the wiring of the page about the data: which language, and its title.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DataPage } from '@/components/data-page';
import { SiteBar } from '@/components/site-bar';
import { languages } from '@/lib/messages/languages';
import { siteLanguageFor } from '../../site-languages';
import '../../styles/data.scss';

interface DataPageProps {
  readonly params: Promise<{ readonly lang: string }>;
}

export async function generateMetadata({ params }: DataPageProps): Promise<Metadata> {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  return {
    title: messages.data.title,
    description: messages.data.lead,
    alternates: { languages: Object.fromEntries(languages.map(({ tag }) => [tag, `/${tag}/data/`])) },
  };
}

export default async function DataForOthersPage({ params }: DataPageProps) {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  const offered = languages.map(({ tag, ownName }) => ({ tag, ownName }));
  return (
    <>
      <SiteBar messages={messages} languages={offered} path="data/" release={{ kind: 'loading' }} />
      <DataPage messages={messages} />
    </>
  );
}
