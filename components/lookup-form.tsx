'use client';
// Owns the form: one box for the address, and one for the ZIP where the address holds none.
// The address is handled by script alone: its box has no name, and until the script has come `dialog` keeps the browser
// from sending or clearing anything. Without script there is a box for the ZIP, which alone is ever sent.

import { type FormEvent, type RefObject, useId } from 'react';
import type { FormProblem, FormText } from '@/lib/client/form-text';
import type { SuggestibleStreet } from '@/lib/client/suggest-streets';
import type { Messages } from '@/lib/messages/messages';
import { AddressCombobox } from './address-combobox';
import { CheckingStatus } from './checking-status';

/** What the voter has typed, and what is amiss with it; null boxes are not on the form. */
export interface FormFields extends FormText {
  readonly problem: FormProblem | null;
}

interface LookupFormProps {
  readonly messages: Messages;
  readonly fields: FormFields;
  readonly streets: readonly SuggestibleStreet[];
  readonly isChecking: boolean;
  readonly addressRef: RefObject<HTMLInputElement | null>;
  readonly zipRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (changed: Partial<FormText>) => void;
  readonly onSubmit: () => void;
}

/** The address box, the ZIP box when asked for, and one button. */
export function LookupForm(props: LookupFormProps) {
  const { messages, fields, isChecking } = props;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isChecking) props.onSubmit();
  }

  return (
    <form className="lookup-form" action="/p/go/" method="get" noValidate onSubmit={submit}>
      <ZipWithoutScript messages={messages} />
      <AddressField {...props} />
      {fields.town !== null && <TownField {...props} town={fields.town} />}
      {fields.zip !== null && <ZipField {...props} zip={fields.zip} />}
      <button
        className="usa-button"
        type="submit"
        formMethod="dialog"
        aria-disabled={isChecking || undefined}
      >
        {messages.form.submit}
      </button>
      <CheckingStatus messages={messages} isChecking={isChecking} />
    </form>
  );
}

/** Nothing where scripts run. Its button stands first in the form, so that Enter presses it and not the other. */
function ZipWithoutScript({ messages }: Pick<LookupFormProps, 'messages'>) {
  const id = useId();
  return (
    <noscript>
      <input type="hidden" name="lang" value={messages.tag} />
      <div className="usa-form-group">
        <label className="usa-label" htmlFor={id}>
          {messages.form.zipLabel}
        </label>
        <input
          id={id}
          className="usa-input zip-input"
          type="text"
          name="zip"
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={10}
          aria-describedby={`${id}-hint`}
        />
        <p className="usa-hint" id={`${id}-hint`}>
          {messages.form.zipHint}
        </p>
      </div>
      <button className="usa-button" type="submit">
        {messages.plain.zipSubmit}
      </button>
    </noscript>
  );
}

function AddressField({ messages, fields, streets, addressRef, onChange }: LookupFormProps) {
  const id = useId();
  const problem = fields.problem?.field === 'address' ? fields.problem.text : null;
  return (
    <div className="usa-form-group">
      <label className="usa-label" htmlFor={id}>
        {messages.form.addressLabel}
      </label>
      {problem && <FieldProblem id={`${id}-problem`} text={problem} />}
      <AddressCombobox
        messages={messages}
        id={id}
        inputRef={addressRef}
        value={fields.address}
        onChange={(address) => onChange({ address })}
        streets={streets}
        describedBy={problem ? `${id}-problem ${id}-hint` : `${id}-hint`}
        isInvalid={problem !== null}
      />
      <p className="usa-hint" id={`${id}-hint`}>
        {messages.form.addressHint}
      </p>
    </div>
  );
}

function ZipField({ messages, fields, zip, zipRef, onChange }: LookupFormProps & { readonly zip: string }) {
  const id = useId();
  const problem = fields.problem?.field === 'zip' ? fields.problem.text : null;
  return (
    <div className="usa-form-group">
      <label className="usa-label" htmlFor={id}>
        {messages.form.zipLabel}
      </label>
      {problem && <FieldProblem id={`${id}-problem`} text={problem} />}
      <input
        ref={zipRef}
        id={id}
        className="usa-input zip-input"
        type="text"
        dir="ltr"
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={10}
        aria-describedby={problem ? `${id}-problem ${id}-hint` : `${id}-hint`}
        aria-invalid={problem !== null || undefined}
        value={zip}
        onChange={(event) => onChange({ zip: event.target.value })}
      />
      <p className="usa-hint" id={`${id}-hint`}>
        {messages.form.zipHint}
      </p>
    </div>
  );
}

function TownField({ messages, town, onChange }: LookupFormProps & { readonly town: string }) {
  const id = useId();
  return (
    <div className="usa-form-group">
      <label className="usa-label" htmlFor={id}>
        {messages.waysIn.townLabel}
      </label>
      <input
        id={id}
        className="usa-input"
        type="text"
        dir="auto"
        autoComplete="address-level2"
        value={town}
        onChange={(event) => onChange({ town: event.target.value })}
      />
    </div>
  );
}

function FieldProblem({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p className="usa-error-message" id={id}>
      {text}
    </p>
  );
}
