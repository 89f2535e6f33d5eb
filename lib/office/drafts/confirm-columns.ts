// Owns saying which column of an office's own tables holds what: written down with the draft, remembered for later files, and
// audited, in one commit. The draft is to be checked again afterwards.

import type { Result } from '@/lib/core/result';
import { mappingNeeds } from '@/lib/ingest/mapping/mapping-needs';
import { pinned, readTwoWays } from '@/lib/ingest/mapping/pinned-mappings';
import { asSaid } from '@/lib/ingest/mapping/said-header';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { canonicalJson } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import type { ConfirmedMapping, Draft } from './draft';
import { changeDraft, type DraftError, type DraftRequest, personOf, refuse } from './draft-change';
import { loadForeign, type ShownTable } from './foreign-tables';
import { listMappings, remembered } from './mappings';

/** Tables whose columns can be said of one upload. */
export const MOST_TABLES = 500;
/** Different ways to read that can be remembered at once: one commit holds no more records. */
const MOST_WAYS = 80;

export interface ColumnsStep {
  /** Name of the blob that the page was drawn from: what was said is of these tables and no others. */
  readonly seen: string;
  /** One for each table, in their order. */
  readonly mappings: readonly TableMapping[];
}

/** Writes it down. `changed`: the tables are others by now. `needsColumns`: what a table still lacks, in words. `wrongState`,
 *  `checking`, `gone`. Throws `StoreError`. */
export async function confirmColumns(
  ports: OfficePorts,
  request: DraftRequest,
  step: ColumnsStep,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, request, async (draft) => {
    if (draft.state === 'checking') {
      return refuse('checking', 'This draft is being checked. Wait until that is done.');
    }
    if (draft.state !== 'checked')
      return refuse('wrongState', 'The columns of this draft cannot be changed now.');
    const tables = await loadForeign(ports, draft);
    if (draft.checked?.foreign?.blob !== step.seen || tables.length !== step.mappings.length) {
      return refuse('changed', 'The tables have been read anew meanwhile. Look at their columns again.');
    }
    const lacking = tables.flatMap((table, index) => lacks(table, step.mappings[index]));
    const said = tables.flatMap(({ name }, index) => {
      const mapping = step.mappings[index];
      return mapping === undefined ? [] : [{ name, mapping }];
    });
    lacking.push(...readTwoWays(said));
    if (lacking.length > 0) return refuse('needsColumns', lacking.join(' '));
    const by = personOf(request.actor, ports.now());
    const before = await listMappings(ports.state, request.officeId);
    const mappings = pinned(
      said,
      before.map(({ mapping }) => mapping),
    ).map((mapping, index): ConfirmedMapping => ({ table: said[index]?.name ?? '', mapping, by }));
    const writes = await remembered(request.officeId, mappings, before);
    if (writes.length > MOST_WAYS) return refuse('needsColumns', tooManyWays(writes.length));
    return {
      ok: true,
      value: {
        draft: { ...draft, state: 'checking', mappings: distinct(mappings) },
        action: 'columns.confirmed',
        details: { tables: toldTables(mappings) },
        writes,
      },
    };
  });
}

/** A hundred counties' tables that are read alike are one way to read. */
function distinct(mappings: readonly ConfirmedMapping[]): ConfirmedMapping[] {
  const seen = new Set<string>();
  return mappings.filter(({ mapping }) => {
    const key = canonicalJson(mapping);
    return !seen.has(key) && seen.add(key);
  });
}

/** Of hundreds the first. */
function toldTables(mappings: readonly ConfirmedMapping[]): string {
  const shown = mappings.slice(0, 50).map(({ table, mapping }) => `${table} (${mapping.kind})`);
  return [...shown, ...(mappings.length > 50 ? [`${mappings.length - 50} more`] : [])].join(', ');
}

const tooManyWays = (count: number): string =>
  `These tables would be read in ${count} ways, and at most ${MOST_WAYS} can be remembered at once. Give tables that say the same the same names of columns, or put them into one.`;

/** What is wrong with what was said of a table, as sentences. */
function lacks(table: ShownTable, mapping: TableMapping | undefined): readonly string[] {
  const { name } = table;
  const width = (mapping && asSaid(table, mapping))?.proposal.mapping.width;
  const isOther =
    mapping === undefined ||
    mapping.width !== width ||
    (mapping.header !== null && mapping.header.length !== width) ||
    Object.values(mapping.columns).some((column) => column >= width);
  if (isOther) return [`What was said of ${name} is of a table with other columns.`];
  return mappingNeeds(mapping).map((sentence) => `${name}: ${sentence}`);
}
