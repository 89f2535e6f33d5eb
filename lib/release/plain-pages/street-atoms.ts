// Owns a ZIP's streets as the pieces that its pages are made of: in the order in which people look for a street, each
// small enough to stand on some page. Must not know words or markup.

import {
  type ListedNumbers,
  type ListedStreet,
  listedStreets,
  numbersOf,
} from '@/lib/core/lookup/number-list';
import { indexOf, streetId } from '@/lib/core/lookup/shard-index';
import { decodeShard, KEY_VERSION, type WireLayer } from '../shard';

/** A street, whole or in part, on all election days; `days` are in their order. */
export interface StreetAtom {
  readonly street: Pick<ListedStreet, 'name' | 'town' | 'isEvery'>;
  /** The street began in an atom before this one. */
  readonly isMore: boolean;
  readonly day: string;
  readonly numbers: readonly ListedNumbers[];
}

/** A street with all of its atoms. */
export interface ListedAtoms {
  readonly atoms: readonly StreetAtom[];
}

/** More lines than this on one street are divided, so that no street is too long for a page. */
const LINES_AN_ATOM = 40;

/** The streets of a ZIP by name: 2ND before 10TH, those that stand for all others last. */
export function streetsOf(zip: string, layers: readonly WireLayer[]): readonly ListedAtoms[] {
  const shard = decodeShard({ kind: 'shard', zip, part: [0, 1], keyVersion: KEY_VERSION, layers });
  if (shard === null) throw new Error(`no shard: ${zip}`);
  const streets = new Map<string, { street: ListedStreet; order: string; atoms: StreetAtom[] }>();
  for (const [day, listed] of listedStreets(indexOf(shard))) {
    for (const street of listed) {
      const ref = street.refs[0];
      if (ref === undefined) continue;
      const id = streetId(ref);
      const known = streets.get(id) ?? { street, order: orderOf(street, ref.core), atoms: [] };
      streets.set(id, known);
      for (const numbers of chunks(numbersOf(street))) {
        known.atoms.push({ street: known.street, isMore: known.atoms.length > 0, day, numbers });
      }
    }
  }
  return [...streets.values()]
    .filter(({ atoms }) => atoms.length > 0)
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}

/** Digits sort as numbers: each run is padded. */
function orderOf({ name, town, isEvery }: ListedStreet, core: string): string {
  const padded = core.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
  return `${isEvery ? 1 : 0} ${padded}\t${name}\t${town}`;
}

/** Lines in atoms; one with very many ranges counts as several. */
function chunks(lines: readonly ListedNumbers[]): readonly (readonly ListedNumbers[])[] {
  const short = lines.flatMap((line) => {
    const parts: ListedNumbers[] = [];
    for (let at = 0; at < line.ranges.length; at += LINES_AN_ATOM) {
      parts.push({ ...line, ranges: line.ranges.slice(at, at + LINES_AN_ATOM) });
    }
    return parts;
  });
  const atoms: ListedNumbers[][] = [];
  let count = LINES_AN_ATOM;
  for (const line of short) {
    const weight = line.ranges.length + line.answers.length;
    if (count + weight > LINES_AN_ATOM) {
      atoms.push([]);
      count = 0;
    }
    atoms.at(-1)?.push(line);
    count += weight;
  }
  return atoms;
}
