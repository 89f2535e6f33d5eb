// Owns what an office has said of its own tables and is remembered: which column holds what, one record for each row of column
// names. Kept when it is confirmed, used for every later file with the same columns, forgotten on request.

import { ok, type Result } from '@/lib/core/result';
import { nameInSeries } from '@/lib/ingest/mapping/pinned-mappings';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalBytes, compareText } from '@/lib/release/canonical-json';
import type { Actor } from '../accounts/actor';
import { commitAudited } from '../audit/commit-audited';
import type { OfficePorts } from '../ports/office-ports';
import { records } from '../ports/records';
import type { StateStore, Write } from '../ports/state-store';
import { type ConfirmedMapping, confirmedMappingSchema, type Draft } from './draft';
import { auditActorOf, type DraftError, refuse } from './draft-change';

const savedMappingSchema = confirmedMappingSchema.extend({ id: confirmedMappingSchema.shape.table });

/** A mapping that is remembered, under the name of its columns. */
export interface SavedMapping extends ConfirmedMapping {
  readonly id: string;
}

/** `mapping/<officeId>/<mappingId>`. */
const savedMappings = records('mapping', savedMappingSchema);

/** All that is remembered of an office's files, the latest first. Throws `StoreError`. */
export async function listMappings(state: StateStore, officeId: string): Promise<readonly SavedMapping[]> {
  const all = (await savedMappings.list(state, officeId)).map(({ value }) => value);
  return all.sort((a, b) => compareText(b.by.at, a.by.at));
}

/** What counts for a draft: its own first, then what is remembered. */
export async function mappingsFor(
  state: StateStore,
  { officeId, mappings = [] }: Pick<Draft, 'officeId' | 'mappings'>,
): Promise<readonly ConfirmedMapping[]> {
  return [...mappings, ...(await listMappings(state, officeId))];
}

/** For the commit that confirms it: what was remembered of the same columns is replaced. What is said of one table alone and what is
 *  said of all with these columns do not stand beside each other for it. */
export async function remembered(
  officeId: string,
  confirmed: readonly ConfirmedMapping[],
  before: readonly SavedMapping[],
): Promise<Write[]> {
  const known = new Set(before.map(({ id }) => id));
  const byId = new Map<string, ConfirmedMapping | null>();
  for (const { mapping, table } of confirmed) {
    const { table: _, ...unpinned } = mapping;
    const id = await idOf(mapping.table === undefined ? { ...unpinned, table } : unpinned);
    if (known.has(id)) byId.set(id, null);
  }
  for (const one of confirmed) byId.set(await idOf(one.mapping), one);
  return [...byId].map(([id, one]) =>
    one === null ? savedMappings.remove(officeId, id) : savedMappings.write({ ...one, id }, [officeId, id]),
  );
}

/** The same for the same columns, whatever was said of them; of tables of one name, for these. */
async function idOf({ header, width, table }: TableMapping): Promise<string> {
  const key = table === undefined ? { header, width } : { header, width, table: nameInSeries(table) };
  return (await sha256Hex(canonicalBytes(key))).slice(0, 32);
}

interface Forget {
  readonly officeId: string;
  readonly mappingId: string;
  readonly actor: Actor;
}

/** Forget one: the next file with these columns is asked about. Drafts and lists that were read by it stay as they are.
 *  `gone`: it is forgotten already. Throws `StoreError`. */
export async function forgetMapping(
  ports: OfficePorts,
  { officeId, mappingId, actor }: Forget,
): Promise<Result<null, DraftError>> {
  const found = await savedMappings.read(ports.state, officeId, mappingId);
  if (found === null) return refuse('gone', 'This is forgotten already.');
  const result = await commitAudited(ports, {
    checks: [savedMappings.unchanged(found, officeId, mappingId)],
    writes: [savedMappings.remove(officeId, mappingId)],
    events: [
      {
        action: 'columns.forgotten',
        actor: auditActorOf(actor),
        officeId,
        subject: mappingId,
        details: { table: found.value.table },
      },
    ],
  });
  return result === 'committed'
    ? ok(null)
    : refuse('changed', 'Somebody confirmed these columns anew just now. Look at it again.');
}
