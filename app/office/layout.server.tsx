// Owns the document around every page of the office desk. It asks nobody who they are: each page does that for itself, and
// draws its bar by components/office/office-page. Not there in the public build.

import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DeskOff } from '@/components/office/desk-off';
import { EarlyDeeds } from '@/components/office/early-deeds';
import { officeEnv } from '@/lib/adapters/office-container';
import { earlyDeedsScript } from '@/lib/office-client/early-deeds';
import './styles/office.scss';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export const metadata: Metadata = {
  title: { default: 'Election office desk', template: '%s · Election office desk' },
  robots: { index: false, follow: false },
  // As the header says: a plain form has to say where it comes from.
  referrer: 'same-origin',
  icons: { icon: '/icon.svg' },
  formatDetection: { telephone: false, address: false, email: false },
};

export default async function OfficeLayout({ children }: { readonly children: ReactNode }) {
  // The edge's nonce for this one answer; there is none without an edge. Browsers hide it from scripts after reading it.
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1];
  return (
    <html lang="en">
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {earlyDeedsScript}
        </script>
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to the page
        </a>
        {officeEnv().isDeskOpen ? children : <DeskOff />}
        <EarlyDeeds />
      </body>
    </html>
  );
}
