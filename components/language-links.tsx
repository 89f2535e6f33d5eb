'use client';
// Owns switching language: plain links that work without script; with it, the choice is remembered for `/`.

/** A language as the switch needs it; `ownName` is its name in itself. */
export interface OfferedLanguage {
  readonly tag: string;
  readonly ownName: string;
}

interface LanguageLinksProps {
  readonly current: string;
  readonly languages: readonly OfferedLanguage[];
  readonly path: string;
  readonly label: string;
}

/** Links to this page in every other language. */
export function LanguageLinks({ current, languages, path, label }: LanguageLinksProps) {
  return (
    <nav aria-label={label} className="language-links">
      {languages
        .filter(({ tag }) => tag !== current)
        .map(({ tag, ownName }) => (
          <a
            key={tag}
            href={`/${tag}/${path}`}
            lang={tag}
            hrefLang={tag}
            dir="auto"
            onClick={() => remember(tag)}
          >
            {ownName}
          </a>
        ))}
    </nav>
  );
}

/** public/choose-language.js reads this. A browser that stores nothing is asked by its own languages again. */
function remember(tag: string) {
  try {
    localStorage.setItem('levee.language', tag);
  } catch {
    // Private mode or storage switched off: the link works all the same.
  }
}
