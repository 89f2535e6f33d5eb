'use client';
// Owns the buttons "Put it back" and "Take back" of the list of lost fixes: a plain form, so that they work without script, which says in place
// what went wrong where there is one.

import type { FormEvent } from 'react';
import { DeedProblem } from './deed-problem';
import { usePost } from './use-post';

/** `at`: places in the list; null: all of it. `takeOut`: the step that is taken back. */
export type FixWish =
  | { readonly seen: string; readonly at: readonly number[] | null }
  | { readonly takeOut: string };

interface FixButtonProps {
  /** `/office/api/drafts/ms-adams/7Qk/fixes/` */
  readonly path: string;
  readonly wish: FixWish;
  readonly label: string;
  /** What it is done to, for a screen reader. */
  readonly of?: string;
  readonly kind: 'main' | 'outline' | 'plain';
}

const classes = {
  main: 'usa-button',
  outline: 'usa-button usa-button--outline',
  plain: 'usa-button usa-button--unstyled row-deed',
} as const;

export function FixButton({ path, wish, label, of, kind }: FixButtonProps) {
  const { post, isBusy, problem } = usePost();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void post(path, wish);
  };
  const fields = 'takeOut' in wish ? wish : { seen: wish.seen, at: wish.at === null ? 'all' : wish.at[0] };
  return (
    <form className="fix-button" method="post" action={path} onSubmit={send}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={classes[kind]} aria-disabled={isBusy}>
        {isBusy ? 'One moment …' : label}
        {of && <span className="visually-hidden"> {of}</span>}
      </button>
      <DeedProblem problem={problem} />
    </form>
  );
}
