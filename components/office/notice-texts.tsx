'use client';
// Owns the words of a late change in the form: prepared in each language, changed where the office wants to.

import { languages } from '@/lib/messages/languages';
import { Field } from './field';

interface NoticeTextsProps {
  /** As they stand: language tag -> text. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the office has changed of it. */
  readonly own: Readonly<Record<string, string>>;
  readonly onChange: (own: Readonly<Record<string, string>>) => void;
}

/** A changed text of one language says so at the others: nobody is to read something else. */
export function NoticeTexts({ texts, own, onChange }: NoticeTextsProps) {
  const isOneSided = Object.keys(own).length > 0 && Object.keys(own).length < languages.length;
  return (
    <fieldset>
      <legend>What voters read</legend>
      {languages.map(({ tag, ownName, direction }) => (
        <Field
          key={tag}
          id={`text-${tag}`}
          label={ownName}
          {...(isOneSided && own[tag] === undefined
            ? { hint: 'You changed the other text. Does this one still say the same?' }
            : {})}
        >
          {(control) => (
            <textarea
              {...control}
              className="usa-input"
              lang={tag}
              dir={direction}
              maxLength={500}
              value={texts[tag] ?? ''}
              onChange={(event) => onChange({ ...own, [tag]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {Object.keys(own).length > 0 && (
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => onChange({})}>
          Use the prepared words again
        </button>
      )}
    </fieldset>
  );
}
