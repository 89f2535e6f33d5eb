// Owns the way from an office's own tables to tables of a feed: the mapping that fits, or a proposal that somebody has to confirm.
// Guesses nothing silently: a table without a confirmed mapping gives no rows.

import type { Dataset } from '@/lib/core/vip';
import { createProblemLog, type ProblemLog } from '../problems/problem';
import type { CellEdits } from '../tables/cell-edits';
import type { FeedTable } from '../tables/feed-files';
import { editedRecords, type RecordSource } from '../tables/record-source';
import { isUnusedVipTable } from '../tables/unused-vip-tables';
import type { TableName } from '../tables/vip-columns';
import { convertTables } from './convert/convert-tables';
import type { OfficeTable } from './convert/office-rows';
import { blanksOf } from './doubtful-groups';
import { fitHeaderless, fitMapping, hasSameHeader, type MappingFit } from './fits-mapping';
import { proposeMapping } from './guess-mapping';
import { worthsOf } from './guess-worths';
import { mappingsForName } from './pinned-mappings';
import { startOf } from './said-header';
import {
  dataRecords,
  headOf,
  labelledRecords,
  layoutOfHead,
  type TableLayout,
  withDoubts,
} from './table-layout';
import type { ForeignTable, MappingProposal, TableKind, TableMapping, TableStart } from './table-mapping';

export interface MapRequest {
  readonly tables: readonly RecordSource[];
  /** Confirmed for this upload or an earlier one, the latest first. */
  readonly mappings: readonly TableMapping[];
  /** Tables that the upload has of a feed's own. */
  readonly feed: readonly FeedTable[];
  /** What the office has live: a list of precincts and places changes the places of its streets. */
  readonly live: Dataset | null;
  /** The day that the upload is for, where it is known without its files. */
  readonly electionDate?: string | null;
  /** Two-letter postal code of the office's state. */
  readonly officeState: string | null;
  /** Cells that the office corrected afterwards, their columns as `TableLayout.labels` calls them. */
  readonly edits?: CellEdits | undefined;
  /** The row of every table that somebody says names the columns; null: none does; left out: it is looked for. */
  readonly headerRow?: number | null | undefined;
  /** Instead of these edits: what is read of tables whose columns are confirmed. `whole` is the one of `sources`. */
  readonly prepare?: ((tables: readonly PreparedTable[]) => Promise<readonly OfficeTable[]>) | null;
}

export interface PreparedTable extends OfficeTable {
  readonly whole: RecordSource;
}

export interface MappedTables {
  readonly feed: readonly FeedTable[];
  readonly foreign: readonly ForeignTable[];
  /** The tables as they stand, under the names that problems give their columns. */
  readonly sources: readonly RecordSource[];
}

/** What became of one table. */
interface Looked {
  readonly source: RecordSource;
  readonly layout: TableLayout;
  readonly proposal: MappingProposal;
  readonly confirmed: TableMapping | null;
  readonly fit: MappingFit;
  readonly start: TableStart;
}

/** Every table by its mapping. What is not confirmed is reported (`columns-unconfirmed`, `columns-look-different`, fatal); a table
 *  that is no list for voters, or a list beside a feed that has its own, is left out with a warning where something else is read. */
export async function mapTables(request: MapRequest, log: ProblemLog): Promise<MappedTables> {
  const looked: Looked[] = [];
  for (const source of request.tables) {
    const one = await lookAt(source, request, log);
    if (one !== null) looked.push(one);
  }
  const others = looked.filter(
    ({ fit, proposal }) => fit.kind !== 'none' || proposal.mapping.kind !== 'ignored',
  );
  const isAlone = others.every(({ confirmed }) => confirmed?.kind === 'ignored') && request.feed.length === 0;
  const has = new Set(request.feed.map(({ table }) => table));
  for (const one of looked) {
    const { kind } = one.proposal.mapping;
    const isStreets = kind === 'ranges' || kind === 'addresses';
    if (one.fit.kind === 'none' && !isStreets && has.size > 0 && isUnusedVipTable(one.source.name)) continue;
    if (one.fit.kind === 'none' && (kind === 'ignored' || isThereAlready(kind, has)))
      reportNoList(one, isAlone, log);
    else reportTable(one, log);
  }
  const sources = looked.map(({ source, layout }) => labelledRecords(source, layout));
  const fitting = looked.flatMap(({ source, layout, fit }, index) =>
    fit.kind === 'fits' && fit.mapping.kind !== 'ignored'
      ? [
          {
            source: dataRecords(source, layout),
            mapping: fit.mapping,
            blanks: blanksOf(layout),
            whole: sources[index]!,
          },
        ]
      : [],
  );
  const tables = await (request.prepare?.(fitting) ?? edited(fitting, request.edits));
  const { feed, live, electionDate = null, officeState } = request;
  return {
    feed:
      tables.length === 0 ? [] : await convertTables({ tables, feed, live, electionDate, officeState }, log),
    foreign: looked.map(({ source, proposal, confirmed, fit, start }) => ({
      name: source.name,
      proposal,
      confirmed,
      applied: fit.kind === 'fits' ? fit.mapping : null,
      start,
    })),
    sources,
  };
}

const edited = (tables: readonly OfficeTable[], edits: CellEdits | undefined): readonly OfficeTable[] =>
  tables.map((table) => ({ ...table, source: editedRecords(table.source, edits) }));

