// Owns the precincts and places that an office's own rows name, each once, and which leads where. Says for any row which precinct it
// is of. Knows nothing of streets.

import type { FeedTable } from '../../feed-files';
import type { ProblemLog } from '../../problem';
import type { TableName } from '../../vip-columns';
import type { MappingField } from '../table-mapping';
import { joinTables } from './join-tables';
import { madeTable } from './made-records';
import { type OfficeRow, type OfficeTable, stateCode } from './office-rows';
import { type PlaceCells, placeColumns, placeFields, readPlaceCells } from './place-cells';
import { PrecinctCodes, precinctIdOf } from './precinct-codes';
import { RowMemo } from './row-memo';

/** Number of the file, and the row there. */
interface Spot {
  readonly file: number;
  readonly row: number;
}

interface Entry extends Spot {
  readonly cells: readonly string[];
}

const precinctFields: readonly MappingField[] = ['precinctId', 'precinctName', 'precinctSplit', 'state'];
const aside = '';

/** The office's own words for a file and its columns. */
interface NamedFile {
  readonly name: string;
  readonly placeLabels: readonly (string | null)[];
  readonly precinctLabels: readonly (string | null)[];
}

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
  readonly #links = new Map<string, Map<string, Spot>>();
  readonly #differ = new Set<string>();
  readonly #usesSplits: boolean;
  readonly #log: ProblemLog;
  readonly #files: NamedFile[] = [];

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
    let file = -1;
    return (row) => {
      if (file < 0) file = this.#files.push(namesOf(row)) - 1;
      return memo.of(row, () => this.#take(row, mapping, { file, row: row.row }));
    };
  }

  /** The same for a table that names precincts alone. */
  finder({ mapping }: OfficeTable): (row: OfficeRow) => string | null {
    const memo = new RowMemo<string | null>(mapping.columns, precinctFields);
    return (row) =>
      memo.of(row, () => {
        const code = this.#codeOf(row);
        if (code === '') return aside;
        return this.codes.find(code, stateCode(row.text('state')) || (mapping.always.state ?? '')) ?? code;
      });
  }

  #codeOf(row: OfficeRow): string {
    const code = row.text('precinctId') || row.text('precinctName');
    const split = this.#usesSplits ? row.text('precinctSplit') : '';
    return split === '' || code === '' ? code : `${code} ${split}`;
  }

  #take(row: OfficeRow, mapping: OfficeTable['mapping'], at: Spot): string | null {
    const place = readPlaceCells(row, mapping);
    if (place === 'town') return null;
    const hasPrecincts = row.has('precinctId') || row.has('precinctName');
    if (place !== 'none') this.#addPlace(place, row, at);
    const code = this.#codeOf(row);
    if (hasPrecincts && code === '') return aside;
    if (hasPrecincts) return this.#addPrecinct(row, code, place === 'none' ? null : place, at);
    if (place === 'none' || mapping.kind === 'precinctPlaces') return aside;
    // Rows that name their place and no precinct: whoever votes there is of one.
    const cells = [place.id, place.cells[1]!, ''];
    if (!this.#precincts.has(place.id)) this.#precincts.set(place.id, { ...at, cells });
    this.#link(place.id, place.id, at);
    return place.id;
  }

  #addPlace({ key, cells }: PlaceCells, row: OfficeRow, at: Spot): void {
    const known = this.#places.get(key);
    if (known === undefined) this.#places.set(key, { ...at, cells });
    else if (!this.#differ.has(key) && known.cells.slice(7).some((cell, more) => cell !== cells[7 + more])) {
      this.#differ.add(key);
      this.#log.report(
        'place-described-twice',
        row.where('placeHours', 'placeDirections', 'placeName'),
        `Row ${known.row} of ${this.#files[known.file]?.name} says something else.`,
      );
    }
  }

  #addPrecinct(row: OfficeRow, code: string, place: PlaceCells | null, at: Spot): string {
    const id = precinctIdOf(code);
    const name = row.text('precinctName');
    if (!this.#precincts.has(id)) this.#precincts.set(id, { ...at, cells: [id, name || code, code] });
    this.codes.add(id, code, name === '' || name === code ? [] : [name], place?.state ?? '');
    if (place !== null) this.#link(id, place.id, at);
    return id;
  }

  #link(precinctId: string, placeId: string, at: Spot): void {
    const links = this.#links.get(precinctId) ?? new Map<string, Spot>();
    if (!links.has(placeId)) links.set(placeId, at);
    this.#links.set(precinctId, links);
  }

  /** The tables `polling_location`, `precinct` and what links them. `idOf` gives each precinct the id that it is published by. */
  tables(localityOf: (precinctId: string) => string, idOf = (id: string) => id): readonly FeedTable[] {
    if (this.#places.size === 0 && this.#precincts.size === 0) return [];
    const places = this.#table(
      'polling_location',
      placeColumns.map(([name]) => name),
      ({ placeLabels }) => placeLabels,
      () => [...this.#places.values()],
    );
    const precincts = this.#table(
      'precinct',
      ['id', 'name', 'number', 'locality_id'],
      ({ precinctLabels: [id, name] }) => [id ?? null, name ?? null, id ?? null, null],
      () =>
        [...this.#precincts].map(([id, { cells, ...at }]) => ({
          ...at,
          cells: [idOf(id), ...cells.slice(1), localityOf(id)],
        })),
    );
    const links = this.#table(
      'precinct_polling_location',
      ['precinct_id', 'polling_location_id'],
      ({ precinctLabels: [id], placeLabels: [place] }) => [id ?? null, place ?? null],
      () =>
        [...this.#links].flatMap(([id, places]) =>
          [...places].map(([placeId, at]) => ({ ...at, cells: [idOf(id), placeId] })),
        ),
    );
    return this.#precincts.size === 0 ? [places] : [places, precincts, links];
  }

  #table(
    table: TableName,
    header: readonly string[],
    labelsOf: (file: NamedFile) => readonly (string | null)[],
    entries: () => readonly Entry[],
  ): FeedTable {
    const ofFiles = this.#files.map((named, file) =>
      madeTable(table, named.name, header, labelsOf(named), () =>
        entries().filter((entry) => entry.file === file),
      ),
    );
    return joinTables(ofFiles, this.#log);
  }
}

function namesOf(row: OfficeRow): NamedFile {
  return {
    name: row.file,
    placeLabels: placeColumns.map(([, ...fields]) => row.label(...fields)),
    precinctLabels: [
      row.label('precinctId', 'precinctName', 'placeName'),
      row.label('precinctName', 'precinctId', 'placeName'),
    ],
  };
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
