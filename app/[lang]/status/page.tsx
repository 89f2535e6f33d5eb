// Owns nothing but the wiring of the status page: which language, and its title.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StatusPage } from '@/components/status-page';
import { languages } from '@/lib/messages/languages';
import { siteLanguageFor } from '../../site-languages';
import '../../styles/status.scss';

interface StatusPageProps {
  readonly params: Promise<{ readonly lang: string }>;
}

export async function generateMetadata({ params }: StatusPageProps): Promise<Metadata> {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  return {
    title: messages.status.title,
    description: messages.status.lead,
    alternates: { languages: Object.fromEntries(languages.map(({ tag }) => [tag, `/${tag}/status/`])) },
  };
}

export default async function StatusForVotersPage({ params }: StatusPageProps) {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  const offered = languages.map(({ tag, ownName }) => ({ tag, ownName }));
  return <StatusPage messages={messages} languages={offered} />;
}
