'use client';
// Owns how the address box and its street suggestions are drawn and announced; use-combobox owns what they do.
// The input has no name, so that no form can send it anywhere.

import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { SuggestibleStreet } from '@/lib/client/suggest-streets';
import { format, formatCount } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { type Combobox, useCombobox } from './use-combobox';

// Long enough that a screen reader hears one count after a burst of typing, not one for each letter.
const ANNOUNCE_AFTER_MS = 400;

interface AddressComboboxProps {
  readonly messages: Messages;
  readonly id: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The streets of the ZIP typed so far; empty where none is known yet. */
  readonly streets: readonly SuggestibleStreet[];
  readonly describedBy: string;
  readonly isInvalid: boolean;
}

/** One text box; where the ZIP's streets are known, with a list of those that fit below it. */
export function AddressCombobox(props: AddressComboboxProps) {
  const { messages, value, streets } = props;
  const listId = useId();
  const combobox = useCombobox(value, streets, props.onChange);
  const heard = useSettled(announcement(messages, combobox, streets.length > 0));

  return (
    <div className="combobox">
      <input
        ref={props.inputRef}
        id={props.id}
        className="usa-input"
        type="text"
        dir="auto"
        role="combobox"
        autoComplete="address-line1"
        autoCapitalize="words"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        aria-autocomplete="list"
        aria-expanded={combobox.isOpen}
        aria-controls={listId}
        aria-activedescendant={
          combobox.isOpen && combobox.active >= 0 ? optionId(listId, combobox.active) : undefined
        }
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid || undefined}
        value={value}
        onChange={(event) => combobox.type(event.target.value, event.target.selectionStart)}
        onKeyDown={combobox.onKeyDown}
        onBlur={combobox.close}
      />
      <SuggestionList id={listId} label={messages.suggest.listLabel} combobox={combobox} />
      <p role="status" className="visually-hidden">
        {heard}
      </p>
    </div>
  );
}

interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly combobox: Combobox;
}

function SuggestionList({ id, label, combobox }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { active } = combobox;

  // Focus stays in the text, so that no browser scrolls to the option that the arrow keys have reached.
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div
      ref={list}
      id={id}
      className="suggestions"
      role="listbox"
      aria-label={label}
      hidden={!combobox.isOpen}
    >
      {combobox.options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, through aria-activedescendant.
        <div
          key={`${option.street}|${option.city}`}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === combobox.active}
          // Focus stays in the text, or the blur would close the list before the tap arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => combobox.pick(option)}
        >
          <bdi>{option.street}</bdi>
          <bdi className="suggestion-city">{option.city}</bdi>
        </div>
      ))}
    </div>
  );
}

function announcement(messages: Messages, combobox: Combobox, hasStreets: boolean): string {
  if (combobox.picked !== null) return format(messages.suggest.picked, { street: combobox.picked });
  if (!combobox.hasStreet || !hasStreets) return '';
  return combobox.options.length === 0
    ? messages.suggest.none
    : formatCount(messages.tag, messages.suggest.count, combobox.options.length);
}

/** `text` once it has stood still for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
