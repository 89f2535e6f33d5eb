// Owns the way of an office's own tables, their columns confirmed, to the tables of a feed: what their rows are of decides how each is
// read, and the lists of precincts and places among them say where its precincts vote.

import type { Dataset } from '@/lib/core/vip';
import { createProblemLog, type ProblemLog } from '../../problems/problem';
import { alignments } from '../../segments/row-extent';
import { readDate } from '../../tables/cells';
import type { FeedTable } from '../../tables/feed-files';
import { loadTable } from '../../tables/vip-tables';
import type { TableMapping } from '../table-mapping';
import { addressSegments } from './convert-addresses';
import { rangeSegments } from './convert-ranges';
import { DroppedSplits } from './dropped-splits';
import { FeedBook, namesPlaces, reportPlace } from './feed-book';
import { joinTables } from './join-tables';
import { layOverLive } from './lay-over-live';
import { type OfficeRow, type OfficeTable, readOfficeRows } from './office-rows';
import { codesWithPlaces, reportRepeatedCodes } from './repeated-codes';
import { SideCodes } from './side-codes';
import { withShiftWatch } from './watch-shifts';

export interface ConvertRequest {
  /** Each with a confirmed mapping; sources as `dataRecords` gives them. */
  readonly tables: readonly OfficeTable[];
  /** Tables that the upload has of a feed's own. */
  readonly feed: readonly FeedTable[];
  readonly live: Dataset | null;
  /** The day that the list is for, as far as it is known without its files: `2026-11-03`. */
  readonly electionDate: string | null;
  /** Two-letter postal code. */
  readonly officeState: string | null;
}

/** `polling_location`, `precinct`, `precinct_polling_location` and `street_segment`, as far as the tables have them; where a list of
 *  precincts comes alone, the streets that are live go with it. Problems name the office's own rows and columns. */
export async function convertTables(request: ConvertRequest, log: ProblemLog): Promise<readonly FeedTable[]> {
  const tables = request.tables
    .filter(({ mapping }) => mapping.kind !== 'ignored')
    .map((table) => ({ ...table, mapping: withState(table.mapping, request.officeState) }));
  const placeTables = tables.filter(namesPlaces);
  const usesSplits = placeTables.some(({ mapping }) => mapping.columns.precinctSplit !== undefined);
  const book = new FeedBook(usesSplits, log);
  await addFeedPrecincts(book, request.feed);
  const streets = tables.filter(({ mapping }) => mapping.kind !== 'precinctPlaces');
  for (const table of tables)
    if (table.mapping.kind === 'precinctPlaces') await readPlaceList(table, book, log);
  const made: FeedTable[] = [];
  const { feed, live } = request;
  const has = (name: FeedTable['table']) => feed.some(({ table }) => table === name);
  const isOnly = streets.length === 1 && !has('street_segment');
  const dropped: DroppedSplits[] = [];
  for (const table of streets) {
    if (namesPlaces(table) || book.codes.isEmpty) continue;
    const splits =
      usesSplits || table.mapping.columns.precinctSplit === undefined ? [] : [new DroppedSplits()];
    await noteCodes(table, book, splits);
    dropped.push(...splits);
  }
  for (const table of streets) made.push(await streetTable(table, book, isOnly, log));
  for (const splits of dropped) splits.report(book.listed, log);
  if (book.isEmpty) await reportNoPlaces(placeTables, log);
  reportRepeatedCodes(codesWithPlaces(book.found), log);
  if (streets.length > 0 || live === null || has('street_segment') || placeTables.length === 0) {
    const locality = await onlyLocality(feed);
    return [
      ...book.tables({ localityOf: () => locality }),
      ...(made.length === 0 ? [] : [joinTables(made, log)]),
    ];
  }
  const ownLocality = has('locality') ? await onlyLocality(feed) : '';
  const electionDate = has('election') ? await electionDay(feed) : request.electionDate;
  const file = placeTables[0]!.source.name;
  return layOverLive(book, { live, file, feed, ownLocality, electionDate }, log);
}

/** Null where it cannot be read, which is reported elsewhere. */
async function electionDay(feed: readonly FeedTable[]): Promise<string | null> {
  const [only] = await rowsOf('election', feed);
  return only === undefined ? null : readDate(only.cells.date);
}

function withState(mapping: TableMapping, officeState: string | null): TableMapping {
  const { always } = mapping;
  return { ...mapping, always: { ...always, state: always.state ?? officeState } };
}

