'use client';
// Owns the page for a bug that took the whole document down, in every language at once. It says that this is
// our fault and says nothing about the voter. The error itself is not shown, logged or sent: it might hold an address.

import { enBugs } from '@/lib/messages/en';
import { esBugs } from '@/lib/messages/es';

const errorsByLanguage = { en: enBugs, es: esBugs };

export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main className="page">
          {Object.entries(errorsByLanguage).map(([tag, errors]) => (
            <section key={tag} lang={tag} className="error-section">
              <h1>{errors.bugHeading}</h1>
              <p>{errors.bugText}</p>
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
