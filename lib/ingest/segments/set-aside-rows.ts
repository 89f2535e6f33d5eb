// Owns what rows that were set aside leave open (docs/adr/0040): the addresses that can be read of them, and where a row lies of which
// not even that can be read. Knows no reasons and reports nothing.

import { squash, streetKey } from '@/lib/core/address/street-key';
import type { StreetSegment } from '@/lib/core/vip';
import { createIntern, ownText } from '../intern';
import { readState, readZip5 } from '../tables/cells';
import { alignments, type RowExtent, readExtent } from './row-extent';
import { RowNumbers } from './row-numbers';
import type { SegmentColumns } from './segment-columns';
import { streetText } from './street-groups';

const anyZip = '00000';
/** Where nobody knows where a row leads, or in which ZIP it lies. */
const unknown = '';

const everyNumber = {
  startHouseNumber: 0,
  endHouseNumber: 0,
  oddEvenBoth: 'both',
  includesAllAddresses: true,
} as const;

/** ZIP -> where its rows lead -> the first such row. A whole file may be set aside: one entry for each ZIP and place. */
type FirstRows = Map<string, Map<string, number>>;

export class SetAsideRows {
  /** Rows as far as they could be read; ZIP '' where it could not. `rows.at(i)` is where `withheld[i]` stands. */
  readonly withheld: StreetSegment[] = [];
  readonly rows = new RowNumbers();
  /** Rows of one street whose numbers cannot be read: they may be any that no other row names. */
  readonly loose: StreetSegment[] = [];
  readonly looseRows = new RowNumbers();

  /** Rows of a street that nobody can name. */
  readonly #somewhere: FirstRows = new Map();
  /** The same for rows whose numbers cannot be read, by the name of their street. */
  readonly #onStreet = new Map<string, FirstRows>();
  readonly #intern = createIntern();
  readonly #at: SegmentColumns;
  readonly #width: number;

  constructor(at: SegmentColumns, width: number) {
    this.#at = at;
    this.#width = width;
  }

  get isEmpty(): boolean {
    return this.withheld.length === 0 && this.#somewhere.size === 0;
  }

