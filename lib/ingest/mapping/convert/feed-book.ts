// Owns the precincts and places that an office's own rows name, each once, and which leads where. Says for any row which precinct it
// is of. Knows nothing of streets.

import type { FeedTable } from '../../feed-files';
import type { ProblemLog } from '../../problem';
import type { MappingField } from '../table-mapping';
import { madeTable } from './made-records';
import type { OfficeRow, OfficeTable } from './office-rows';
import { type PlaceCells, placeColumns, placeFields, readPlaceCells } from './place-cells';
import { PrecinctCodes, precinctIdOf } from './precinct-codes';
import { RowMemo } from './row-memo';

interface Entry {
  readonly row: number;
  readonly cells: readonly string[];
}

const precinctFields: readonly MappingField[] = ['precinctId', 'precinctName', 'precinctSplit', 'state'];
const aside = '';

/** Whether rows of the table say where somebody votes. */
export function namesPlaces({ mapping }: OfficeTable): boolean {
  return (
    placeFields.some((field) => mapping.columns[field] !== undefined) || mapping.kind === 'precinctPlaces'
  );
}

export class FeedBook {
  readonly codes = new PrecinctCodes();
  readonly #places = new Map<string, Entry>();
  readonly #precincts = new Map<string, Entry>();
  readonly #links = new Map<string, Map<string, number>>();
  readonly #differ = new Set<string>();
  readonly #usesSplits: boolean;
  readonly #log: ProblemLog;
  #file = '';
  #placeLabels: readonly (string | null)[] = [];
  #precinctLabels: readonly (string | null)[] = [];

  /** `usesSplits`: the table that names places names splits too; else a split says nothing of where somebody votes. */
  constructor(usesSplits: boolean, log: ProblemLog) {
    this.#usesSplits = usesSplits;
    this.#log = log;
  }

  get precinctIds(): Iterable<string> {
    return this.#precincts.keys();
  }

  /** A function that takes rows of one table that names places, and gives the id of each one's precinct; '' where the row names
   *  none, null where its place cannot be read (see `reportPlace`). */
  taker({ mapping }: OfficeTable): (row: OfficeRow) => string | null {
    const memo = new RowMemo<string | null>(mapping.columns, [
      ...placeFields,
      ...precinctFields,
      ...streetPlaceFields(mapping.kind),
    ]);
    return (row) => memo.of(row, () => this.#take(row, mapping));
  }

  /** The same for a table that names precincts alone. */
  finder({ mapping }: OfficeTable): (row: OfficeRow) => string | null {
    const memo = new RowMemo<string | null>(mapping.columns, precinctFields);
    return (row) =>
      memo.of(row, () => {
        const code = this.#codeOf(row);
        if (code === '') return aside;
        return this.codes.find(code, row.text('state') || (mapping.always.state ?? '')) ?? code;
      });
  }

  #codeOf(row: OfficeRow): string {
    const code = row.text('precinctId') || row.text('precinctName');
    const split = this.#usesSplits ? row.text('precinctSplit') : '';
    return split === '' || code === '' ? code : `${code} ${split}`;
  }

  #take(row: OfficeRow, mapping: OfficeTable['mapping']): string | null {
    this.#name(row);
    const place = readPlaceCells(row, mapping);
    if (place === 'town') return null;
    const hasPrecincts = row.has('precinctId') || row.has('precinctName');
    if (place !== 'none') this.#addPlace(place, row);
    const code = this.#codeOf(row);
    if (hasPrecincts && code === '') return aside;
    if (hasPrecincts) return this.#addPrecinct(row, code, place === 'none' ? null : place);
    if (place === 'none' || mapping.kind === 'precinctPlaces') return aside;
    // Rows that name their place and no precinct: whoever votes there is of one.
    this.#precincts.set(place.id, {
      row: this.#precincts.get(place.id)?.row ?? row.row,
      cells: [place.id, place.cells[1]!, ''],
    });
    this.#link(place.id, place.id, row.row);
    return place.id;
  }

  #addPlace({ key, cells }: PlaceCells, row: OfficeRow): void {
    const known = this.#places.get(key);
    if (known === undefined) this.#places.set(key, { row: row.row, cells });
    else if (!this.#differ.has(key) && known.cells.slice(7).some((cell, at) => cell !== cells[7 + at])) {
      this.#differ.add(key);
      this.#log.report(
        'place-described-twice',
        row.where('placeHours', 'placeDirections', 'placeName'),
        `Row ${known.row} says something else.`,
      );
    }
  }

  #addPrecinct(row: OfficeRow, code: string, place: PlaceCells | null): string {
    const id = precinctIdOf(code);
    const name = row.text('precinctName');
    if (!this.#precincts.has(id)) this.#precincts.set(id, { row: row.row, cells: [id, name || code, code] });
    this.codes.add(id, code, name === '' || name === code ? [] : [name], place?.state ?? '');
    if (place !== null) this.#link(id, place.id, row.row);
    return id;
  }

  #link(precinctId: string, placeId: string, row: number): void {
    const links = this.#links.get(precinctId) ?? new Map<string, number>();
    if (!links.has(placeId)) links.set(placeId, row);
    this.#links.set(precinctId, links);
  }

  #name(row: OfficeRow): void {
    if (this.#file !== '') return;
    this.#file = row.file;
    this.#placeLabels = placeColumns.map(([, ...fields]) => row.label(...fields));
    const code = row.label('precinctId', 'precinctName', 'placeName');
    this.#precinctLabels = [code, row.label('precinctName', 'precinctId', 'placeName'), code, null];
  }

  /** The tables `polling_location`, `precinct` and what links them. `idOf` gives each precinct the id that it is published by. */
  tables(localityOf: (precinctId: string) => string, idOf = (id: string) => id): readonly FeedTable[] {
    const file = this.#file;
    if (this.#places.size === 0 && this.#precincts.size === 0) return [];
    const places = madeTable(
      'polling_location',
      file,
      placeColumns.map(([name]) => name),
      this.#placeLabels,
      () => this.#places.values(),
    );
    if (this.#precincts.size === 0) return [places];
    const [code] = this.#precinctLabels;
    return [
      places,
      madeTable('precinct', file, ['id', 'name', 'number', 'locality_id'], this.#precinctLabels, () =>
        [...this.#precincts].map(([id, { row, cells }]) => ({
          row,
          cells: [idOf(id), ...cells.slice(1), localityOf(id)],
        })),
      ),
      madeTable(
        'precinct_polling_location',
        file,
        ['precinct_id', 'polling_location_id'],
        [code ?? null, this.#placeLabels[0] ?? null],
        () =>
          [...this.#links].flatMap(([id, links]) =>
            [...links].map(([placeId, row]) => ({ row, cells: [idOf(id), placeId] })),
          ),
      ),
    ];
  }
}

/** What a row is set aside for whose place is null. */
export function reportPlace(row: OfficeRow, log: ProblemLog): void {
  log.report('town-not-cut', row.where('placeCityStateZipWhole', 'cityStateZipWhole'));
}

/** In a list of precincts these are the place's own. */
function streetPlaceFields(kind: string): readonly MappingField[] {
  if (kind !== 'precinctPlaces') return [];
  return [
    'houseNumber',
    'addressWhole',
    'streetDirection',
    'streetWhole',
    'streetName',
    'streetSuffix',
    'addressDirection',
    'city',
    'zip',
    'cityStateZipWhole',
  ];
}
