// Owns walking through a catalogue and making another one of the same shape. Knows no text and no language.

import type { Catalogue } from './messages';

/** What a text becomes; `path` is where it stands: `form.zipLabel`, `waysIn.noStreetAddressGroups.0.text`. */
export type ChangeText = (text: string, path: string) => string;

/** A catalogue in which each text is what `change` makes of it. Keys, lists and their order stay. */
export function changeTexts(messages: Catalogue, change: ChangeText): Catalogue {
  return changed(messages, '', change) as Catalogue;
}

function changed(value: unknown, path: string, change: ChangeText): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) {
    return value.map((each, index) => changed(each, `${path}.${index}`, change));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, each]) => [
      key,
      changed(each, path === '' ? key : `${path}.${key}`, change),
    ]),
  );
}