/** Null for a file that has no records: whatever is wrong with it is reported. */
async function lookAt(source: RecordSource, request: MapRequest, log: ProblemLog): Promise<Looked | null> {
  const mappings = mappingsForName(request.mappings, source.name);
  const head = await headOf(source);
  const knownHeaders = mappings.flatMap(({ header }) => (header === null ? [] : [header]));
  const layout = await withDoubts(source, layoutOfHead(head, { knownHeaders, headerRow: request.headerRow }));
  if (layout.headerRow === null && layout.sample.length === 0) {
    await reportUnread(dataRecords(source, layout), request.feed.length > 0, log);
    return null;
  }
  const looked = (chosen: TableLayout, said: Pick<Looked, 'confirmed' | 'fit'>): Looked => ({
    source,
    layout: chosen,
    proposal: proposeMapping(source.name, chosen, request.officeState),
    start: startOf(head),
    ...said,
  });
  const said = confirmedOf(layout, mappings);
  if (said.fit.kind !== 'none' || layout.header === null) return looked(layout, said);
  // Somebody may have said that what looks like a header is data.
  const bare = await withDoubts(source, layoutOfHead(head, { headerRow: null }));
  const row = head.find(({ row }) => row === layout.headerRow)?.cells ?? [];
  for (const mapping of mappings) {
    const fit = fitHeaderless(mapping, bare, row);
    if (fit.kind === 'fits') return looked(bare, { confirmed: mapping, fit });
  }
  return looked(layout, said);
}

/** No list of ours: another country's, or something else. */
function reportNoList(
  { source, layout, proposal: { otherCountry } }: Looked,
  isAlone: boolean,
  log: ProblemLog,
) {
  const file = source.name;
  const code = isAlone ? 'file-not-a-list' : 'file-not-read';
  if (otherCountry === undefined) return log.report(code, { file });
  const { column, sentence } = otherCountry;
  const sample = layout.sample.find(({ cells }) => (cells[column] ?? '').trim() !== '');
  const value = sample?.cells[column] ?? null;
  log.report(
    code,
    { file, row: sample?.row ?? null, column: layout.labels[column] ?? null, value },
    sentence,
  );
}

/** Beside a feed it may be anything, and stops nothing: as open-files says of a file that is no table at all. */
async function reportUnread(records: RecordSource, isBesideFeed: boolean, log: ProblemLog): Promise<void> {
  if (!isBesideFeed) return records.read(nobody, log);
  const found = createProblemLog();
  await records.read(nobody, found);
  const [fault] = found.problems();
  if (fault !== undefined) log.report('file-ignored', { file: fault.file, value: fault.code });
}

const nobody = {
  isKnownColumn: () => false,
  header: () => true,
  record: () => true,
  refused: () => undefined,
};

/** By what is said of the table's name alone, where that is of its columns; else by what is said of all with these columns. */
function confirmedOf(
  layout: TableLayout,
  mappings: readonly TableMapping[],
): Pick<Looked, 'confirmed' | 'fit'> {
  const byName = firstFit(
    layout,
    mappings.filter(({ table }) => table !== undefined),
  );
  if (byName.fit.kind !== 'none') return byName;
  return firstFit(
    layout,
    mappings.filter(({ table }) => table === undefined),
  );
}

/** The first mapping that fits, those with the very same header before the others; one that differs only where none fits. */
function firstFit(layout: TableLayout, mappings: readonly TableMapping[]): Pick<Looked, 'confirmed' | 'fit'> {
  if (mappings.length === 0) return { confirmed: null, fit: { kind: 'none' } };
  const worths = worthsOf(layout);
  const same = mappings.filter((mapping) => hasSameHeader(mapping, layout));
  let differs: MappingFit = { kind: 'none' };
  for (const mapping of [...same, ...mappings.filter((one) => !same.includes(one))]) {
    const fit = fitMapping(mapping, layout, worths);
    if (fit.kind === 'fits') return { confirmed: mapping, fit };
    if (fit.kind === 'differs' && differs.kind === 'none') differs = fit;
  }
  return { confirmed: null, fit: differs };
}

/** What the table would bring is in a feed's own tables: a copy, a report or a test list beside it, which nothing waits for. */
function isThereAlready(kind: TableKind, has: ReadonlySet<TableName>): boolean {
  return kind === 'precinctPlaces'
    ? has.has('precinct') && has.has('polling_location')
    : has.has('street_segment');
}

/** A table that has no mapping that fits. */
function reportTable({ source, layout, proposal, fit }: Looked, log: ProblemLog): void {
  const file = source.name;
  if (fit.kind === 'fits') return;
  if (fit.kind === 'differs') {
    const sample = layout.sample.find(({ cells }) => (cells[fit.column] ?? '').trim() !== '');
    log.report('columns-look-different', {
      file,
      row: sample?.row ?? null,
      column: layout.labels[fit.column] ?? null,
      value: sample?.cells[fit.column] ?? null,
    });
  } else log.report('columns-unconfirmed', { file, row: layout.headerRow }, recognised(proposal, layout));
}

function recognised({ mapping, confidence }: MappingProposal, { labels }: TableLayout): string {
  const columns = Object.entries(mapping.columns).map(
    ([field, column]) => `${field} in ${labels[column]} (${confidence[field as keyof typeof confidence]})`,
  );
  return `Proposed as ${mapping.kind}: ${columns.join(', ')}.`;
}
