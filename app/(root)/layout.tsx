// Owns the document of `/`, which has no language of its own yet. It must not load the look-up.

import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { languages } from '@/lib/messages/languages';
import '../styles/main.scss';

export const metadata: Metadata = { title: 'Where do I vote? · ¿Dónde voto?', icons: { icon: '/icon.svg' } };

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        {/* A plain file, run before anything is drawn: no server picks the language, and no inline script. */}
        <script src="/choose-language.js" data-languages={languages.map(({ tag }) => tag).join(' ')} />
      </head>
      <body>{children}</body>
    </html>
  );
}
