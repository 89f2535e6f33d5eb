// Owns the addresses of a table of them, collected as numbers, each text once, and the records that their runs make. Reads no row.

import { squash, streetKey } from '@/lib/core/address/street-key';
import { RowNumbers } from '../../segments/row-numbers';
import { unitKey } from '../../segments/units';
import { addressRuns } from './address-runs';
import { type Street, Streets, type StreetWords } from './address-streets';
import type { HouseParts } from './composed-address';
import type { MadeRecord } from './made-records';
import { Numbering } from './numbering';
import type { TownCells } from './street-cells';

/** What a row says of an address. */
export interface Address {
  readonly house: HouseParts;
  readonly street: StreetWords;
  readonly unit: string;
  readonly town: TownCells;
}

/** In place of a precinct's id: the row was set aside, and its address is nobody else's because of that. No id has a line break. */
export const nobodys = '\n';
/** The same for one of the addresses that a row may mean. */
export const perhapsNobodys = '\n?';

/** Rows as numbers, and the texts that they stand for. */
export class CollectedAddresses {
  readonly #isOnly: boolean;
  readonly #streets = new Streets();
  /** Numbers of the streets that a row surely names. */
  readonly #sure = new Set<number>();
  readonly #uncertain = new Map<number, (readonly string[])[]>();
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

  constructor(isOnly: boolean) {
    this.#isOnly = isOnly;
    // Number 0 is no unit.
    this.#units.of('');
  }

  add(address: Address, precinctId: string, row: number): void {
    const { unit, house, street, town } = address;
    const at = this.#streets.of(house, street, town);
    if (precinctId !== perhapsNobodys) this.#sure.add(at);
    this.#columns.street.push(at);
    this.#columns.number.push(house.number);
    this.#columns.unit.push(unit === '' ? 0 : this.#units.of(unitKey(unit) || unit, unit));
    this.#columns.precinct.push(this.#precincts.of(precinctId));
    this.#columns.row.push(row);
    this.#size++;
  }

  /** Rows that may mean several addresses -> those of them that may be on a street of another row. After `records`. */
  uncertain(): Iterable<readonly [row: number, readings: readonly (readonly string[])[]]> {
    return this.#uncertain;
  }

  *records(): Generator<MadeRecord> {
    const cores = new Set<string>();
    if (this.#precincts.has(perhapsNobodys))
      for (const street of this.#sure) cores.add(coreOf(this.#streets.at(street)));
    this.#uncertain.clear();
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
      const precinct = this.#precincts.at(run.precinct);
      const nowhere = [...cells.slice(0, -1), ''];
      if (precinct === perhapsNobodys) {
        const readings = this.#uncertain.get(run.row) ?? [];
        this.#uncertain.set(run.row, readings);
        // A street that no row names for sure would be on the list for a number alone.
        if (!this.#isOnly || cores.has(coreOf(street))) readings.push(nowhere);
        continue;
      }
      const isWithheld = precinct === nobodys;
      yield { row: run.row, cells: isWithheld ? nowhere : cells, isWithheld };
    }
  }
}

/** By which a street named short is found, too. */
function coreOf({ direction, name, suffix, post }: Street): string {
  return squash(streetKey(`${direction} ${name} ${suffix} ${post}`).core);
}
