// Owns what a draft has lost of what was put right before, thing by thing, each with "Put it back"; and what somebody has put back. Puts nothing
// back by itself.

import type { FixView, PutBackView } from '@/lib/office/fixes/fix-views';
import { Alert } from './alert';
import { DeskTime } from './desk-time';
import { FixButton } from './fix-button';

interface LostFixesProps {
  /** `/office/api/drafts/ms-adams/7Qk/fixes/` */
  readonly path: string;
  readonly view: FixView;
  readonly timeZone: string;
  /** False: they can be looked at only. */
  readonly mayPutBack: boolean;
  /** Why the last wish was refused, where a plain form was sent; null: it was not. */
  readonly refusal: string | null;
}

/** The section "Put right before"; nothing where nothing is lost and nothing was put back. */
export function LostFixes({ path, view, timeZone, mayPutBack, refusal }: LostFixesProps) {
  const { seen, lost, count, steps } = view;
  if (count === 0 && steps.length === 0 && refusal === null) return null;
  return (
    <section className="difference-part" id="fixes" aria-labelledby="fixes-heading">
      <h2 id="fixes-heading">Put right before</h2>
      {refusal !== null && <Alert kind="error" heading={refusalText(refusal)} isNew />}
      {count > 0 && (
        <>
          <p>
            {count === 1 ? 'This was' : 'These were'} right on the list that is live, and{' '}
            {count === 1 ? 'is' : 'are'} as before on this one. {whatToDo(mayPutBack, count)}
          </p>
          {mayPutBack && count > 1 && (
            <FixButton
              path={path}
              wish={{ seen, at: null }}
              label={count === 2 ? 'Put both back' : `Put all ${count.toLocaleString('en-US')} back`}
              kind="main"
            />
          )}
          <ul className="lost-fixes">
            {lost.map((text, index) => (
              <li key={text}>
                <p>
                  <bdi>{text}</bdi>
                </p>
                {mayPutBack && (
                  <FixButton
                    path={path}
                    wish={{ seen, at: [index] }}
                    label="Put it back"
                    of={text}
                    kind={count === 1 ? 'main' : 'outline'}
                  />
                )}
              </li>
            ))}
            {count > lost.length && <li>{(count - lost.length).toLocaleString('en-US')} more</li>}
          </ul>
        </>
      )}
      {steps.map((step) => (
        <Step key={step.blob} path={path} step={step} timeZone={timeZone} mayPutBack={mayPutBack} />
      ))}
    </section>
  );
}

function Step({
  path,
  step,
  timeZone,
  mayPutBack,
}: Pick<LostFixesProps, 'path' | 'timeZone' | 'mayPutBack'> & { readonly step: PutBackView }) {
  const { blob, texts, count, by } = step;
  return (
    <div className="put-back">
      <p>
        <strong>Put back:</strong> {thingsText(count)}, by <bdi>{by.name}</bdi>,{' '}
        <DeskTime at={by.at} timeZone={timeZone} />. Your file stays as it is.
      </p>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <bdi>{text}</bdi>
          </li>
        ))}
        {count > texts.length && <li>{(count - texts.length).toLocaleString('en-US')} more</li>}
      </ul>
      {mayPutBack && (
        <FixButton
          path={path}
          wish={{ takeOut: blob }}
          label="Take back"
          of={thingsText(count)}
          kind="plain"
        />
      )}
    </div>
  );
}

const thingsText = (count: number): string =>
  count === 1 ? 'one thing' : `${count.toLocaleString('en-US')} things`;

function whatToDo(mayPutBack: boolean, count: number): string {
  if (!mayPutBack) {
    return 'To put it back here, the list has to be given back first. Correct it in your system, too, so that it stays right.';
  }
  const it = count === 1 ? 'it' : 'them';
  return `Put ${it} back here, and correct ${it} in your system, so that the next export is right. If it was right before, leave it.`;
}

function refusalText(code: string): string {
  if (code === 'noSuchCell') {
    return 'It could not be put back here: this list has no such precinct, or names single units there. Correct it in your system and upload the list again.';
  }
  return 'Nothing was changed: the lists have changed meanwhile, or this one was handed on. Look at what is lost now.';
}
