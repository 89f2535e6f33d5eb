// Owns a number that matters, large, as a link to the rows behind it.

interface KeyFigureProps {
  readonly value: number;
  /** `address ranges move`; for the number it stands with. */
  readonly label: string;
  /** The rows behind it; absent where there are none to show. */
  readonly href?: string | undefined;
}

/** `<KeyFigures><KeyFigure value={412} label="address ranges move" href="…" /></KeyFigures>` */
export function KeyFigure({ value, label, href }: KeyFigureProps) {
  const content = (
    <>
      <span className="figure-value">{value.toLocaleString('en-US')}</span>{' '}
      <span className="figure-label">{label}</span>
    </>
  );
  return (
    <li className="figure">
      {href === undefined ? (
        <span className="figure-body">{content}</span>
      ) : (
        <a className="figure-body" href={href}>
          {content}
        </a>
      )}
    </li>
  );
}
