// Owns what a voter types for an address of a list, and what was done to it on the way. Knows nothing of how it is read.

import type { Random } from '@/scripts/generate/random';
import { RIGHT, SHORT } from './right-ways';
import { type Home, numberText, type Way, type Words, write } from './words';
import { WRONG } from './wrong-ways';

/** A text and what was done to the address on the way. `right`: nothing left out, nothing wrong. */
export interface Typed {
  readonly how: string;
  readonly kind: 'right' | 'short' | 'wrong';
  readonly text: string;
  /** The same in a plain order, where the text has more in it than an address. */
  readonly said?: string;
  /** The town and ZIP in the text; '' for none. */
  readonly town: string;
  readonly zip: string;
}

/** Further ways, by kind. */
export type MoreWays = Readonly<Record<Typed['kind'], Readonly<Record<string, Way>>>>;

const NO_MORE: MoreWays = { right: {}, short: {}, wrong: {} };

/** One text for a home, and what was done; null where that cannot be done to it. */
export function typedFor(home: Home, random: Random, more: MoreWays = NO_MORE): Typed | null {
  const kind = random.pick(['right', 'right', 'short', 'wrong', 'wrong', 'wrong'] as const);
  const ways = { ...(kind === 'right' ? RIGHT : kind === 'short' ? SHORT : WRONG), ...more[kind] };
  const how = random.pick(Object.keys(ways));
  const { house, unit, pre, name, type, post, city, state, zip } = home;
  const words: Words = {
    pre,
    name,
    type,
    post,
    city,
    state,
    zip,
    number: numberText(house),
    unit: unit === null ? '' : `Apt ${unit}`,
  };
  if (unit !== null && how.includes('a unit')) return null;
  const made = ways[how]!(words, random);
  if (made === null) return null;
  const text = typeof made === 'string' ? made : write(made);
  return { how, kind, text, ...tailOf(made, words, text) };
}

function tailOf(made: Words | string, words: Words, text: string): { town: string; zip: string } {
  if (typeof made !== 'string')
    return { town: made.city, zip: /^\d{5}/.exec(made.zip)?.[0] ?? /\b\d{5}\b/.exec(made.state)?.[0] ?? '' };
  const zip = text.includes(words.zip) ? words.zip : (/\b\d{5}$/.exec(text)?.[0] ?? '');
  return { town: text.toUpperCase().includes(words.city.toUpperCase()) ? words.city : '', zip };
}
