// Owns the repairs of a whole upload: small tables first, for what they prove of the others. Reads nothing where nobody asks for
// suggestions. Knows no single kind.

import { ownText } from '../intern';
import type { OfficeTable } from '../mapping/convert/office-rows';
import type { PreparedTable } from '../mapping/map-tables';
import { createProblemLog } from '../problems/problem';
import { trimmed } from '../segments/segment-columns';
import type { CellEdits } from '../tables/cell-edits';
import { readState } from '../tables/cells';
import type { FeedTable } from '../tables/feed-files';
import { editedRecords, type RecordSource } from '../tables/record-source';
import { knownColumns, readHeader } from '../tables/table-header';
import type { FieldOf, TableName } from '../tables/vip-columns';
import { type RepairInput, repairTable } from './look-for-repairs';
import type { RepairFacts } from './repair';
import { columnsOfFeed, columnsOfMapping } from './repair-columns';
import type { AcceptedRepair, Suggestion } from './suggestion';

export interface RepairOptions {
  readonly edits: CellEdits | undefined;
  readonly accepted: readonly AcceptedRepair[];
  /** Two-letter postal code of the office's state. */
  readonly officeState: string | null;
}

/** More groups than these are no list that somebody looks through. */
const mostSuggestions = 200;

/** Takes the tables of one upload, the feed's before the office's own. */
export class UploadRepairs {
  readonly #options: RepairOptions;
  readonly #suggestions: Suggestion[] = [];
  readonly #repaired = new Map<RecordSource, RecordSource>();
  #facts: RepairFacts;

  constructor(options: RepairOptions) {
    this.#options = options;
    this.#facts = { state: options.officeState, precinctIds: null, towns: null };
  }

  /** All that is offered, and all that was applied, in the order in which the tables were looked at. */
  get suggestions(): readonly Suggestion[] {
    return this.#suggestions.slice(0, mostSuggestions);
  }

  /** The table as it is read, corrections by hand not among it: what is shown beside a problem. */
  shown(source: RecordSource): RecordSource {
    return this.#repaired.get(source) ?? source;
  }

  /** A feed's tables, in their order, with corrections by hand last. */
  async feed(tables: readonly FeedTable[]): Promise<readonly FeedTable[]> {
    const order = (table: TableName) => (firstTables.indexOf(table) + 1 || firstTables.length + 1) - 1;
    const sorted = [...tables].sort((a, b) => order(a.table) - order(b.table));
    const read = new Map<FeedTable, FeedTable>();
    for (const one of sorted) {
      const source = await this.#table(feedInput(one));
      read.set(one, { table: one.table, source });
      await this.#learn(one.table, source);
    }
    return tables.map((one) => read.get(one) ?? one);
  }

  /** The office's own tables by their mappings, lists of precincts first; `whole` is the file with its title lines. */
  async own(tables: readonly PreparedTable[]): Promise<readonly OfficeTable[]> {
    const isList = ({ mapping }: OfficeTable) => mapping.kind === 'precinctPlaces';
    const sorted = [...tables.filter(isList), ...tables.filter((one) => !isList(one))];
    const read = new Map<OfficeTable, OfficeTable>();
    for (const one of sorted) {
      const { mapping, source, whole } = one;
      const columns = columnsOfMapping(mapping);
      const input = { source, isKnownColumn: () => false, columnsOf: () => columns };
      const repaired = await this.#table(input, whole);
      read.set(one, { ...one, source: repaired });
      if (isList(one)) await this.#learnPrecincts(repaired, () => mapping.columns.precinctId ?? -1);
    }
    return tables.map((one) => read.get(one) ?? one);
  }

  async #table(input: RepairInput, whole: RecordSource = input.source): Promise<RecordSource> {
    const { edits, accepted } = this.#options;
    const found = await repairTable(input, { facts: this.#facts, edits, accepted });
    this.#suggestions.push(...found.suggestions);
    this.#repaired.set(whole, found.over(whole));
    return editedRecords(found.source, edits);
  }

  async #learn(table: TableName, source: RecordSource): Promise<void> {
    const at =
      <Table extends TableName>(name: Table, field: FieldOf<Table>) =>
      (header: readonly string[]) =>
        readHeader(name, source.name, header, createProblemLog())?.position(field) ?? -1;
    if (table === 'precinct') await this.#learnPrecincts(source, at('precinct', 'id'));
    if (table === 'polling_location') {
      const towns = await valuesOf(source, at('polling_location', 'city'));
      const upper = [...towns].map((town) => town.toUpperCase());
      if (upper.length > 0) this.#facts = { ...this.#facts, towns: new Set(upper) };
    }
    if (table === 'state' && this.#facts.state === null) {
      const words = [
        ...(await valuesOf(source, at('state', 'abbreviation'))),
        ...(await valuesOf(source, at('state', 'name'))),
      ];
      const states = new Set(words.flatMap((word) => readState(word) ?? []));
      if (states.size === 1) this.#facts = { ...this.#facts, state: [...states][0]! };
    }
  }

  async #learnPrecincts(
    source: RecordSource,
    columnOf: (header: readonly string[]) => number,
  ): Promise<void> {
    const ids = await valuesOf(source, columnOf);
    if (ids.size === 0) return;
    this.#facts = { ...this.#facts, precinctIds: new Set([...(this.#facts.precinctIds ?? []), ...ids]) };
  }
}

/** What the others are proven by, before these. */
const firstTables: readonly TableName[] = ['state', 'polling_location', 'precinct'];

function feedInput({ table, source }: FeedTable): RepairInput {
  const known = knownColumns(table);
  return {
    source,
    isKnownColumn: (name) => known.has(name),
    columnsOf: (cells, labels) => {
      const header = readHeader(table, source.name, cells, createProblemLog(), labels);
      return header === null ? null : columnsOfFeed(table, header);
    },
  };
}

/** The texts of one column, each once; none where there is no such column. */
async function valuesOf(
  source: RecordSource,
  columnOf: (header: readonly string[]) => number,
): Promise<ReadonlySet<string>> {
  const values = new Set<string>();
  let column = -1;
  await source.read(
    {
      isKnownColumn: () => false,
      header: (cells) => {
        column = columnOf(cells);
        return column >= 0;
      },
      record: (cells) => {
        const text = trimmed(cells[column] ?? '');
        if (text !== '' && !values.has(text)) values.add(ownText(text));
        return true;
      },
      refused: () => undefined,
    },
    createProblemLog(),
  );
  return values;
}
