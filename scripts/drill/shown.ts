// Owns what a voter sees of an answer, judged: from the words on the page, and the names of places alone. Shares no code with the
// look-up. Pure; knows no browser.

import type { RungKind } from '@/lib/core/rung';
import { languages } from '@/lib/messages/languages';
import type { GoldenAddress, Verdict } from './verdict';

/** A golden address with what a reader can compare: `{…, placeNames: ['Holonby Middle School 5 (made up)']}`. */
export interface NamedGolden extends GoldenAddress {
  readonly placeNames: readonly string[];
}

/** What stands on the page: the kind of answer (null: none came), places, links to call, and the lines of age. */
export interface Shown {
  readonly outcome: string | null;
  readonly placeNames: readonly string[];
  readonly phones: number;
  /** The line under the bar that says who answered and how old it is; null: nothing is amiss. */
  readonly banner: string | null;
  /** Beside the place: changes could not be looked for. */
  readonly notChecked: string | null;
}

/** Nothing came at all. */
export const NOTHING: Shown = { outcome: null, placeNames: [], phones: 0, banner: null, notChecked: null };

/** What the voter got, against what is true. */
export function judgeShown(golden: NamedGolden, shown: Shown): Verdict {
  const { outcome, placeNames, phones } = shown;
  if (outcome === null) return 'failed';
  if (outcome === 'cannotCheck') return placeNames.length > 0 ? 'wrong' : phones > 0 ? 'honest' : 'failed';
  const isSaidMissing = outcome === 'missing' || outcome === 'notCovered';
  if (isSaidMissing && golden.kind !== outcome) return 'falseMissing';
  if (outcome !== golden.kind) return 'wrong';
  return sorted(placeNames) === sorted(golden.placeNames) ? 'right' : 'wrong';
}

const sorted = (names: readonly string[]): string => [...new Set(names)].sort().join('\n');

/** Who answered, by the words of the line: `'Our main site does not answer. …'` is `mirror`; none is this site. */
export function rungShown(banner: string | null): RungKind {
  if (banner === null) return 'live';
  for (const { messages } of languages) {
    const { secondSite, fromDevice, offline, cameWithPage } = messages.ladder;
    const is = (line: string): boolean => banner.startsWith(line.slice(0, line.indexOf('{')));
    if (is(secondSite)) return 'mirror';
    if (is(fromDevice) || is(offline)) return 'device';
    if (is(cameWithPage)) return 'builtIn';
  }
  return 'live';
}
