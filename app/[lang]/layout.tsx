// Owns the document around every voter page of one language. Wires only.

import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { languages } from '@/lib/messages/languages';
import '../styles/main.scss';

export const dynamicParams = false;

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

/** One static document a language; any other first part of a path is a 404. */
export function generateStaticParams() {
  return languages.map(({ tag }) => ({ lang: tag }));
}

type Props = { readonly children: ReactNode; readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).lang };
}

export default async function LanguageLayout({ children, params }: Props) {
  const { lang } = await params;
  return (
    <html lang={lang} dir="ltr">
      <body>{children}</body>
    </html>
  );
}
