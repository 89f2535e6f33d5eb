// Owns saying which column of an office's own tables holds what: written down with the draft, remembered for later files, and
// audited, in one commit. The draft is to be checked again afterwards.

import type { Result } from '@/lib/core/result';
import { mappingNeeds } from '@/lib/ingest/mapping/mapping-needs';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { canonicalJson } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import type { ConfirmedMapping, Draft } from './draft';
import { changeDraft, type DraftError, type DraftRequest, personOf, refuse } from './draft-change';
import { loadForeign, type ShownTable } from './foreign-tables';
import { remembered } from './mappings';

/** Tables whose columns can be said of one upload. */
export const MOST_TABLES = 50;

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
    lacking.push(...twoWays(tables, step.mappings));
    if (lacking.length > 0) return refuse('needsColumns', lacking.join(' '));
    const by = personOf(request.actor, ports.now());
    const mappings = tables.flatMap(({ name }, index): ConfirmedMapping[] => {
      const mapping = step.mappings[index];
      return mapping === undefined ? [] : [{ table: name, mapping, by }];
    });
    return {
      ok: true,
      value: {
        draft: { ...draft, state: 'checking', mappings },
        action: 'columns.confirmed',
        details: { tables: mappings.map(({ table, mapping }) => `${table} (${mapping.kind})`).join(', ') },
        writes: await remembered(request.officeId, mappings),
      },
    };
  });
}

/** What is wrong with what was said of a table, as sentences. */
function lacks({ name, proposal }: ShownTable, mapping: TableMapping | undefined): readonly string[] {
  const width = proposal.mapping.width;
  const isOther =
    mapping === undefined ||
    mapping.width !== width ||
    (mapping.header !== null && mapping.header.length !== width) ||
    Object.values(mapping.columns).some((column) => column >= width);
  if (isOther) return [`What was said of ${name} is of a table with other columns.`];
  return mappingNeeds(mapping).map((sentence) => `${name}: ${sentence}`);
}

/** A file is known by its columns: two with the same ones cannot be read in two ways. */
function twoWays(tables: readonly ShownTable[], mappings: readonly TableMapping[]): readonly string[] {
  return tables.flatMap(({ name, proposal }, index) => {
    const same = tables.findIndex((other) => columnsOf(other.proposal) === columnsOf(proposal));
    if (same === index || canonicalJson(mappings[same]) === canonicalJson(mappings[index])) return [];
    const first = tables[same]?.name ?? '';
    return [
      `${first} and ${name} have the same columns, and can be read in one way only. Say the same of both.`,
    ];
  });
}

const columnsOf = ({ mapping: { header, width } }: ShownTable['proposal']): string =>
  canonicalJson({ header, width });
