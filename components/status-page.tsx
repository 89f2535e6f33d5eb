// Owns the page that says whether the site works: what it says without script, the live part, and where to go instead. Drawn while the
// site is built.

import type { Catalogue } from '@/lib/messages/messages';
import { forPage } from '@/lib/messages/messages';
import { startPagePath } from '@/lib/release/start-page-path';
import type { OfferedLanguage } from './language-links';
import { SiteBar } from './site-bar';
import { StatusReport } from './status-report';

interface StatusPageProps {
  readonly messages: Catalogue;
  readonly languages: readonly OfferedLanguage[];
}

/** The whole of `/en/status/` but its foot. */
export function StatusPage({ messages, languages }: StatusPageProps) {
  const { status, shell, plain, phones, tag } = messages;
  return (
    <>
      <SiteBar messages={messages} languages={languages} path="status/" release={{ kind: 'loading' }} />
      <main id="main" className="page status-page">
        <h1 className="page-title">{status.title}</h1>
        <p>{status.lead}</p>
        <noscript>
          <p>{status.noScript}</p>
        </noscript>
        <StatusReport messages={forPage(messages)} say={status} />
        <section>
          <h2>{status.helpHeading}</h2>
          <ul className="status-links">
            <li>
              <a href={startPagePath(tag)}>{plain.fromMainPage}</a>
            </li>
            <li>
              <a href={`/${tag}/phones/`}>{phones.link}</a>
            </li>
            <li>
              <a href={`/${tag}/`}>{shell.backToSearch}</a>
            </li>
          </ul>
        </section>
      </main>
    </>
  );
}
