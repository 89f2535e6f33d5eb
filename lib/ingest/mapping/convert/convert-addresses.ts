// Owns the way of a table of single addresses to street segments: collects the rows as numbers, each text once, and hands on the runs
// of address-runs.ts with the office's own rows and columns.

import { squash, streetKey } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import { readWholeNumber, readZip5 } from '../../cells';
import type { FeedTable } from '../../feed-files';
import type { ProblemLog } from '../../problem';
import { RowNumbers } from '../../row-numbers';
import { unitKey } from '../../units';
import { addressRuns } from './address-runs';
import { type HouseParts, readAddressLine, readHouse, readUnit } from './composed-address';
import { reportPlace } from './feed-book';
import { checkedBefore, type MadeRecord } from './made-records';
import { Numbering } from './numbering';
import { type OfficeRow, type OfficeTable, readOfficeRows } from './office-rows';
import {
  noTown,
  readStreet,
  readTown,
  type StreetCells,
  streetColumns,
  streetLabels,
  type TownCells,
} from './street-cells';

/** A street of one town and ZIP, and one kind of house number: a run has only one of each. */
interface Street extends StreetCells, TownCells {
  readonly prefix: string;
  readonly numberSuffix: string;
}

interface Address {
  readonly house: HouseParts;
  readonly street: StreetCells;
  readonly unit: string;
  readonly town: TownCells;
}

const noParts = { direction: '', suffix: '', post: '' };

/** Reads the whole table. Rows that cannot be read, or name no precinct, are reported. */
export async function addressSegments(
  table: OfficeTable,
  precinctOf: (row: OfficeRow) => string | null,
  log: ProblemLog,
): Promise<FeedTable> {
  const addresses = new CollectedAddresses();
  const refused: number[] = [];
  let labels: readonly string[] | null = null;
  await readOfficeRows(
    table,
    log,
    (row) => {
      const address = readRow(row, table, log);
      if (address === null) return false;
      const precinctId = precinctOf(row);
      if (precinctId === null) reportPlace(row, log);
      else if (precinctId === '') log.report('precinct-missing', row.where('precinctId', 'precinctName'));
      if (precinctId === null || precinctId === '') return false;
      addresses.add(address, precinctId, row.row);
      return true;
    },
    (_cells, row) => refused.push(row),
    (row) => {
      labels = streetLabels(row).map((label, at) => label ?? streetColumns[at]!);
      return true;
    },
  );
  return {
    table: 'street_segment',
    source: {
      name: table.source.name,
      async read(reader) {
        if (labels === null || !reader.header(streetColumns, labels)) return;
        for (const row of refused) reader.refused([], row);
        for (const { row, cells } of addresses.records()) {
          if (!reader.record(cells, row, checkedBefore, false)) return;
        }
      },
    },
  };
}

