// Owns the page for an address that does not exist, in every language at once: nothing here knows which one the
// visitor reads. It must never look like "you are not on the list".

import type { Metadata } from 'next';
import { languages } from '@/lib/messages/languages';
import './styles/main.scss';

export const metadata: Metadata = {
  title: languages[0].messages.errors.notFoundHeading,
  icons: { icon: '/icon.svg' },
};

export default function GlobalNotFound() {
  return (
    <html lang={languages[0].tag}>
      <body>
        <main className="page">
          {languages.map(({ tag, messages: { errors } }) => (
            <section key={tag} lang={tag} className="error-section">
              <h1>{errors.notFoundHeading}</h1>
              <p>{errors.notFoundText}</p>
              <p>
                <a href={`/${tag}/`}>{errors.home}</a>
              </p>
              <p>
                <a href={`/${tag}/phones/`}>{errors.phones}</a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
