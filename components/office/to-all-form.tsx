'use client';
// Owns the form of a notice to all: the words in each language, from when until when; then exactly what voters will see, and only
// below that the button. Knows no store.

import { type FormEvent, useState } from 'react';
import type { Notice } from '@/lib/core/lookup/outcome';
import { languages } from '@/lib/messages/languages';
import type { ToAllWish } from '@/lib/office/notices/to-all';
import { postJson } from '@/lib/office-client/post-json';
import { ConfirmArea } from './confirm-area';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { PostButton } from './post-button';
import { ToAllLook } from './to-all-look';
import { useDeed } from './use-deed';

interface ToAllFormProps {
  readonly start: ToAllWish;
  /** IANA name: on whose clock the times are. */
  readonly timeZone: string;
}

const API = '/office/api/notices/state/';

/** Leads to the page of the notice, where a second person approves it. */
export function ToAllForm({ start, timeZone }: ToAllFormProps) {
  const [wish, setWish] = useState(start);
  const [look, setLook] = useState<Notice | null>(null);
  const deed = useDeed();
  const show = (event: FormEvent) => {
    event.preventDefault();
    void deed.run(
      () => postJson(`${API}preview/`, wish),
      (answer) => setLook(answer as Notice),
    );
  };
  if (look !== null) {
    return (
      <ConfirmArea
        heading="Voters will see this on the first page"
        actions={
          <>
            <PostButton path={API} body={wish} label="Ask for approval" />
            <button type="button" className="usa-button usa-button--quiet" onClick={() => setLook(null)}>
              Change something
            </button>
          </>
        }
      >
        <ToAllLook notice={look} timeZone={timeZone} />
        <p>Nobody sees it before another person of the state has approved it. That can be done on a phone.</p>
      </ConfirmArea>
    );
  }
  const time = (name: 'from' | 'until', label: string, hint: string) => (
    <Field id={name} label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          className="usa-input"
          type="datetime-local"
          value={wish[name]}
          onChange={(event) => setWish({ ...wish, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="desk-form notice-form needs-script" onSubmit={show}>
      <fieldset>
        <legend>What voters read</legend>
        {languages.map(({ tag, ownName, direction }) => (
          <Field key={tag} id={`text-${tag}`} label={ownName}>
            {(control) => (
              <textarea
                {...control}
                className="usa-input"
                lang={tag}
                dir={direction}
                maxLength={500}
                value={wish.text[tag] ?? ''}
                onChange={(event) => setWish({ ...wish, text: { ...wish.text, [tag]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      </fieldset>
      <div className="notice-pair">
        {time('from', 'Voters are told from', `On the clock in ${cityOf(timeZone)}.`)}
        {time('until', 'until', 'It ends by itself then.')}
      </div>
      <DeedProblem problem={deed.problem} />
      <div className="desk-actions">
        <button type="submit" className="usa-button" aria-disabled={deed.isBusy}>
          See what voters will see
        </button>
        <a href="/office/state/notices/">Leave it</a>
      </div>
    </form>
  );
}

function cityOf(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}
