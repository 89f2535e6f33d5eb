// Owns a table of an office's own as tests of the desk's side of mapping have it: what is proposed of it, and a draft that it
// lies in, checked.

import { startOf } from '@/lib/ingest/mapping/said-header';
import type { ForeignTable, TableMapping } from '@/lib/ingest/mapping/table-mapping';
import type { Draft } from './draft';
import { drafts } from './draft';
import type { DraftPorts } from './draft-ports';
import { feedFiles, uploadedDraft } from './draft-ports.fixture';
import { storeForeign } from './foreign-tables';
import { storeProblems } from './stored-problems';

export const RANGES: TableMapping = {
  header: ['Street', 'Numbers', 'Town', 'Zip', 'Pct', 'Votes at', 'Where'],
  width: 7,
  kind: 'ranges',
  columns: {
    streetWhole: 0,
    rangeText: 1,
    city: 2,
    zip: 3,
    precinctId: 4,
    precinctName: 4,
    placeName: 5,
    placeAddressWhole: 6,
  },
  always: { city: null, state: 'OH', zip: null },
};

const ROWS = [
  ['Oak St', '1-99 ODD', 'Exampleton', '00011', '7', 'City Hall', '1 Main St'],
  ['Elm St', '2-98 EVEN', 'Exampleton', '00011', '8', 'School', '9 Hill Rd'],
];

/** A table whose first records these are, blank ones left out. */
export function startWith(...rows: readonly (readonly string[])[]): ForeignTable['start'] {
  return startOf(rows.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => cells.length > 0));
}

export const rangesTable: ForeignTable = {
  name: 'streets.csv',
  proposal: {
    mapping: RANGES,
    confidence: { streetWhole: 'sure', rangeText: 'likely', city: 'sure', zip: 'sure', placeName: 'unsure' },
    headerRow: 3,
    samples: ROWS,
  },
  confirmed: null,
  applied: null,
  start: startWith(['Street list of Exampleton'], [], RANGES.header ?? [], ...ROWS),
};

/** A draft whose check found these tables and nothing else. */
export async function draftWithTables(ports: DraftPorts, tables: readonly ForeignTable[]): Promise<Draft> {
  const draft = await uploadedDraft(ports, feedFiles());
  const checked: Draft = {
    ...draft,
    state: 'checked',
    checked: {
      at: ports.now().toISOString(),
      dataset: null,
      electionId: null,
      electionName: null,
      electionDate: null,
      segments: 0,
      precincts: 0,
      pollingLocations: 0,
      rowsIn: 2,
      rowsSetAside: 0,
      fatals: 1,
      errors: 0,
      conflicts: 0,
      warnings: 0,
      problems: await storeProblems(ports, [], new Map()),
      foreign: await storeForeign(ports, tables, [], false),
    },
  };
  const { officeId, id } = draft;
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [drafts.write(checked, [officeId, id])],
  });
  return checked;
}