/** Rows as numbers, and the texts that they stand for. */
class CollectedAddresses {
  readonly #streets = new Streets();
  readonly #units = new Numbering();
  readonly #precincts = new Numbering();
  readonly #columns = {
    street: new RowNumbers(),
    number: new RowNumbers(),
    unit: new RowNumbers(),
    precinct: new RowNumbers(),
    row: new RowNumbers(),
  };
  #size = 0;

  constructor() {
    // Number 0 is no unit.
    this.#units.of('');
  }

  add(address: Address, precinctId: string, row: number): void {
    const { unit, house } = address;
    this.#columns.street.push(this.#streets.of(address));
    this.#columns.number.push(house.number);
    this.#columns.unit.push(unit === '' ? 0 : this.#units.of(unitKey(unit) || unit, unit));
    this.#columns.precinct.push(this.#precincts.of(precinctId));
    this.#columns.row.push(row);
    this.#size++;
  }

  *records(): Generator<MadeRecord> {
    const columns = { ...this.#columns, size: this.#size, streets: this.#streets.size };
    for (const run of addressRuns(columns)) {
      const street = this.#streets.at(run.street);
      const cells = [
        String(run.start),
        String(run.end),
        run.start % 2 === 0 ? 'even' : 'odd',
        '',
        street.prefix,
        street.numberSuffix,
        street.direction,
        street.name,
        street.suffix,
        street.post,
        (run.units ?? []).map((unit) => this.#units.at(unit)).join(','),
        street.city,
        street.state,
        street.zip,
        this.#precincts.at(run.precinct),
      ];
      yield { row: run.row, cells };
    }
  }
}

/** Null where the row cannot be read for sure (reported). */
function readRow(row: OfficeRow, { mapping }: OfficeTable, log: ProblemLog): Address | null {
  const whole = row.text('addressWhole');
  const isWhole = row.has('addressWhole') && row.text('houseNumber') === '';
  const parts = isWhole ? readAddressLine(whole, row.text('city') || (mapping.always.city ?? '')) : null;
  if (isWhole && (parts === null || contradicts(row, parts))) {
    log.report('address-not-cut', row.where('addressWhole'));
    return null;
  }
  const house = parts ?? readNumber(row.text('houseNumber'));
  if (house === null) {
    log.report(
      row.text('houseNumber') === '' ? 'number-missing' : 'number-unreadable',
      row.where('houseNumber'),
    );
    return null;
  }
  const town = readTown(row, mapping, parts ?? noTown);
  if (town === null) {
    log.report('town-not-cut', row.where('cityStateZipWhole'));
    return null;
  }
  const street = parts === null ? readStreet(row) : { ...noParts, name: parts.street };
  const ownUnit = row.text('unit');
  return { house, street, unit: ownUnit === '' ? (parts?.unit ?? '') : readUnit(ownUnit), town };
}

/** Another column says another ZIP or town than the address does. */
function contradicts(row: OfficeRow, parts: TownCells): boolean {
  const zip = readZip5(row.text('zip'));
  const city = row.text('city');
  return (
    (zip !== '' && parts.zip !== '' && zip !== readZip5(parts.zip)) ||
    (city !== '' && parts.city !== '' && townKey(city) !== townKey(parts.city))
  );
}

function readNumber(cell: string): HouseParts | null {
  const number = readWholeNumber(cell);
  return number > 0 ? { number, prefix: '', suffix: '' } : readHouse(cell);
}

/** Each street once, whatever its spelling. */
class Streets {
  readonly #bySpelling = new Map<string, number>();
  readonly #byKey = new Map<string, number>();
  readonly #streets: Street[] = [];
  #lastSpelling = '';
  #last = -1;

  get size(): number {
    return this.#streets.length;
  }

  at(street: number): Street {
    return this.#streets[street]!;
  }

  of({ house, street, town }: Address): number {
    const zip = readZip5(town.zip) || town.zip;
    const spelling = `${street.direction}|${street.name}|${street.suffix}|${street.post}|${town.city}|${town.state}|${zip}|${house.prefix}|${house.suffix}`;
    if (spelling === this.#lastSpelling) return this.#last;
    this.#lastSpelling = spelling;
    this.#last =
      this.#bySpelling.get(spelling) ??
      this.#add(spelling, { ...street, ...town, zip, prefix: house.prefix, numberSuffix: house.suffix });
    return this.#last;
  }

  #add(spelling: string, street: Street): number {
    const { pre, core, suffix, post } = streetKey(
      `${street.direction} ${street.name} ${street.suffix} ${street.post}`,
    );
    const key = [
      pre,
      squash(core),
      suffix,
      post,
      townKey(street.city),
      street.state,
      street.zip,
      street.prefix,
      street.numberSuffix,
    ].join('|');
    const index = this.#byKey.get(key) ?? this.#streets.push(street) - 1;
    this.#byKey.set(key, index);
    this.#bySpelling.set(spelling, index);
    return index;
  }
}
