// Owns which boundary is of which precinct: by the one property of the file that names most of them. Compares names without what
// programs and people put around them. Reports nothing.

import type { Precinct } from '@/lib/core/vip';
import type { Boundary } from './boundary-file';

export interface MatchedBoundaries {
  /** The property that names precincts; null where none does. */
  readonly property: string | null;
  readonly precinctOf: ReadonlyMap<Boundary, string>;
}

/** Precinct ids by boundary. A name that several precincts have is nobody's. */
export function matchBoundaries(
  boundaries: readonly Boundary[],
  precincts: Iterable<Precinct>,
): MatchedBoundaries {
  const index = indexOf(precincts);
  const properties = new Set(boundaries.flatMap((boundary) => Object.keys(boundary.properties)));
  let best: MatchedBoundaries = { property: null, precinctOf: new Map() };
  for (const property of properties) {
    const precinctOf = matchesBy(property, boundaries, index);
    if (new Set(precinctOf.values()).size > new Set(best.precinctOf.values()).size)
      best = { property, precinctOf };
  }
  return best;
}

interface NameIndex {
  /** Key of a name, number or id -> its precinct; null: of several. */
  readonly byKey: ReadonlyMap<string, string | null>;
  /** Word of a precinct's name -> the precincts, with all of their words. */
  readonly byWord: ReadonlyMap<
    string,
    readonly { readonly id: string; readonly words: ReadonlySet<string> }[]
  >;
}

function indexOf(precincts: Iterable<Precinct>): NameIndex {
  const byKey = new Map<string, string | null>();
  const byWord = new Map<string, { id: string; words: ReadonlySet<string> }[]>();
  for (const { id, name, number } of precincts) {
    for (const key of new Set([id, name, number ?? ''].map(nameKey))) {
      if (key === '') continue;
      const known = byKey.get(key);
      byKey.set(key, known === undefined || known === id ? id : null);
    }
    const words = new Set(wordsOf(name));
    for (const word of words) {
      const same = byWord.get(word);
      if (same === undefined) byWord.set(word, [{ id, words }]);
      else same.push({ id, words });
    }
  }
  return { byKey, byWord };
}

function matchesBy(
  property: string,
  boundaries: readonly Boundary[],
  index: NameIndex,
): ReadonlyMap<Boundary, string> {
  const matches = new Map<Boundary, string>();
  for (const boundary of boundaries) {
    const text = boundary.properties[property];
    const id = text === undefined ? null : precinctNamed(text, index);
    if (id !== null) matches.set(boundary, id);
  }
  return matches;
}

/** By the whole name, else the only precinct whose name holds every word of it: `Bellemont` is `Dist. 1 Bellemont`. */
function precinctNamed(text: string, { byKey, byWord }: NameIndex): string | null {
  const known = byKey.get(nameKey(text));
  if (known !== undefined) return known;
  const words = wordsOf(text);
  const rare = words
    .filter((word) => /^[A-Z]{3,}$/.test(word))
    .map((word) => byWord.get(word) ?? [])
    .sort((a, b) => a.length - b.length)[0];
  const holding = rare?.filter((candidate) => words.every((word) => candidate.words.has(word))) ?? [];
  return holding.length === 1 ? holding[0]!.id : null;
}

/** What is put around a name. */
const noise: ReadonlySet<string> = new Set([
  'PRECINCT',
  'PCT',
  'PREC',
  'VOTING',
  'DISTRICT',
  'DIST',
  'NO',
  'THE',
  'OF',
]);

/** `Precinct #007 - St. Mary's` -> `['7', 'ST', 'MARYS']`. */
function wordsOf(text: string): readonly string[] {
  const words = text
    .toUpperCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word));
  const telling = words.filter((word) => !noise.has(word));
  return telling.length > 0 ? telling : words;
}

const nameKey = (text: string): string => wordsOf(text).join(' ');
