// Owns the thin bar on top of every voter page: whose site this is, whether its data is practice, and the languages.
// It must not fetch anything.

import { siteOffices } from '@/lib/client/site-config';
import { siteName } from '@/lib/client/site-name';
import { isPractice } from '@/lib/client/voter-release';
import type { Messages } from '@/lib/messages/messages';
import { LanguageLinks, type OfferedLanguage } from './language-links';
import type { ReleaseState } from './use-release';

interface SiteBarProps {
  readonly messages: Messages;
  readonly languages: readonly OfferedLanguage[];
  /** What follows the language in this page's address: `practice/`; '' for the look-up. */
  readonly path: string;
  readonly release: ReleaseState;
}

/** The office's name on the left, the other languages on the right, "practice data" where it is. */
export function SiteBar({ messages, languages, path, release }: SiteBarProps) {
  return (
    <header className="site-bar">
      <div className="site-bar-inner">
        <p className="site-bar-office">
          <bdi>{nameOf(messages, release)}</bdi>
        </p>
        {release.kind === 'open' && isPractice(release.release) && (
          <p className="site-bar-mark">{messages.practice.marker}</p>
        )}
        <LanguageLinks
          current={messages.tag}
          languages={languages}
          path={path}
          label={messages.shell.languageLabel}
        />
      </div>
    </header>
  );
}

/** The office the site was built for, else that of the list, else the question itself. */
function nameOf(messages: Messages, release: ReleaseState): string {
  const listed = release.kind === 'open' ? siteName(release.release.localities) : null;
  return siteOffices[0]?.name ?? listed ?? messages.shell.title;
}
