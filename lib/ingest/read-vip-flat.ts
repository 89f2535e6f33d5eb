// Owns the way of a whole VIP flat feed (3.0, 5.1, 5.2, 6.0): files in, one dataset and its problems out.
// Small tables first, then streets against them, then the checks that need everything.

import type { Dataset, Election, Source } from '@/lib/core/vip';
import type { CellEdits } from './cell-edits';
import { readState } from './cells';
import {
  reportMissingPlaces,
  reportNoStreetLeft,
  reportNothingLeft,
  reportOfficePhones,
  reportPlaces,
  reportPrecinctsWithoutStreets,
  reportSplitsWithoutStreets,
} from './check-feed';
import { reportOverlaps } from './check-overlaps';
import type { Boundary } from './checks/boundary-file';
import { reportBoundaries } from './checks/check-boundaries';
import { knownStreets } from './checks/known-streets';
import { reportOddOnesOut } from './checks/neighbours';
import { csvRecords } from './csv';
import { type FeedFiles, type FeedTable, matchTables, reportMissingFiles, tableOf } from './feed-files';
import { officeIdOf, ownOfficeId } from './office-id';
import { readPlaceLinks } from './place-links';
import type { PrecinctGraph } from './precinct-graph';
import { createProblemLog, type Problem, type ProblemLog, type ProblemTotals } from './problem';
import { readAdministrations } from './read-administrations';
import { isEarlySite, readEarlySites } from './read-early-sites';
import { nameElection, readElection, readSource } from './read-election';
import { readSchedules } from './read-hours';
import { type LocalityRow, readLocalities } from './read-localities';
import { type PlaceRow, readPlaces } from './read-places';
import { readPrecincts } from './read-precincts';
import { SegmentReader } from './read-segments';
import { readPrecinctGraph } from './read-splits';
import { decideState, type StateTally, stateName, tallyState } from './read-state';
import { editedRecords } from './record-source';
import { settleSegments } from './settle-segments';
import { linkSites } from './site-links';
import type { SourceFile } from './source-file';
import type { TableHeader } from './table-header';
import { type RecordSink, type RowCounts, readTable } from './table-reader';
import type { FieldOf } from './vip-columns';
import { loadTables, type VipTables } from './vip-tables';

export interface FeedOptions {
  /** Called now and then with the number of rows read so far, in all files. */
  readonly onProgress?: (rowsRead: number) => void;
  /** Instead of the id that is made from state and locality. */
  readonly officeId?: string;
  /** Two-letter postal code: a feed of another state is not this office's. */
  readonly officeState?: string;
  /** The office's boundaries, to compare with. */
  readonly boundaries?: readonly Boundary[];
}

export interface VipFlatOptions extends FeedOptions {
  /** Cells that an office corrected after it had uploaded the file. */
  readonly edits?: CellEdits;
}

/** Exact, also where the list of problems is cut. `errors` does not count the fatal ones. */
export interface VipFlatCounts extends ProblemTotals {
  /** Rows read, in all files, headers and blank rows not counted. */
  readonly rowsIn: number;
  /** Rows that are not in the dataset because of an error in them or in what they refer to. */
  readonly rowsSetAside: number;
  readonly segments: number;
  readonly precincts: number;
  readonly pollingLocations: number;
}

export interface ReadVipFlat {
  /** Null only where a fatal problem says why. */
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
  readonly counts: VipFlatCounts;
}

/** Reads the files of a feed, found by their names: any folder, any case, `.txt`, `.csv` or `.tsv`; others are ignored.
 *  `readVipFlat([{name: 'precinct.txt', …}, …])` -> `{dataset: {officeId: 'ms-adams-county', …}, problems: [], …}`. */
export function readVipFlat(
  files: readonly SourceFile[],
  options: VipFlatOptions = {},
): Promise<ReadVipFlat> {
  const tables = files.flatMap((file) => {
    const table = tableOf(file.name);
    return table === null ? [] : [{ table, source: editedRecords(csvRecords(file), options.edits) }];
  });
  return readFeed(tables, options);
}

/** Reads a feed's tables. Rows with an error are not in the dataset; rows in conflict are. `log` may hold what was found while
 *  the tables were looked for. */
export async function readFeed(
  tables: readonly FeedTable[],
  options: FeedOptions = {},
  log: ProblemLog = createProblemLog(),
): Promise<ReadVipFlat> {
  const counts: RowCounts = { rowsIn: 0, rowsSetAside: 0 };
  const dataset = await readDataset({ files: matchTables(tables, log), options, log, counts });
  return {
    dataset,
    problems: log.problems(),
    counts: {
      ...log.totals(),
      ...counts,
      segments: dataset?.streetSegments.length ?? 0,
      precincts: dataset?.precincts.length ?? 0,
      pollingLocations: dataset?.pollingLocations.filter((place) => !isEarlySite(place)).length ?? 0,
    },
  };
}

interface Reading {
  readonly files: FeedFiles;
  readonly options: FeedOptions;
  readonly log: ProblemLog;
  readonly counts: RowCounts;
}

async function readDataset(reading: Reading): Promise<Dataset | null> {
  const { files, log, counts, options } = reading;
  reportMissingFiles(files, log);
  const tables = await loadTables(files, log, counts, options.onProgress);
  if (!log.hasFatal) reportMissingPlaces(tables, log);
  if (log.hasFatal) return null;
  const office = readOffice(tables, log, counts);
  if (office === null) return null;
  const streets = await readStreets(reading, office.graph);
  if (log.hasFatal) return null;
  return finish(reading, tables, office, streets);
}