/** Precincts of a feed's own table are called by id, number or name. */
async function addFeedPrecincts(book: FeedBook, feed: readonly FeedTable[]): Promise<void> {
  for (const { cells } of await rowsOf('precinct', feed))
    book.codes.add(cells.id, cells.id, [cells.number, cells.name, numberAndName(cells)], '');
}

/** `4 Courthouse`; '' where one is missing. */
function numberAndName({ number, name }: { readonly number: string; readonly name: string }): string {
  return number === '' || name === '' ? '' : `${number} ${name}`;
}

/** A feed with one locality has all its precincts there; '' for none or several. */
async function onlyLocality(feed: readonly FeedTable[]): Promise<string> {
  const [only, other] = await rowsOf('locality', feed);
  return only === undefined || other !== undefined ? '' : only.cells.id;
}

/** What is wrong with the table is reported when the feed is read. */
async function rowsOf<Table extends 'precinct' | 'locality' | 'election'>(
  table: Table,
  feed: readonly FeedTable[],
) {
  const source = feed.find((one) => one.table === table)?.source;
  return (await loadTable(table, source, createProblemLog(), { rowsIn: 0, rowsSetAside: 0 })).rows;
}

async function readPlaceList(table: OfficeTable, book: FeedBook, log: ProblemLog): Promise<void> {
  const take = book.taker(table);
  const hasPrecincts =
    table.mapping.columns.precinctId !== undefined || table.mapping.columns.precinctName !== undefined;
  const takeDamaged = book.damagedTaker(table);
  const takeNameless = book.namelessTaker(table);
  let last = '';
  await readOfficeRows(
    withShiftWatch(table),
    log,
    (row) => {
      const id = take(row);
      if (id === null) reportPlace(row, log);
      else if (id === '' && hasPrecincts) {
        log.report('precinct-missing', row.where('precinctId', 'precinctName'));
        takeNameless(row, last);
      }
      last = id || last;
      return id !== null && (id !== '' || !hasPrecincts);
    },
    (found, number, row) => {
      row.row = number;
      for (const cells of alignments(found, table.mapping.width)) {
        row.cells = cells;
        takeDamaged(row);
        // Its blank precinct may be that of the row above.
        if (found.length === table.mapping.width) takeNameless(row, last);
      }
    },
  );
}

async function noteCodes(
  table: OfficeTable,
  book: FeedBook,
  splits: readonly DroppedSplits[],
): Promise<void> {
  const note = book.noter(table);
  // What is wrong with the file is reported when its streets are read.
  await readOfficeRows(table, createProblemLog(), (row) => {
    note(row);
    for (const each of splits) each.note(row);
    return true;
  });
}

/** A joined table is read once for its places before its streets are. */
async function streetTable(
  table: OfficeTable,
  book: FeedBook,
  isOnly: boolean,
  log: ProblemLog,
): Promise<FeedTable> {
  const { mapping } = table;
  const precinctOf = namesPlaces(table) ? book.taker(table) : book.finder(table);
  if (!hasZip(mapping)) log.report('zip-not-said', { file: table.source.name });
  if (mapping.kind === 'addresses') return addressSegments(withShiftWatch(table), precinctOf, isOnly, log);
  const sides = new SideCodes();
  const isJoined = namesPlaces(table);
  const saysWho = isJoined || mapping.columns.precinctMailOnly !== undefined;
  if (saysWho || mapping.columns.side !== undefined) {
    // What is wrong with the file is reported when its streets are read.
    await readOfficeRows(table, createProblemLog(), (row: OfficeRow) => {
      sides.note(row);
      if (saysWho) precinctOf(row);
      return true;
    });
  }
  return rangeSegments(withShiftWatch(table), sides, precinctOf);
}

/** Tables that should say where people vote, and none of them does: their rows are all damaged, or there are none. Streets are not read
 *  then, and what is wrong with their file has to be said here. */
async function reportNoPlaces(tables: readonly OfficeTable[], log: ProblemLog): Promise<void> {
  for (const table of tables) {
    if (table.mapping.kind === 'ranges') await readOfficeRows(table, log, () => true);
    log.report('nothing-left', { file: table.source.name });
  }
}

function hasZip({ columns, always }: TableMapping): boolean {
  const fields = ['zip', 'cityStateZipWhole', 'city', 'addressWhole'] as const;
  return always.zip !== null || always.city !== null || fields.some((field) => columns[field] !== undefined);
}
