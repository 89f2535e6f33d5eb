// Owns the bar on top of every screen of a preview: that it is one, of what, in which language, and the way back.

interface PreviewBarProps {
  /** What the draft is called. */
  readonly title: string;
  readonly officeName: string;
  /** `/office/ms-adams/drafts/7Qk/` */
  readonly draftPath: string;
  readonly languages: readonly {
    readonly tag: string;
    readonly ownName: string;
    readonly isCurrent: boolean;
  }[];
}

export function PreviewBar({ title, officeName, draftPath, languages }: PreviewBarProps) {
  return (
    <header className="preview-bar" lang="en" dir="ltr">
      <p>
        <strong>Preview.</strong> Not live: <bdi>{title}</bdi>, <bdi>{officeName}</bdi>
      </p>
      <nav aria-label="Preview">
        {languages.map(({ tag, ownName, isCurrent }) => (
          <a key={tag} href={`?lang=${tag}`} lang={tag} aria-current={isCurrent ? 'true' : undefined}>
            {ownName}
          </a>
        ))}
        <a href={`${draftPath}compare/`}>What changes</a>
        <a href={draftPath}>Back to the draft</a>
      </nav>
    </header>
  );
}