/** Everything but the streets. */
interface Office {
  readonly source: Source;
  readonly election: Election;
  readonly localities: ReadonlyMap<string, LocalityRow>;
  readonly places: ReadonlyMap<string, PlaceRow>;
  readonly graph: PrecinctGraph;
}

function readOffice(tables: VipTables, log: ProblemLog, counts: RowCounts): Office | null {
  const source = readSource(tables.source);
  const hasPrecincts = tables.precinct.isPresent;
  const localityIds = hasPrecincts
    ? new Set(tables.precinct.rows.map(({ cells }) => cells.localityId))
    : null;
  const localities = readLocalities(tables, localityIds, source, log, counts);
  const zones = [...localities.values()].map(({ locality }) => locality.timeZone);
  const hasTimeZone = zones.length > 0 && zones.every((zone) => zone !== null);
  const schedules = readSchedules(tables.schedule, hasTimeZone, log, counts);
  const election = readElection(tables.election, schedules, log);
  if (election === null) return null;
  const links = readPlaceLinks(tables);
  const placeContext = { electionDate: election.date, schedules, log, counts };
  const places = new Map([
    ...readPlaces(tables.polling_location, hasPrecincts ? links.usedIds : null, placeContext),
    ...readEarlySites(tables.early_vote_site, placeContext),
  ]);
  const precinctContext = { tables, links, places, localities, log, counts };
  const graph = readPrecinctGraph(precinctContext, readPrecincts(precinctContext));
  return { source, election, localities, places, graph };
}

/** The street file as read. */
interface ReadStreets {
  readonly file: string;
  readonly read: SegmentReader;
  readonly rowsIn: number;
}

async function readStreets(reading: Reading, graph: PrecinctGraph): Promise<ReadStreets | null> {
  const file = reading.files.get('street_segment');
  if (file === undefined) return null;
  const { log, counts, options } = reading;
  const rowsBefore = counts.rowsIn;
  const readers: SegmentReader[] = [];
  const start = (header: TableHeader<FieldOf<'street_segment'>>): RecordSink => {
    const reader = new SegmentReader(file.name, header, graph, log);
    readers.push(reader);
    return (cells, row) => {
      if (row % 10_000 === 0) options.onProgress?.(counts.rowsIn);
      return reader.accept(cells, row);
    };
  };
  await readTable('street_segment', file, log, counts, start, (cells, row) =>
    readers[0]?.setAside.addDamaged(row, cells),
  );
  // None where the header could not be read, which was reported.
  const read = readers[0];
  if (read === undefined) return null;
  read.end();
  return { file: file.name, read, rowsIn: counts.rowsIn - rowsBefore };
}

function finish(
  reading: Reading,
  tables: VipTables,
  office: Office,
  streets: ReadStreets | null,
): Dataset | null {
  const { options, log, counts } = reading;
  const { graph, source } = office;
  const state = decideState(tables.state, [streets?.read.states ?? new Map(), placeStates(office.places)]);
  if (state === null) {
    log.report('state-unknown', { file: tables.state.file });
    return null;
  }
  const { officeState = state.abbreviation } = options;
  if (officeState !== state.abbreviation) {
    const where = { file: tables.state.file, value: state.abbreviation };
    log.report(
      'state-not-the-offices',
      where,
      `The files are of ${state.abbreviation}, the office is in ${officeState}.`,
    );
    return null;
  }
  const settled =
    streets && settleSegments(streets.file, streets.read, state.abbreviation, graph, log, counts);
  for (const { report, segments } of [
    ...graph.unusablePrecincts.values(),
    ...graph.unusableSplits.values(),
  ]) {
    report?.(segments);
  }
  reportPlaces(tables, office.places, graph, state.abbreviation, office.election.date, log);
  if (streets !== null && settled !== null) {
    reportPrecinctsWithoutStreets(tables.precinct, graph, log);
    reportSplitsWithoutStreets(tables.precinct_split, graph, settled.segments, log);
    const known = knownStreets(settled.segments, graph);
    reportOverlaps(streets.file, streets.read.numberLabel, settled, known, log);
    reportOddOnesOut(streets.file, streets.read.numberLabel, settled, known, log);
    reportNoStreetLeft(streets.file, streets.rowsIn, settled.segments.length, log);
  }
  reportBoundaries(options.boundaries ?? [], tables, office.places, graph, log);
  reportNothingLeft(tables, graph, office.places, log);
  if (log.hasFatal) return null;
  const localities = [...office.localities.values()].map(({ locality }) => locality);
  const administrations = readAdministrations(tables, localities, state, log, counts);
  reportOfficePhones(tables.locality, office.localities, administrations, log);
  const precincts = [...graph.precincts.values()].map(({ precinct }) => precinct);
  const linked = linkSites({ tables, ...office, precincts, log, counts });
  return {
    officeId:
      options.officeId ?? ownOfficeId(tables.source) ?? officeIdOf(state.abbreviation, localities, source),
    source,
    state,
    election: nameElection(office.election, stateName(state)),
    localities: linked.localities,
    electionAdministrations: [...administrations.values()],
    precincts: linked.precincts,
    precinctSplits: [...graph.splits.values()]
      .map(({ split }) => split)
      .filter(({ precinctId }) => graph.precincts.has(precinctId)),
    pollingLocations: [...office.places.values()].map(({ place }) => place),
    streetSegments: settled?.segments ?? [],
  };
}

function placeStates(places: ReadonlyMap<string, PlaceRow>): StateTally {
  const tally: StateTally = new Map();
  for (const { place } of places.values()) {
    if (readState(place.state) === place.state) tallyState(tally, place.state);
  }
  return tally;
}
