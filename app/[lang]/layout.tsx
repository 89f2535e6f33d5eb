// Owns the document around every voter page of one language. Wires only.

import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { ForgetDevice } from '@/components/forget-device';
import { OfflinePages } from '@/components/offline-pages';
import { languages } from '@/lib/messages/languages';
import { siteLanguageFor, siteLanguages } from '../site-languages';
import '../styles/main.scss';

export const dynamicParams = false;

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

interface LanguageLayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly lang: string }>;
}

/** One static document a language; any other first part of a path is a 404. */
export function generateStaticParams() {
  return siteLanguages.map(({ tag }) => ({ lang: tag }));
}

/** The title is the question itself; no page's title ever holds what a voter typed. */
export async function generateMetadata({ params }: LanguageLayoutProps): Promise<Metadata> {
  const language = siteLanguageFor((await params).lang) ?? notFound();
  const { title, description } = language.messages.shell;
  return {
    title,
    description,
    // An address typed here must not travel to the pages it links to, not even as "came from".
    referrer: 'no-referrer',
    icons: { icon: '/icon.svg' },
    formatDetection: { telephone: false, address: false, email: false },
    alternates: { languages: Object.fromEntries(languages.map(({ tag }) => [tag, `/${tag}/`])) },
  };
}

export default async function LanguageLayout({ children, params }: LanguageLayoutProps) {
  const { tag, direction, messages } = siteLanguageFor((await params).lang) ?? notFound();
  return (
    <html lang={tag} dir={direction}>
      <body>
        <a className="skip-link" href="#main">
          {messages.shell.skipToContent}
        </a>
        {children}
        <footer className="site-foot">
          <div className="site-foot-inner">
            <p>{messages.shell.footerNote}</p>
            <p>{messages.shell.footerPrivacy}</p>
            <p>
              <a href={`/${tag}/status/`}>{messages.status.footLink}</a>
            </p>
            <p>
              <a href={`/${tag}/data/`}>{messages.data.footLink}</a>
            </p>
            <div className="forget no-print">
              <ForgetDevice messages={messages.forget} />
            </div>
          </div>
        </footer>
        <OfflinePages />
      </body>
    </html>
  );
}
