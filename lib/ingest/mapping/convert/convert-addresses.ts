// Owns the way of a table of single addresses to street segments: collects the rows as numbers, each text once, and hands on the runs
// of address-runs.ts with the office's own rows and columns.

import { townKey } from '@/lib/core/address/town';
import { createProblemLog, type ProblemLog } from '../../problems/problem';
import { alignments } from '../../segments/row-extent';
import { readWholeNumber, readZip5 } from '../../tables/cells';
import type { FeedTable } from '../../tables/feed-files';
import { AddressMemo } from './address-memo';
import { StreetWords } from './address-streets';
import { type Address, CollectedAddresses, nobodys, perhapsNobodys } from './collected-addresses';
import { type AddressParts, type HouseParts, readHouse, readUnit, withSuffix } from './composed-address';
import { reportPlace } from './feed-book';
import { handOn } from './made-records';
import { type OfficeRow, type OfficeTable, readOfficeRows } from './office-rows';
import { RowMemo } from './row-memo';
import {
  noTown,
  readStreet,
  readTown,
  streetColumns,
  streetFields,
  streetLabels,
  type TownCells,
  townFields,
} from './street-cells';
import { mayBeAddresses, mayBeNumbers } from './uncut-address';

/** Reads the whole table. Rows that cannot be read, or name no precinct, are reported. `isOnly`: no other table of the upload has streets. */
export async function addressSegments(
  table: OfficeTable,
  precinctOf: (row: OfficeRow) => string | null,
  isOnly: boolean,
  log: ProblemLog,
): Promise<FeedTable> {
  const addresses = new CollectedAddresses(isOnly);
  const rows = new AddressRows(table, log);
  const quiet = new AddressRows(table, createProblemLog());
  const refused: number[] = [];
  let labels: readonly string[] | null = null;
  /** Of the row at hand: its address is known, though it is set aside. */
  let isCollected = false;
  await readOfficeRows(
    table,
    log,
    (row) => {
      const address = rows.read(row);
      const precinctId = address === null ? null : precinctOf(row);
      if (address === null) return false;
      if (precinctId === null) reportPlace(row, log);
      else if (precinctId === '') log.report('precinct-missing', row.where('precinctId', 'precinctName'));
      addresses.add(address, precinctId || nobodys, row.row);
      isCollected = precinctId === null || precinctId === '';
      return !isCollected;
    },
    (found, number, row) => {
      if (!isCollected) {
        for (const [address, isSure] of lostAddresses(found, row, quiet, table.mapping.width)) {
          addresses.add(address, isSure ? nobodys : perhapsNobodys, number);
          isCollected = true;
        }
      }
      if (!isCollected) refused.push(number);
      isCollected = false;
    },
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
        for (const record of addresses.records()) if (!handOn(record, reader)) return;
        for (const [row, readings] of addresses.uncertain()) {
          reader.refused([], row, readings.length === 0 ? undefined : readings);
        }
      },
    },
  };
}

/** The addresses of a row that was set aside for its form, or because it cannot be read for sure: every one that it may mean. */
function* lostAddresses(
  found: readonly string[],
  row: OfficeRow,
  rows: AddressRows,
  width: number,
): Generator<readonly [Address, isSure: boolean]> {
  const isWhole = found.length === width;
  for (const cells of alignments(found, width)) {
    row.cells = cells;
    const read = rows.read(row);
    // A letter that is lost may be of a word for a unit.
    const address = row.text('addressWhole').includes('\ufffd') ? null : read;
    if (address !== null && (isWhole || (readZip5(address.town.zip) !== '' && address.street.name !== ''))) {
      yield [address, true];
    } else if (isWhole) for (const perhaps of rows.mayMean(row)) yield [perhaps, false];
  }
}

/** The rows of one table, each read for what it says of an address. */
class AddressRows {
  readonly #mapping: OfficeTable['mapping'];
  readonly #log: ProblemLog;
  readonly #lines = new AddressMemo();
  readonly #towns: RowMemo<TownCells | null>;
  readonly #streets: RowMemo<StreetWords>;

  constructor({ mapping }: OfficeTable, log: ProblemLog) {
    this.#mapping = mapping;
    this.#log = log;
    this.#towns = new RowMemo(mapping.columns, townFields);
    this.#streets = new RowMemo(mapping.columns, streetFields);
  }

  /** Null where the row cannot be read for sure (reported). */
  read(row: OfficeRow): Address | null {
    const number = row.text('houseNumber');
    if (row.has('addressWhole') && number === '') return this.#readWhole(row);
    const plain = readNumber(number);
    const house = plain && withSuffix(plain, row.text('houseSuffix'));
    if (plain !== null && house === null) {
      this.#log.report('number-unreadable', row.where('houseSuffix'));
      return null;
    }
    if (house === null) {
      const code = number === '' ? 'number-missing' : 'number-unreadable';
      this.#log.report(code, row.where('houseNumber'));
      return null;
    }
    const street = this.#streets.of(row, () => {
      const { direction, name, suffix, post } = readStreet(row);
      return new StreetWords(direction, name, suffix, post);
    });
    return this.#inTown(row, house, street, null);
  }

  /** Every address that a row may mean which `read` cannot read for sure. */
  mayMean(row: OfficeRow): readonly Address[] {
    const number = row.text('houseNumber');
    const own = readTown(row, this.#mapping, noTown) ?? noTown;
    if (number !== '' || !row.has('addressWhole')) {
      const { direction, name, suffix, post } = readStreet(row);
      if (name === '') return [];
      const street = new StreetWords(direction, name, suffix, post);
      return mayBeNumbers(number).map((house) => ({ house, street, unit: '', town: own }));
    }
    return mayBeAddresses(row.text('addressWhole')).flatMap(({ street, city, zip, ...house }) => {
      const words = new StreetWords('', street, '', '');
      const towns = [{ ...own, city: own.city || city, zip: own.zip || zip }];
      if (zip !== '' && readZip5(own.zip) !== zip) towns.push({ ...own, city: '', zip });
      return towns.map((town) => ({ house, street: words, unit: '', town }));
    });
  }

  #readWhole(row: OfficeRow): Address | null {
    const town = row.text('city') || (this.#mapping.always.city ?? '');
    const line = this.#lines.read(row.text('addressWhole'), town);
    if (line === null || contradicts(row, line.parts)) {
      this.#log.report('address-not-cut', row.where('addressWhole'));
      return null;
    }
    const { prefix, suffix } = line.parts;
    return this.#inTown(row, { number: this.#lines.number, prefix, suffix }, line.street, line.parts);
  }

  #inTown(
    row: OfficeRow,
    house: HouseParts,
    street: StreetWords,
    parts: AddressParts | null,
  ): Address | null {
    const isSilent = parts === null || parts.city + parts.state + parts.zip === '';
    const town = isSilent
      ? this.#towns.of(row, () => readTown(row, this.#mapping, noTown))
      : readTown(row, this.#mapping, parts);
    if (town === null) {
      this.#log.report('town-not-cut', row.where('cityStateZipWhole'));
      return null;
    }
    const unit = row.text('unit');
    return { house, street, unit: unit === '' ? (parts?.unit ?? '') : readUnit(unit), town };
  }
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
