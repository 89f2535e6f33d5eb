// Owns the precincts and places that an office's own rows name, each once, and which leads where. Says for any row which precinct it
// is of. Knows nothing of streets.

import type { ProblemLog } from '../../problems/problem';
import type { FeedTable } from '../../tables/feed-files';
import { mayBe } from '../../vip/lost-links';
import type { MappingField } from '../table-mapping';
import type { ListedPrecincts } from './dropped-splits';
import { type Entry, type Spot, tableOfFiles } from './files-table';
import type { LaidPlaces } from './live-places';
import { isNoPlace, type SaidOfMail, saidOfMail } from './mail-only';
import { type NamedFile, namesOf } from './named-file';
import { type OfficeRow, type OfficeTable, stateCode } from './office-rows';
import {
  hasOwnStreet,
  type PlaceCells,
  placeColumns,
  placeFields,
  readPlaceCells,
  streetPlaceFields,
} from './place-cells';
import { PrecinctCodes, precinctIdOf } from './precinct-codes';
import { flagsOf, namesOfPrecinct, type Published } from './published-precincts';
import type { FoundLinks } from './repeated-codes';
import { RowMemo } from './row-memo';

const precinctFields: readonly MappingField[] = [
  'precinctId',
  'precinctName',
  'precinctSplit',
  'precinctMailOnly',
  'state',
];
const aside = '';
/** What a precinct leads to besides, where one of its rows was set aside: no place has this id, so that the rest is not taken for all. */
const unreadPlace = 'a place that cannot be read';

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
  readonly #mail = new Map<string, Set<SaidOfMail>>();
  readonly #differ = new Set<string>();
  readonly #damaged: (Spot & { readonly id: string })[] = [];
  readonly #usesSplits: boolean;
  readonly #log: ProblemLog;
  readonly #files: NamedFile[] = [];

  /** `usesSplits`: the table that names places names splits too; else it is dropped-splits.ts that looks at them. */
  constructor(usesSplits: boolean, log: ProblemLog) {
    this.#usesSplits = usesSplits;
    this.#log = log;
  }

  get isEmpty(): boolean {
    return this.#places.size === 0 && this.#precincts.size === 0;
  }

  /** Places so far, each in the order of `placeColumns`. */
  get placeCells(): readonly (readonly string[])[] {
    return [...this.#places.values()].map(({ cells }) => cells);
  }

  /** Which precinct a code means, and how many places it has, as far as the office's own lists say. */
  get listed(): ListedPrecincts {
    return {
      find: (code) => this.codes.find(code, ''),
      placesOf: (id) => (this.#precincts.has(id) ? (this.#links.get(id)?.size ?? 0) : null),
    };
  }

  /** All that was found so far. */
  get found(): FoundLinks {
    return { places: this.#places, precincts: this.#precincts, links: this.#links, files: this.#files };
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
      if (file < 0) file = this.#files.push(namesOf(row, mapping.kind)) - 1;
      return memo.of(row, () => this.#take(row, mapping, { file, row: row.row }));
    };
  }

  /** A function that takes a row of a list of precincts that was put together out of too few or too many cells. Where it names a precinct
   *  of another row, that one's places are not all known. */
  damagedTaker({ mapping }: OfficeTable): (row: OfficeRow) => void {
    let file = -1;
    return (row) => {
      const place = readPlaceCells(row, mapping);
      const code = this.#codeOf(row);
      if (place === 'none' || place === 'town' || code === '') return;
      if (file < 0) file = this.#files.push(namesOf(row, mapping.kind)) - 1;
      const id = precinctIdOf(code);
      this.#damaged.push({ file, row: row.row, id });
      // No code that is nearly the same is taken for it.
      this.codes.add(id, code, [], '');
    };
  }

  /** A function that takes a row of a list of precincts that names a place and no precinct: where cells were one, it is of the precinct
   *  that the row above names. */
  namelessTaker({ mapping }: OfficeTable): (row: OfficeRow, above: string) => void {
    let file = -1;
    return (row, above) => {
      const place = readPlaceCells(row, mapping);
      if (above === '' || this.#codeOf(row) !== '' || !hasOwnStreet(place, mapping)) return;
      if (file < 0) file = this.#files.push(namesOf(row, mapping.kind)) - 1;
      this.#link(above, place.id, { file, row: row.row });
    };
  }

  /** A function that takes the rows of a table that names precincts alone, before its finder does: how it writes their codes. */
  noter({ mapping }: OfficeTable): (row: OfficeRow) => void {
    const memo = new RowMemo<true>(mapping.columns, precinctFields);
    return (row) =>
      memo.of(row, () => {
        this.codes.note(this.#codeOf(row));
        return true;
      });
  }

  /** As `taker`, for a table that names precincts alone. */
  finder({ mapping }: OfficeTable): (row: OfficeRow) => string | null {
    const memo = new RowMemo<string | null>(mapping.columns, precinctFields);
    return (row) =>
      memo.of(row, () => {
        const code = this.#codeOf(row);
        if (code === '') return aside;
        const id =
          this.codes.find(code, stateCode(row.text('state')) || (mapping.always.state ?? '')) ?? code;
        this.#say(id, saidOfMail(row, false));
        return id;
      });
  }

  #codeOf(row: OfficeRow): string {
    const code = row.text('precinctId') || row.text('precinctName');
    const split = this.#usesSplits ? row.text('precinctSplit') : '';
    return split === '' || code === '' ? code : `${code} ${split}`;
  }

  #take(row: OfficeRow, mapping: OfficeTable['mapping'], at: Spot): string | null {
    const read = readPlaceCells(row, mapping);
    const code = this.#codeOf(row);
    const said = saidOfMail(row, read !== 'none');
    if (code !== '') this.#say(precinctIdOf(code), said);
    const place = said === 'yes' && isNoPlace(row) ? 'none' : read;
    if (place === 'town') {
      if (mapping.kind === 'precinctPlaces' && code !== '') {
        this.#link(this.#addPrecinct(row, code, null, at), unreadPlace, at);
      }
      return null;
    }
    const hasPrecincts = row.has('precinctId') || row.has('precinctName');
    if (place !== 'none') this.#addPlace(place, row, at);
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
        row.where('placeHours', 'placeDirections', 'placeName', 'placeNameAddressWhole'),
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

  #say(precinctId: string, said: SaidOfMail | null): void {
    if (said === null) return;
    const all = this.#mail.get(precinctId) ?? new Set<SaidOfMail>();
    this.#mail.set(precinctId, all.add(said));
  }

  #link(precinctId: string, placeId: string, at: Spot): void {
    const links = this.#links.get(precinctId) ?? new Map<string, Spot>();
    if (!links.has(placeId)) links.set(placeId, at);
    this.#links.set(precinctId, links);
  }

  /** The tables `polling_location`, `precinct` and what links them. */
  tables(published: Published): readonly FeedTable[] {
    if (this.isEmpty) return [];
    for (const { id, ...at } of this.#damaged) {
      const isLost = id.includes('\ufffd');
      const owners = isLost ? [...this.#precincts.keys()].filter((known) => mayBe(known, id)) : [id];
      for (const owner of owners) if (this.#precincts.has(owner)) this.#link(owner, unreadPlace, at);
    }
    const places = this.#placeTable(published.places);
    return this.#precincts.size === 0
      ? [places]
      : [places, this.#precinctTable(published), this.#linkTable(published)];
  }

  #placeTable(laid: LaidPlaces | undefined): FeedTable {
    const own = placeColumns.map(([name]) => name);
    const header = laid?.header ?? own;
    return tableOfFiles(
      {
        table: 'polling_location',
        header,
        labelsOf: ({ placeLabels }) => header.map((name) => placeLabels[own.indexOf(name)] ?? null),
        live: laid?.sites ?? [],
        files: this.#files,
      },
      () =>
        [...this.#places.values()].map((entry) =>
          laid === undefined ? entry : { ...entry, cells: laid.cellsOf(entry.cells) },
        ),
      this.#log,
    );
  }

  #precinctTable({ localityOf, idOf = (id) => id, liveOf }: Published): FeedTable {
    const saysMail = [...this.#mail.values()].some((said) => [...said].some((one) => one !== 'silent'));
    const flags = liveOf === undefined && !saysMail ? [] : ['is_mail_only', 'uses_vote_centers'];
    return tableOfFiles(
      {
        table: 'precinct',
        header: ['id', 'name', 'number', 'locality_id', ...flags],
        labelsOf: ({ precinctLabels: [id, name], mailLabel }) => [
          ...[id ?? null, name ?? null, id ?? null, null],
          ...flags.map((flag) => (flag === 'is_mail_only' ? mailLabel : null)),
        ],
        live: [],
        files: this.#files,
      },
      () =>
        [...this.#precincts].map(([id, { cells, ...at }]) => ({
          ...at,
          cells: [
            ...[idOf(id), ...namesOfPrecinct(cells, liveOf?.(id)), localityOf(id)],
            ...(flags.length === 0 ? [] : flagsOf(liveOf?.(id), this.#mail.get(id))),
          ],
        })),
      this.#log,
    );
  }

  #linkTable({ idOf = (id) => id, places, siteLinks = [] }: Published): FeedTable {
    return tableOfFiles(
      {
        table: 'precinct_polling_location',
        header: ['precinct_id', 'polling_location_id'],
        labelsOf: ({ precinctLabels: [id], placeLabels: [place] }) => [id ?? null, place ?? null],
        live: siteLinks,
        files: this.#files,
      },
      () =>
        [...this.#links].flatMap(([id, ofPrecinct]) =>
          [...ofPrecinct].map(([placeId, at]) => ({
            ...at,
            cells: [idOf(id), places?.idOf(placeId) ?? placeId],
          })),
        ),
      this.#log,
    );
  }
}

/** What a row is set aside for whose place is null. */
export function reportPlace(row: OfficeRow, log: ProblemLog): void {
  log.report('town-not-cut', row.where('placeCityStateZipWhole', 'cityStateZipWhole'));
}
