// Owns street segments: the one table that may have a million rows. Works on cells in place, interns what
// repeats, keeps row numbers beside the segments. Knows nothing of overlaps.

import type { OddEvenBoth, StreetSegment, UnitRange } from '@/lib/core/vip';
import { CutCells } from '../checks/cut-cells';
import { shiftedCells } from '../checks/shifted-cells';
import { isSpreadsheetDate, numberFault, zipDamage } from '../checks/spreadsheet-cells';
import { type FirstSeen, seenByText } from '../first-seen';
import { createIntern, ownText } from '../intern';
import type { ProblemLog } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-codes';
import {
  isSpreadsheetNumber,
  readFlag,
  readSide,
  readState,
  readWholeNumber,
  readZip5,
  textOrNull,
} from '../tables/cells';
import { OnceAFile } from '../tables/once-a-file';
import type { TableHeader } from '../tables/table-header';
import type { PrecinctGraph, PrecinctNode } from '../vip/precinct-graph';
import { type StateTally, tallyState } from '../vip/read-state';
import { RowNumbers } from './row-numbers';
import { type SegmentField as Field, type SegmentColumns, segmentColumns, trimmed } from './segment-columns';
import { SegmentLinks } from './segment-links';
import type { ReadSegments } from './segments-read';
import { SetAsideRows } from './set-aside-rows';
import { readUnits } from './units';

const noUnits: readonly UnitRange[] = [];
const anyZip = '00000';

/** Takes the records of a street_segment file: `accept` for each, then `end` once. */
export class SegmentReader implements ReadSegments {
  readonly segments: StreetSegment[] = [];
  readonly rows = new RowNumbers();
  readonly states: StateTally = new Map();
  readonly stateLabel: string;
  readonly numberLabel: string;
  readonly streetLabel: string;
  readonly countedLabels: ReadSegments['countedLabels'];
  readonly setAside: SetAsideRows;

  readonly #intern = createIntern();
  /** Null where the file has no ids, and once all rows are read. */
  #ids: FirstSeen | null;
  readonly #lastText: string[] = [];
  #lastState = '';
  #isState = false;
  readonly #once = new OnceAFile<Field>();
  readonly #cutNames = new CutCells();
  // The row at hand, and above what the row before had: objects for each would be made 250,000 times.
  #cells: readonly string[] = [];
  #row = 0;
  #isSound = true;
  #start = 0;
  #end = 0;

  readonly #file: string;
  readonly #header: TableHeader<Field>;
  readonly #at: SegmentColumns;
  readonly #graph: PrecinctGraph;
  readonly #links: SegmentLinks;
  readonly #log: ProblemLog;

