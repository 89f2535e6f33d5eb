// Owns reading the audit: a page of it by what somebody looks for, and all of it as JSON Lines. Changes nothing.

import { canonicalJson } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import { StoreError } from '../ports/store-error';
import { auditEntries, entryKeyPart } from './commit-audited';
import { type AuditAction, type AuditEntry, auditEntrySchema } from './entry';

const BATCH = 500;
/** Entries that one page may look through: a rare thing long ago is found by going on. */
const MOST_LOOKED_AT = 5_000;

/** What is looked for; null: whatever it is. */
export interface AuditFilter {
  /** null: all offices, and what concerns none. */
  readonly officeId: string | null;
  /** Id of who did it. */
  readonly actorId: string | null;
  readonly action: AuditAction | null;
  /** A day in UTC: `2026-10-01`. */
  readonly day: string | null;
}

export interface AuditPage {
  /** The latest first. */
  readonly entries: readonly AuditEntry[];
  /** Give it as `before` to go on; null: there is nothing before. */
  readonly next: number | null;
}

/** One page, `limit` entries at most, of those before entry `before` (null: from the latest). Throws `StoreError`. */
export async function readAudit(
  { state }: Pick<OfficePorts, 'state'>,
  filter: AuditFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<AuditPage> {
  const entries: AuditEntry[] = [];
  let last = before;
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += BATCH) {
    const batch = await batchOf(state, { reverse: true, after: last });
    for (const entry of batch) {
      if (isOver(entry, filter)) return { entries, next: null };
      if (matches(entry, filter)) entries.push(entry);
      last = entry.number;
      if (entries.length === limit) return { entries, next: last > 1 ? last : null };
    }
    if (batch.length < BATCH) return { entries, next: null };
  }
  return { entries, next: last };
}

/** Every entry, or one office's, the first first, as lines of JSON with keys in order, some hundred at a time. */
export async function* auditLines(
  { state }: Pick<OfficePorts, 'state'>,
  officeId: string | null,
): AsyncGenerator<string> {
  for (let after: number | null = null; ; ) {
    const batch: readonly AuditEntry[] = await batchOf(state, { reverse: false, after });
    const wanted = batch.filter((entry) => officeId === null || entry.officeId === officeId);
    if (wanted.length > 0) yield wanted.map((entry) => `${canonicalJson(entry)}\n`).join('');
    after = batch.at(-1)?.number ?? after;
    if (batch.length < BATCH) return;
  }
}

async function batchOf(
  state: OfficePorts['state'],
  { reverse, after }: { readonly reverse: boolean; readonly after: number | null },
): Promise<readonly AuditEntry[]> {
  const batch = await state.list({
    prefix: auditEntries.key(''),
    limit: BATCH,
    reverse,
    ...(after === null ? {} : { after: auditEntries.key(entryKeyPart(after)) }),
  });
  return batch.map(({ key, value }) => {
    const parsed = auditEntrySchema.safeParse(jsonOf(value));
    if (parsed.success) return parsed.data;
    throw new StoreError('damaged', `${key} is no audit entry: ${parsed.error.issues[0]?.message}`);
  });
}

/** From here on everything is older than the day that is looked for. */
const isOver = ({ at }: AuditEntry, { day }: AuditFilter): boolean => day !== null && at.slice(0, 10) < day;

function matches(entry: AuditEntry, { officeId, actorId, action, day }: AuditFilter): boolean {
  return (
    (officeId === null || entry.officeId === officeId) &&
    (actorId === null || entry.actor.id === actorId) &&
    (action === null || entry.action === action) &&
    (day === null || entry.at.startsWith(day))
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
