// Owns where rows that were set aside lie in the end, once all others are known: what a cell does not say (the ZIP, the numbers) is
// taken from nowhere, and stands against every street that may be meant. Reports nothing.

import { squash, streetKey } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import type { StreetSegment } from '@/lib/core/vip';
import { RowNumbers } from './row-numbers';
import type { SetAsideRows } from './set-aside-rows';
import { streetText } from './street-groups';

/** `rows.at(i)` is where `segments[i]` stands; one row may stand in several ZIPs. */
export interface WithheldRows {
  readonly segments: readonly StreetSegment[];
  readonly rows: RowNumbers;
}

const anyZip = '00000';
/** The core of a row for every street, which is all that a ZIP may have. */
const everyStreet = '*';

/** Every row with a ZIP: one without stands in each ZIP in which its street, one of the same name, or every street has a row that is
 *  kept; one of no
 *  street that can be read in any ZIP of its town. A row without numbers holds all of its street where nothing else of it is kept. */
export function withheldRows(setAside: SetAsideRows, kept: readonly StreetSegment[]): WithheldRows {
  const segments: StreetSegment[] = [];
  const rows = new RowNumbers();
  const add = (segment: StreetSegment, row: number): void => {
    segments.push(segment);
    rows.push(row);
  };
  const needsStreets = setAside.loose.length > 0 || setAside.withheld.some(({ zip }) => zip === '');
  const streets = new KeptStreets(needsStreets ? kept : []);
  for (const [i, segment] of setAside.withheld.entries()) {
    for (const zip of streets.zipsOf(segment))
      add(zip === segment.zip ? segment : { ...segment, zip }, setAside.rows.at(i));
  }
  for (const [i, segment] of setAside.loose.entries()) {
    if (segment.zip !== '' && !streets.has(segment)) add(segment, setAside.looseRows.at(i));
  }
  return { segments, rows };
}

interface Spelling {
  /** By which streets named short are found, too. */
  readonly core: string;
  readonly whole: string;
}

/** The streets of the rows that are kept. */
class KeptStreets {
  readonly #spellings = new Map<string, Spelling>();
  readonly #streets = new Set<string>();
  /** Core -> ZIP -> towns. */
  readonly #zips = new Map<string, Map<string, Set<string>>>();

  constructor(segments: readonly StreetSegment[]) {
    let last = '';
    for (const segment of segments) {
      const text = `${streetText(segment)}|${segment.city}|${segment.zip}`;
      // In a sorted file the row before is of the same street.
      if (text === last) continue;
      last = text;
      this.#add(segment);
    }
  }

  /** True where a row of this very street is kept. */
  has(segment: StreetSegment): boolean {
    return this.#streets.has(placeOf(segment, this.#spelling(segment)));
  }

  zipsOf(segment: StreetSegment): Iterable<string> {
    if (segment.zip !== '') return [segment.zip];
    if (segment.includesAllStreets) return [anyZip];
    const town = townKey(segment.city);
    const isOfTown = (towns: ReadonlySet<string>) => town === '' || towns.has('') || towns.has(town);
    const found = new Set<string>();
    for (const core of [this.#spelling(segment).core, everyStreet]) {
      for (const [zip, towns] of this.#zips.get(core) ?? []) if (isOfTown(towns)) found.add(zip);
    }
    return found;
  }

  #add(segment: StreetSegment): void {
    const spelling = this.#spelling(segment);
    this.#streets.add(placeOf(segment, spelling));
    const zips = this.#zips.get(spelling.core) ?? new Map<string, Set<string>>();
    this.#zips.set(spelling.core, zips);
    zips.set(segment.zip, (zips.get(segment.zip) ?? new Set()).add(townKey(segment.city)));
  }

  #spelling(segment: StreetSegment): Spelling {
    const text = streetText(segment);
    const known = this.#spellings.get(text);
    if (known !== undefined) return known;
    const { pre, core, suffix, post } = streetKey(text);
    const spelling = { core: squash(core), whole: `${pre}|${squash(core)}|${suffix}|${post}` };
    this.#spellings.set(text, spelling);
    return spelling;
  }
}

function placeOf({ zip, city }: StreetSegment, { whole }: Spelling): string {
  return `${zip}|${townKey(city)}|${whole}`;
}