  /** The cells of a row that was read and set aside. */
  addCells(row: number, cells: readonly string[], destination: string | null = null): void {
    this.add(readExtent(cells, this.#at, row), row, destination);
  }

  /** A row that was read and set aside. `destination`: the key of where it leads, null where that is unknown. */
  add(extent: RowExtent, row: number, destination: string | null = null): void {
    const segment = this.#owned(extent.segment);
    const leading = destination ?? unknown;
    const isExact =
      segment.units.length > 0 || segment.houseNumberPrefix !== null || segment.houseNumberSuffix !== null;
    if (!extent.isNamed) note(this.#somewhere, segment.zip, leading, row);
    if (!extent.isNamed && !isExact) return;
    const isWhole = extent.isNumbered && extent.hasBothEnds && extent.isSided;
    if (extent.isNamed && extent.isOfOneStreet && !isWhole) this.#addLoose(segment, row, leading);
    // Numbers that nobody can read stand against rows that name theirs only by what is more exact: a unit, a prefix, a suffix.
    if (extent.isNumbered || isExact) this.#withhold(segment, row);
    if (isExact && !extent.hasBothEnds) this.#withhold({ ...segment, ...everyNumber }, row);
  }

  /** A segment that was read whole. */
  addSegment(segment: StreetSegment, row: number, destination: string | null): void {
    const nobodys = { ...segment, precinctId: '', precinctSplitId: null };
    const isOfOneStreet = !segment.includesAllStreets;
    this.add(
      { segment: nobodys, isNamed: true, isOfOneStreet, isNumbered: true, hasBothEnds: true, isSided: true },
      row,
      destination,
    );
  }

  /** A row whose cells may stand in the wrong columns: it lies wherever one way to put it together reads as a row; where none does,
   *  wherever one of its cells is a ZIP, else anywhere. `readings`: see `RecordReader.refused`. */
  addDamaged(row: number, cells: readonly string[], readings?: readonly (readonly string[])[]): void {
    for (const reading of readings ?? []) this.addCells(row, reading);
    for (const line of readings === undefined ? linesOf(cells) : []) {
      if (line.length === this.#width) {
        this.addCells(row, line);
        continue;
      }
      const found = new Map<string, RowExtent>();
      for (const aligned of alignments(line, this.#width)) {
        const extent = readExtent(aligned, this.#at, row);
        if (isWhole(extent)) found.set(JSON.stringify({ ...extent.segment, id: '' }), extent);
      }
      for (const extent of found.values()) this.add(extent, row);
      if (found.size === 0) this.#addLost(row, line);
    }
  }

  /** The file ends in the middle: what is missing may lie anywhere. */
  addLostRest(row: number): void {
    note(this.#somewhere, unknown, unknown, row);
  }

  /** The first row set aside that a row for every street of `zip` would answer for in another way than it said; null for none. */
  behind(zip: string, destination: string): number | null {
    return firstBehind(this.#somewhere, zip, destination);
  }

  /** The same for rows of one street, of which nobody can read the numbers. */
  behindStreet(segment: StreetSegment, destination: string): number | null {
    if (this.#onStreet.size === 0) return null;
    const rows = this.#onStreet.get(coreOf(segment));
    return rows === undefined ? null : firstBehind(rows, segment.zip, destination);
  }

  #addLoose(segment: StreetSegment, row: number, leading: string): void {
    this.loose.push({ ...segment, ...everyNumber });
    this.looseRows.push(row);
    const core = coreOf(segment);
    const rows = this.#onStreet.get(core) ?? new Map();
    this.#onStreet.set(core, rows);
    note(rows, segment.zip, leading, row);
    note(this.#somewhere, segment.zip, leading, row);
  }

  #addLost(row: number, cells: readonly string[]): void {
    const zips = cells.map((cell) => readZip5(cell.trim())).filter((zip) => zip !== '');
    for (const zip of zips.length === 0 ? [unknown] : zips) note(this.#somewhere, zip, unknown, row);
  }

  #withhold(segment: StreetSegment, row: number): void {
    this.withheld.push(segment);
    this.rows.push(row);
  }

  /** With texts of its own: a cell keeps a whole batch of the file alive. */
  #owned(segment: StreetSegment): StreetSegment {
    const own = this.#intern;
    return {
      ...segment,
      id: ownText(segment.id),
      houseNumberPrefix: segment.houseNumberPrefix && own(segment.houseNumberPrefix),
      houseNumberSuffix: segment.houseNumberSuffix && own(segment.houseNumberSuffix),
      streetDirection: own(segment.streetDirection),
      streetName: own(segment.streetName),
      streetSuffix: own(segment.streetSuffix),
      addressDirection: own(segment.addressDirection),
      city: own(segment.city),
      state: own(segment.state),
      zip: own(segment.zip),
    };
  }
}

/** The core of a street's name, by which one named short is found, too. */
function coreOf(segment: StreetSegment): string {
  return squash(streetKey(streetText(segment)).core);
}

function note(first: FirstRows, zip: string, destination: string, row: number): void {
  const leading = first.get(zip) ?? new Map<string, number>();
  first.set(zip, leading);
  if (!leading.has(destination)) leading.set(destination, row);
}

function firstBehind(first: FirstRows, zip: string, destination: string): number | null {
  const rows: number[] = [];
  for (const [own, leading] of first) {
    if (zip !== anyZip && own !== zip && own !== unknown && own !== anyZip) continue;
    for (const [where, row] of leading) if (where !== destination) rows.push(row);
  }
  return rows.length === 0 ? null : Math.min(...rows);
}

/** A quotation mark that was left open swallows the rows behind it: each is looked at again. */
export function linesOf(cells: readonly string[]): readonly (readonly string[])[] {
  if (!cells.some((cell) => cell.includes('\n'))) return [cells];
  const lines = cells.join('\t').replaceAll('"', '').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => line.replace('\r', '').split(/[\t,;|]/));
}

/** Nothing in it speaks against its columns being the right ones. */
function isWhole({ segment, isNamed, isNumbered, hasBothEnds }: RowExtent): boolean {
  return (
    isNamed &&
    isNumbered &&
    hasBothEnds &&
    segment.zip !== '' &&
    (segment.state === '' || readState(segment.state) !== null)
  );
}
