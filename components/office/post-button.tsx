'use client';
// Owns a button that does one thing and nothing else: sends it, says what went wrong, goes on. Knows no use case.

import { DeedProblem } from './deed-problem';
import { usePost } from './use-post';

interface PostButtonProps {
  /** `/office/api/…/`, with the slash. */
  readonly path: string;
  readonly body?: unknown;
  /** What it does: `Approve and publish`. */
  readonly label: string;
  /** What it is done to, for a screen reader: `Chrome on Windows`. */
  readonly of?: string;
  /** `plain`: a link's looks, for a line of a list. `quiet`: outlined, for what takes something back. */
  readonly kind?: 'main' | 'outline' | 'quiet' | 'plain';
  /** Where to go then; absent: `next` of the answer, else this page again. */
  readonly next?: string;
}

const classes = {
  main: 'usa-button',
  outline: 'usa-button usa-button--outline',
  quiet: 'usa-button usa-button--quiet',
  plain: 'usa-button usa-button--unstyled',
} as const;

/** `<PostButton path="/office/api/rollback/ms-adams/7Qk/approve/" label="Approve and go back" />`. Not there without script. */
export function PostButton({ path, body = {}, label, of, kind = 'main', next }: PostButtonProps) {
  const { post, isBusy, problem } = usePost(next);
  return (
    <div className={`post-button post-button-${kind} needs-script`}>
      <button type="button" className={classes[kind]} aria-disabled={isBusy} onClick={() => post(path, body)}>
        {isBusy ? 'One moment …' : label}
        {of && <span className="visually-hidden"> {of}</span>}
      </button>
      <DeedProblem problem={problem} />
    </div>
  );
}