  constructor(file: string, header: TableHeader<Field>, graph: PrecinctGraph, log: ProblemLog) {
    this.#file = file;
    this.#header = header;
    this.#at = segmentColumns(header);
    this.setAside = new SetAsideRows(this.#at, header.width);
    this.#ids = this.#at.id < 0 ? null : seenByText((index) => this.segments[index]!.id);
    this.#graph = graph;
    this.#links = new SegmentLinks(graph);
    this.#log = log;
    this.stateLabel = header.label('state');
    this.numberLabel = header.label('startHouseNumber');
    this.streetLabel = header.label('streetName');
    this.countedLabels = { zip: header.label('zip'), precinctId: header.label('precinctId') };
  }

  /** One record; false where it was set aside. */
  accept(cells: readonly string[], row: number): boolean {
    this.#cells = cells;
    this.#row = row;
    this.#isSound = true;
    const segment = this.#read();
    if (segment === null) {
      const shift = shiftedCells(cells, this.#at);
      if (shift !== null) this.#log.report('cells-shifted', this.#where(shift.field), shift.detail);
      this.setAside.addCells(row, cells, this.#links.destination);
      return false;
    }
    const index = this.segments.push(segment) - 1;
    this.rows.push(row);
    const first = this.#ids?.add(index) ?? index;
    if (first !== index) {
      this.#log.report('segment-id-repeated', this.#where('id'), `Row ${this.rows.at(first)} has it too.`);
    }
    return true;
  }

  /** Reports what is said once a file, with its count. */
  end(): void {
    this.#ids = null;
    this.#once.report(this.#file, this.#header.label, this.#log);
    this.#cutNames.report(this.#file, this.streetLabel, this.#log);
  }

  #read(): StreetSegment | null {
    const id = this.#readId();
    const isEveryStreet = this.#flag('includesAllStreets');
    const isWholeStreet = isEveryStreet || this.#flag('includesAllAddresses');
    const streetName = this.#cell(this.#at.streetName);
    this.#cutNames.note(streetName, this.#row);
    const isStar = isEveryStreet || streetName === '*';
    if (streetName === '' && !isEveryStreet) this.#refuse('street-missing', 'streetName');
    const { startHouseNumber: first, endHouseNumber: last } = this.#at;
    const includesAll = isWholeStreet || (isStar && this.#cell(first) + this.#cell(last) === '');
    const oddEvenBoth = includesAll ? this.#readBoth(isEveryStreet) : this.#readNumbers();
    const zip = this.#readZip(isStar);
    const units = this.#readUnits(includesAll);
    const node = this.#followLinks();
    if (node === null || !this.#isSound) return null;
    node.segments++;
    return {
      id: id === '' ? `row-${this.#row}` : ownText(id),
      startHouseNumber: includesAll ? 0 : this.#start,
      endHouseNumber: includesAll ? 0 : this.#end,
      oddEvenBoth,
      houseNumberPrefix: textOrNull(this.#text(this.#at.houseNumberPrefix)),
      houseNumberSuffix: textOrNull(this.#text(this.#at.houseNumberSuffix)),
      streetDirection: isStar ? '' : this.#text(this.#at.streetDirection),
      streetName: isStar ? '*' : this.#name(streetName),
      streetSuffix: isStar ? '' : this.#text(this.#at.streetSuffix),
      addressDirection: isStar ? '' : this.#text(this.#at.addressDirection),
      units,
      city: this.#readCity(isStar),
      state: this.#readState(),
      zip,
      includesAllAddresses: includesAll,
      includesAllStreets: isStar,
      precinctId: node.precinct.id,
      precinctSplitId: this.#links.splitId,
    };
  }

  fillStates(state: string): void {
    // In place: nobody else has them yet, and a second list of two million would not fit.
    for (const segment of this.segments as { state: string }[])
      if (segment.state === '') segment.state = state;
  }

  // Columns are handed over as positions: `at.zip` is one load, a look-up by the field's name is not.
  #cell(at: number): string {
    return at < 0 ? '' : trimmed(this.#cells[at]!);
  }

  #text(at: number): string {
    const cell = this.#cell(at);
    if (cell === '') return '';
    const last = this.#lastText[at];
    if (last === cell) return last;
    const text = this.#intern(cell);
    this.#lastText[at] = text;
    return text;
  }

  /** Short names are too many to intern: a Map of them costs more than it saves. In most files the row before has the same. */
  #name(streetName: string): string {
    const { streetName: at } = this.#at;
    if (streetName !== this.#lastText[at])
      this.#lastText[at] = streetName.length < 13 ? streetName : this.#intern(streetName);
    return this.#lastText[at]!;
  }

  #refuse(code: ProblemCode, field: Field, detail?: string): void {
    this.#isSound = false;
    this.#log.report(code, this.#where(field), detail);
  }

  #where(field: Field) {
    return {
      file: this.#file,
      row: this.#row,
      column: this.#header.label(field),
      value: this.#cell(this.#at[field]),
    };
  }

  #flag(field: Field): boolean {
    const cell = this.#cell(this.#at[field]);
    // The two that nearly every cell is.
    if (cell === '' || cell === 'false') return false;
    const flag = readFlag(cell);
    if (flag === null) this.#refuse('flag-unreadable', field);
    return flag === true;
  }

  #readId(): string {
    if (this.#at.id < 0) return '';
    const id = this.#cell(this.#at.id);
    if (id === '') this.#refuse('id-missing', 'id');
    else if (id.includes('+') && isSpreadsheetNumber(id)) this.#refuse('id-damaged', 'id');
    return id;
  }

  /** VIP 6.0: with IncludesAllAddresses the side must be both; with IncludesAllStreets it is not read. */
  #readBoth(isEveryStreet: boolean): OddEvenBoth {
    const side = this.#cell(this.#at.oddEvenBoth);
    if (!isEveryStreet && side !== '' && readSide(side) !== 'both') {
      this.#refuse('parity-contradicted', 'oddEvenBoth', 'All addresses are meant, but only one side.');
    }
    return 'both';
  }

  #readNumbers(): OddEvenBoth {
    this.#start = this.#number('startHouseNumber');
    this.#end = this.#number('endHouseNumber');
    const side = readSide(this.#cell(this.#at.oddEvenBoth));
    if (side === null) this.#refuse('parity-unreadable', 'oddEvenBoth');
    if (this.#start < 0 || this.#end < 0) return 'both';
    if (this.#start > this.#end) {
      this.#refuse('range-reversed', 'startHouseNumber', `From ${this.#start} to ${this.#end}.`);
    } else if (this.#end === 0) {
      this.#refuse('number-zero', 'startHouseNumber');
      return 'both';
    } else if (this.#start === 0) this.#log.report('range-from-zero', this.#where('startHouseNumber'));
    if (side === null || side === 'both' || this.#start > this.#end) return 'both';
    const odd = side === 'odd' ? 1 : 0;
    if (this.#start % 2 !== odd && this.#end % 2 !== odd) {
      this.#refuse('parity-contradicted', 'oddEvenBoth', `From ${this.#start} to ${this.#end}.`);
    }
    return side;
  }

  #number(field: 'startHouseNumber' | 'endHouseNumber'): number {
    const cell = this.#cell(this.#at[field]);
    const value = readWholeNumber(cell);
    if (value < 0) this.#refuse(numberFault(cell), field);
    return value;
  }

  /** VIP 6.0: with IncludesAllStreets the ZIP is not needed. One that is there and cannot be read does not stand for none: every
   *  street of ZIP 501, which was 00501, is not every street there is. */
  #readZip(isStar: boolean): string {
    const cell = this.#text(this.#at.zip);
    const zip = readZip5(cell);
    if (zip !== '') return zip === cell ? cell : this.#intern(zip);
    if (isStar && cell === '') return anyZip;
    const state = readState(this.#cell(this.#at.state)) ?? '';
    this.#refuse('zip-unreadable', 'zip', zipDamage(cell, state));
    return '';
  }

  #readUnits(includesAll: boolean): readonly UnitRange[] {
    const unit = this.#cell(this.#at.unitNumber);
    const start = this.#cell(this.#at.startUnit);
    const end = this.#cell(this.#at.endUnit);
    if (unit === '' && start === '' && end === '') return noUnits;
    const units = includesAll ? null : readUnits(unit, start, end);
    const field = unit !== '' ? 'unitNumber' : start !== '' ? 'startUnit' : 'endUnit';
    if (units === null) this.#refuse('unit-unreadable', field);
    else if ([unit, start, end].some(isSpreadsheetDate)) this.#refuse('number-became-date', field);
    return units ?? noUnits;
  }

  #readCity(isStar: boolean): string {
    const city = this.#text(this.#at.city);
    if (city === '' && !isStar) this.#once.note('city-missing', this.#row, 'city');
    return city;
  }

  /** The abbreviation where the cell names a state, else the cell as it stands. '' is filled in later. */
  #readState(): string {
    const cell = this.#cell(this.#at.state);
    if (cell === '') {
      this.#once.note('segment-state-missing', this.#row, 'state');
      return '';
    }
    if (cell !== this.#lastText[this.#at.state]) {
      this.#lastText[this.#at.state] = cell;
      this.#lastState = this.#intern(readState(cell) ?? cell);
      this.#isState = readState(cell) !== null;
    }
    if (this.#isState) tallyState(this.states, this.#lastState);
    return this.#lastState;
  }

  #followLinks(): PrecinctNode | null {
    const splitId = this.#cell(this.#at.precinctSplitId);
    if (splitId !== '' && !this.#graph.hasSplits)
      this.#once.note('split-file-missing', this.#row, 'precinctSplitId');
    const links = this.#links;
    links.follow(this.#cell(this.#at.precinctId), splitId);
    if (links.fault !== null) this.#refuse(links.fault.code, links.fault.field);
    return links.node;
  }
}
