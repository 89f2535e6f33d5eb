// Owns the way of a whole VIP flat feed (3.0, 5.1, 5.2, 6.0): files in, one dataset and its problems out.
// Small tables first, then streets against them, then the checks that need everything.

import type { Dataset, Election, Source, State } from '@/lib/core/vip';
import type { Boundary } from './checks/boundary-file';
import { reportBoundaries } from './checks/check-boundaries';
import { reportOtherDays } from './checks/check-dates';
import {
  reportIdleHours,
  reportMissingPlaces,
  reportNoStreetLeft,
  reportNothingLeft,
  reportOfficePhones,
  reportPrecinctsWithoutStreets,
  reportSplitsWithoutStreets,
} from './checks/check-feed';
import { reportOverlaps } from './checks/check-overlaps';
import { reportPlaces } from './checks/check-places';
import { reportWithheld } from './checks/check-withheld';
import { knownStreets } from './checks/known-streets';
import { reportOddOnesOut } from './checks/neighbours';
import type { SourceFile } from './files/source-file';
import { officeIdOf, ownOfficeId } from './office-id';
import { createProblemLog, type Problem, type ProblemLog, type ProblemTotals } from './problems/problem';
import { type DeclaringLocalities, singleNumbersOf } from './segments/declared-singles';
import { longList, type ReadStreets, readStreets } from './segments/read-streets';
import { type SettledStreets, settleSegments } from './segments/settle-segments';
import { yieldToSingles } from './segments/single-numbers';
import type { CellEdits } from './tables/cell-edits';
import { readState } from './tables/cells';
import { csvRecords } from './tables/csv';
import {
  type FeedFiles,
  type FeedTable,
  matchTables,
  reportMissingFiles,
  tableOf,
} from './tables/feed-files';
import { editedRecords } from './tables/record-source';
import type { RowCounts } from './tables/table-reader';
import { loadTables, type VipTables } from './tables/vip-tables';
import { readPlaceLinks } from './vip/place-links';
import type { PrecinctGraph } from './vip/precinct-graph';
import { readAdministrations } from './vip/read-administrations';
import { isEarlySite, readEarlySites } from './vip/read-early-sites';
import { nameElection, readElection, readSource } from './vip/read-election';
import { readSchedules } from './vip/read-hours';
import { type LocalityRow, readLocalities } from './vip/read-localities';
import { type PlaceRow, readPlaces } from './vip/read-places';
import { readPrecincts } from './vip/read-precincts';
import { readPrecinctGraph } from './vip/read-splits';
import { decideState, type StateTally, stateName, tallyState } from './vip/read-state';
import { linkSites } from './vip/site-links';

export interface FeedOptions {
  /** Called now and then with the number of rows read so far, in all files. */
  readonly onProgress?: (rowsRead: number) => void;
  /** Instead of the id that is made from state and locality. */
  readonly officeId?: string;
  /** Two-letter postal code: a feed of another state is not this office's. */
  readonly officeState?: string;
  /** Called where much that was in memory is needed no more, of long lists only: what is asked for next need not come on top of it. */
  readonly tidy?: () => void;
  /** Declared by the office: a number with a row of its own is not of the ranges that hold it, too. Of a file of several offices: by which of its
   *  localities. */
  readonly singleNumberBeatsRange?: boolean | DeclaringLocalities;
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
  const streets = await readStreets({
    file: files.get('street_segment'),
    graph: office.graph,
    log,
    counts,
    options,
  });
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
  const settled = streets && settleStreets(streets, state, reading, tables, office);
  for (const { report, segments } of [
    ...graph.unusablePrecincts.values(),
    ...graph.unusableSplits.values(),
  ]) {
    report?.(segments);
  }
  reportPlaces(tables, office.places, graph, state.abbreviation, log);
  reportOtherDays(tables, office.election, office.places, log);
  reportIdleHours(tables, log);
  if (streets !== null && settled !== null) {
    reportPrecinctsWithoutStreets(tables.precinct, graph, log);
    reportSplitsWithoutStreets(tables.precinct_split, graph, settled.segments, log);
    const known = knownStreets(settled.segments, graph);
    if (settled.segments.length >= longList) options.tidy?.();
    reportOverlaps(streets.file, streets.read.numberLabel, settled, known, log);
    reportOddOnesOut(streets.file, streets.read.numberLabel, settled, known, log);
    reportWithheld(streets.file, streets.read.numberLabel, settled, log);
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
    ...(settled === null || settled.withheld.segments.length === 0
      ? {}
      : { withheld: settled.withheld.segments }),
  };
}

function settleStreets(
  { file, read }: ReadStreets,
  state: State,
  { options, log, counts }: Reading,
  tables: VipTables,
  { graph, source, localities: rows }: Office,
): SettledStreets {
  const localities = [...rows.values()].map(({ locality }) => locality);
  const declared = options.singleNumberBeatsRange ?? false;
  const beats = singleNumbersOf(declared, { tables, state, source, localities, graph });
  const settled = settleSegments(file, read, { state: state.abbreviation, beats }, graph, log, counts);
  return beats === null ? settled : yieldToSingles(file, read.numberLabel, settled, beats, graph, log);
}

function placeStates(places: ReadonlyMap<string, PlaceRow>): StateTally {
  const tally: StateTally = new Map();
  for (const { place } of places.values()) {
    if (readState(place.state) === place.state) tallyState(tally, place.state);
  }
  return tally;
}
