// Owns how severe a problem is, in words and by a shape: no colour is needed to tell them apart.

/** `Severity` of lib/ingest is among them. */
export type SeverityKind = 'fatal' | 'error' | 'conflict' | 'warning';

/** What each is called on the desk. */
export const severityWords: Readonly<Record<SeverityKind, string>> = {
  fatal: 'Cannot be read',
  error: 'Set aside',
  conflict: 'Two answers',
  warning: 'Look at this',
};

const shapes: Readonly<Record<SeverityKind, string>> = {
  fatal: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z M5 7h6v2H5z',
  error: 'M1 1h14v14H1z M5.5 4 4 5.5 6.5 8 4 10.5 5.5 12 8 9.5 10.5 12 12 10.5 9.5 8 12 5.5 10.5 4 8 6.5z',
  conflict: 'M8 1l7 7-7 7-7-7z M8 4 4 8l4 4z',
  warning: 'M8 1l7 14H1z M7 6v5h2V6z M7 12v1.5h2V12z',
};

/** `<SeverityLabel kind="conflict" />`: shape and words. */
export function SeverityLabel({ kind }: { readonly kind: SeverityKind }) {
  return (
    <span className={`severity severity-${kind}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path fillRule="evenodd" d={shapes[kind]} />
      </svg>
      {severityWords[kind]}
    </span>
  );
}
