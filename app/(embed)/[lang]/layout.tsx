// Owns the document of the look-up as it stands in a frame on somebody else's page. It has no bar of links and no foot
// of the site's, and registers no service worker: those belong to the site, not to a visit on another one.

import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { FrameManners } from '@/components/frame-manners';
import { siteLanguageFor, siteLanguages } from '../../site-languages';
import '../../styles/main.scss';
import '../../styles/embed.scss';

export const dynamicParams = false;

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

interface EmbedLayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly lang: string }>;
}

export function generateStaticParams() {
  return siteLanguages.map(({ tag }) => ({ lang: tag }));
}

/** Not for search engines: who looks for a polling place should find the page itself. */
export async function generateMetadata({ params }: EmbedLayoutProps): Promise<Metadata> {
  const language = siteLanguageFor((await params).lang) ?? notFound();
  return {
    title: language.messages.shell.title,
    referrer: 'no-referrer',
    robots: { index: false },
    icons: { icon: '/icon.svg' },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export default async function EmbedLayout({ children, params }: EmbedLayoutProps) {
  const { tag, direction } = siteLanguageFor((await params).lang) ?? notFound();
  return (
    <html lang={tag} dir={direction}>
      <head>
        {/* Other pages open beside the host's page: within the frame a visitor would be stranded. */}
        <base target="_blank" />
      </head>
      <body className="embed">
        {children}
        <FrameManners />
      </body>
    </html>
  );
}
