// Owns the thin bar on top of every voter page: whose site this is, whether its data is practice, and the languages.
// It must not fetch anything.

import type { Messages } from '@/lib/messages/messages';
import { LanguageLinks, type OfferedLanguage } from './language-links';

interface SiteBarProps {
  readonly messages: Messages;
  readonly languages: readonly OfferedLanguage[];
  /** What follows the language in this page's address: `practice/`; '' for the look-up. */
  readonly path: string;
  /** null until the list has said whose it is. */
  readonly officeName: string | null;
  readonly isPractice: boolean;
}

/** The office's name on the left, the other languages on the right, "practice data" where it is. */
export function SiteBar({ messages, languages, path, officeName, isPractice }: SiteBarProps) {
  return (
    <header className="site-bar">
      <div className="site-bar-inner">
        <p className="site-bar-office">{officeName ?? messages.shell.title}</p>
        {isPractice && <p className="site-bar-mark">{messages.practice.marker}</p>}
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
