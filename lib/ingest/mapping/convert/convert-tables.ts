// Owns the way of an office's own tables, their columns confirmed, to the tables of a feed: what their rows are of decides how each is
// read, and the lists of precincts and places among them say where its precincts vote.

import type { Dataset } from '@/lib/core/vip';
import type { FeedTable } from '../../feed-files';
import { createProblemLog, type ProblemLog } from '../../problem';
import { loadTable } from '../../vip-tables';
import type { TableMapping } from '../table-mapping';
import { addressSegments } from './convert-addresses';
import { rangeSegments } from './convert-ranges';
import { FeedBook, namesPlaces, reportPlace } from './feed-book';
import { joinTables } from './join-tables';
import { liveOffices, liveSegments, matchLive } from './live-segments';
import { type OfficeRow, type OfficeTable, readOfficeRows } from './office-rows';
import { SideCodes } from './side-codes';

export interface ConvertRequest {
  /** Each with a confirmed mapping; sources as `dataRecords` gives them. */
  readonly tables: readonly OfficeTable[];
  /** Tables that the upload has of a feed's own. */
  readonly feed: readonly FeedTable[];
  readonly live: Dataset | null;
  /** Two-letter postal code. */
  readonly officeState: string | null;
}

/** `polling_location`, `precinct`, `precinct_polling_location` and `street_segment`, as far as the tables have them; where a list of
 *  precincts comes alone, the streets that are live go with it. Problems name the office's own rows and columns. */
export async function convertTables(request: ConvertRequest, log: ProblemLog): Promise<readonly FeedTable[]> {
  const tables = request.tables
    .filter(({ mapping }) => mapping.kind !== 'ignored')
    .map(({ source, mapping }) => ({ source, mapping: withState(mapping, request.officeState) }));
  const placeTables = tables.filter(namesPlaces);
  const usesSplits = placeTables.some(({ mapping }) => mapping.columns.precinctSplit !== undefined);
  const book = new FeedBook(usesSplits, log);
  await addFeedPrecincts(book, request.feed);
  const streets = tables.filter(({ mapping }) => mapping.kind !== 'precinctPlaces');
  for (const table of tables)
    if (table.mapping.kind === 'precinctPlaces') await readPlaceList(table, book, log);
  const made: FeedTable[] = [];
  for (const table of streets) made.push(await streetTable(table, book, log));
  const { feed, live } = request;
  const has = (name: FeedTable['table']) => feed.some(({ table }) => table === name);
  if (streets.length > 0 || live === null || has('street_segment') || placeTables.length === 0) {
    const locality = await onlyLocality(feed);
    return [...book.tables(() => locality), ...(made.length === 0 ? [] : [joinTables(made, log)])];
  }
  const first = placeTables[0]!.source.name;
  const matched = matchLive(live, book.codes, first, log);
  const localities = new Map(live.precincts.map(({ id, localityId }) => [id, localityId]));
  const idOf = liveIdOf(matched, book);
  const usual = has('locality') ? await onlyLocality(feed) : (live.localities[0]?.id ?? '');
  const localityOf = (id: string) =>
    has('locality') ? usual : (localities.get(matched.get(id) ?? '') ?? usual);
  const offices = liveOffices(live).filter(({ table }) => !has(table));
  const kept = new Map([...matched].map(([listId, liveId]) => [liveId, idOf(listId)]));
  const segments = live.streetSegments.length === 0 ? [] : [liveSegments(live, kept)];
  return [...book.tables(localityOf, idOf), ...segments, ...offices];
}

function withState(mapping: TableMapping, officeState: string | null): TableMapping {
  const { always } = mapping;
  return { ...mapping, always: { ...always, state: always.state ?? officeState } };
}

/** The live ids, so that what is known of a precinct stays with it; the list's own where that would make two of one. */
function liveIdOf(matched: ReadonlyMap<string, string>, book: FeedBook): (id: string) => string {
  const listIds = new Set(book.precinctIds);
  const isClear = [...matched].every(([listId, liveId]) => listId === liveId || !listIds.has(liveId));
  return (id) => (isClear ? (matched.get(id) ?? id) : id);
}

/** Precincts of a feed's own table are called by id, number or name. */
async function addFeedPrecincts(book: FeedBook, feed: readonly FeedTable[]): Promise<void> {
  for (const { cells } of await rowsOf('precinct', feed))
    book.codes.add(cells.id, cells.id, [cells.number, cells.name], '');
}

/** A feed with one locality has all its precincts there; '' for none or several. */
async function onlyLocality(feed: readonly FeedTable[]): Promise<string> {
  const [only, other] = await rowsOf('locality', feed);
  return only === undefined || other !== undefined ? '' : only.cells.id;
}

/** What is wrong with the table is reported when the feed is read. */
async function rowsOf<Table extends 'precinct' | 'locality'>(table: Table, feed: readonly FeedTable[]) {
  const source = feed.find((one) => one.table === table)?.source;
  return (await loadTable(table, source, createProblemLog(), { rowsIn: 0, rowsSetAside: 0 })).rows;
}

async function readPlaceList(table: OfficeTable, book: FeedBook, log: ProblemLog): Promise<void> {
  const take = book.taker(table);
  const hasPrecincts =
    table.mapping.columns.precinctId !== undefined || table.mapping.columns.precinctName !== undefined;
  await readOfficeRows(table, log, (row) => {
    const id = take(row);
    if (id === null) reportPlace(row, log);
    else if (id === '' && hasPrecincts)
      log.report('precinct-missing', row.where('precinctId', 'precinctName'));
    return id !== null && (id !== '' || !hasPrecincts);
  });
}

/** A joined table is read once for its places before its streets are. */
async function streetTable(table: OfficeTable, book: FeedBook, log: ProblemLog): Promise<FeedTable> {
  const { mapping } = table;
  const precinctOf = namesPlaces(table) ? book.taker(table) : book.finder(table);
  if (!hasZip(mapping)) log.report('zip-not-said', { file: table.source.name });
  if (mapping.kind === 'addresses') return addressSegments(table, precinctOf, log);
  const sides = new SideCodes();
  const isJoined = namesPlaces(table);
  if (isJoined || mapping.columns.side !== undefined) {
    // What is wrong with the file is reported when its streets are read.
    await readOfficeRows(table, createProblemLog(), (row: OfficeRow) => {
      sides.note(row);
      if (isJoined) precinctOf(row);
      return true;
    });
  }
  return rangeSegments(table, sides, precinctOf);
}

function hasZip({ columns, always }: TableMapping): boolean {
  const fields = ['zip', 'cityStateZipWhole', 'city', 'addressWhole'] as const;
  return always.zip !== null || always.city !== null || fields.some((field) => columns[field] !== undefined);
}
