// Owns the way of a file as a list of steps: what is behind, where one is, what is ahead. Knows no draft: lib/office does.

/** `{label: 'Checked', state: 'done', href: '/office/ms-adams/drafts/7Qk/'}` */
export interface Step {
  readonly label: string;
  readonly state: 'done' | 'now' | 'next';
  /** The page of that step, where it has one by now. */
  readonly href?: string | undefined;
}

const stateWords = { done: 'done', now: 'you are here', next: 'not yet' } as const;

interface StepperProps {
  readonly steps: readonly Step[];
  /** What goes this way, where the page is not about it alone: a draft's title. */
  readonly of?: string | undefined;
}

/** Steps down the left side, or in a row where there is no room. State is said in words and by shape. */
export function Stepper({ steps, of }: StepperProps) {
  return (
    <nav className="stepper" aria-label="Way of the file">
      {of !== undefined && (
        <p className="stepper-of">
          <bdi>{of}</bdi>
        </p>
      )}
      <ol>
        {steps.map(({ label, state, href }) => (
          <li
            key={label}
            className={`step step-${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {href === undefined ? <span>{label}</span> : <a href={href}>{label}</a>}
            <span className="visually-hidden"> ({stateWords[state]})</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
