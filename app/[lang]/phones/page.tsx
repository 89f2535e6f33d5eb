// Owns nothing but the wiring of the last rung: every office's phone number, as it was when the site was built.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PhoneList } from '@/components/phone-list';
import { languages } from '@/lib/messages/languages';
import { siteLanguageFor } from '../../site-languages';
import { phoneBook } from './phone-book';

interface PhonesPageProps {
  readonly params: Promise<{ readonly lang: string }>;
}

export async function generateMetadata({ params }: PhonesPageProps): Promise<Metadata> {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  return {
    title: messages.phones.title,
    alternates: { languages: Object.fromEntries(languages.map(({ tag }) => [tag, `/${tag}/phones/`])) },
  };
}

export default async function PhonesPage({ params }: PhonesPageProps) {
  const { messages } = siteLanguageFor((await params).lang) ?? notFound();
  const offered = languages.map(({ tag, ownName }) => ({ tag, ownName }));
  return <PhoneList messages={messages} languages={offered} book={phoneBook()} />;
}
