'use client';
// Owns the page for a bug that took the whole document down, in every language at once. It says that this is
// our fault and says nothing about the voter. The error itself is not shown, logged or sent: it might hold an address.

import { languages } from '@/lib/messages/languages';

export default function GlobalError() {
  return (
    <html lang={languages[0].tag}>
      <body>
        <main className="page">
          {languages.map(({ tag, messages: { errors } }) => (
            <section key={tag} lang={tag} className="error-section">
              <h1>{errors.bugHeading}</h1>
              <p>{errors.bugText}</p>
              <p>
                <a href={`/${tag}/`}>{errors.home}</a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
