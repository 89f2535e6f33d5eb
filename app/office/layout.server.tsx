// Owns the document around every page of the office desk. It asks nobody who they are: each page does that for itself, and
// draws its bar by components/office/office-page. Not there in the public build.

import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { DeskOff } from '@/components/office/desk-off';
import { officeEnv } from '@/lib/adapters/office-container';
import './styles/office.scss';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export const metadata: Metadata = {
  title: { default: 'Election office desk', template: '%s · Election office desk' },
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
  icons: { icon: '/icon.svg' },
  formatDetection: { telephone: false, address: false, email: false },
};

export default function OfficeLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <a className="skip-link" href="#main">
          Skip to the page
        </a>
        {officeEnv().isDeskOpen ? children : <DeskOff />}
      </body>
    </html>
  );
}
