'use client';
// Owns the behaviour of the address box's list: what opens, closes, moves and picks (ARIA Authoring Practices,
// "editable combobox with list autocomplete", manual selection). Draws nothing.

import { type KeyboardEvent, useState } from 'react';
import {
  type SuggestibleStreet,
  suggestStreets,
  typedStreet,
  withStreet,
} from '@/lib/client/suggest-streets';

/** The list as it stands, and what the input hands its events to. */
export interface Combobox {
  readonly options: readonly SuggestibleStreet[];
  /** Index of the option that the arrow keys have reached; -1: attention is in the text. */
  readonly active: number;
  readonly isOpen: boolean;
  /** A street has begun in the text: only then is "none found" worth saying. */
  readonly hasStreet: boolean;
  readonly picked: string | null;
  /** `caret`: where the cursor stands in the text; null where the browser does not say. */
  readonly type: (text: string, caret: number | null) => void;
  readonly pick: (option: SuggestibleStreet) => void;
  readonly close: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Suggestions for `value` among `streets`. Nothing is ever picked but by Enter or a tap on an option. */
export function useCombobox(
  value: string,
  streets: readonly SuggestibleStreet[],
  onChange: (value: string) => void,
): Combobox {
  const [wanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const [picked, setPicked] = useState<string | null>(null);

  const [caret, setCaret] = useState<number | null>(null);

  // Someone who is past the street (typing the town, the ZIP) is not helped by a list over the button.
  const typed = typedStreet(value);
  const isAtStreet = typed !== null && (caret === null || caret <= typed.before.length + typed.street.length);
  const options = typed && isAtStreet && picked === null ? suggestStreets(typed.street, streets) : [];
  const isOpen = wanted && options.length > 0;

  function show(isShown: boolean) {
    setWanted(isShown);
    setActive(-1);
  }

  function type(text: string, at: number | null) {
    setCaret(at);
    setPicked(null);
    show(true);
    onChange(text);
  }

  function pick(option: SuggestibleStreet) {
    if (!typed) return;
    onChange(withStreet(typed, option.street));
    setPicked(option.street);
    show(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    const option = options[active];
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      setWanted(true);
      setActive(isOpen ? moved(active, event.key, options.length) : moved(-1, event.key, options.length));
    } else if (event.key === 'Enter' && isOpen && option) {
      event.preventDefault();
      pick(option);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      show(false);
    } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) {
      // The cursor moves within the text, and attention goes back there with it.
      setActive(-1);
    }
  }

  return {
    options,
    active,
    isOpen,
    hasStreet: wanted && isAtStreet,
    picked,
    type,
    pick,
    close: () => show(false),
    onKeyDown,
  };
}

/** Arrow keys run through the list and past its ends back into the text (-1). */
function moved(active: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  const next = active + (key === 'ArrowDown' ? 1 : -1);
  return next >= count ? -1 : next < -1 ? count - 1 : next;
}
