// Owns what stands where there is nothing yet: one sentence, and the one thing to do about it.

interface EmptyStateProps {
  readonly text: string;
  readonly action?: { readonly label: string; readonly href: string } | undefined;
}

/** `<EmptyState text="Nothing has been published yet." action={{label: 'Upload a file', href: '…'}} />` */
export function EmptyState({ text, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {action && (
        <p>
          <a className="usa-button" href={action.href}>
            {action.label}
          </a>
        </p>
      )}
    </div>
  );
}
