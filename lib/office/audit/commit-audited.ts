// Owns changing state and writing it down in one commit: neither happens without the other. The only way by which
// use cases write what an office or a voter can notice.

import { z } from 'zod';
import type { OfficePorts } from '../ports/office-ports';
import { records } from '../ports/records';
import type { Check, CommitResult, Write } from '../ports/state-store';
import { type AuditEntry, type AuditEvent, auditEntrySchema, nextEntry } from './entry';

const HEAD = 'audit-head';
const headSchema = z.object({ number: z.number(), hash: z.string() });
export const auditHeads = records(HEAD, headSchema);
export const auditEntries = records('audit', auditEntrySchema);

/** Entry numbers as keys, in the order of their bytes: `000000000042`. */
export const entryKeyPart = (number: number): string => String(number).padStart(12, '0');

export interface AuditedChange {
  readonly checks: readonly Check[];
  readonly writes: readonly Write[];
  /** At least one. */
  readonly events: readonly AuditEvent[];
}

/** Commit with its audit entries. Others who append at the same time are waited for by trying again; `conflict` is
 *  said only where one of the change's own checks does not hold. Throws `StoreError`. */
export async function commitAudited(
  { state, now, newId }: OfficePorts,
  { checks, writes, events }: AuditedChange,
): Promise<CommitResult> {
  for (;;) {
    const head = await auditHeads.read(state, 'chain');
    const entries = await chained(head?.value ?? null, events, now());
    const last = entries.at(-1);
    if (last === undefined) throw new Error('nothing to write down');
    const result = await state.commit({
      id: newId(),
      checks: [...checks, auditHeads.unchanged(head, 'chain')],
      writes: [
        ...writes,
        ...entries.map((entry) => auditEntries.write(entry, [entryKeyPart(entry.number)])),
        auditHeads.write({ number: last.number, hash: last.hash }, ['chain']),
      ],
    });
    if (result === 'committed') return result;
    if (!(await allHold(state, checks))) return 'conflict';
  }
}

async function chained(
  head: Pick<AuditEntry, 'number' | 'hash'> | null,
  events: readonly AuditEvent[],
  now: Date,
): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const event of events) entries.push(await nextEntry(entries.at(-1) ?? head, event, now));
  return entries;
}

async function allHold(state: OfficePorts['state'], checks: readonly Check[]): Promise<boolean> {
  if (checks.length === 0) return true;
  const entries = await state.read(checks.map(({ key }) => key));
  return checks.every(({ version }, index) => (entries[index]?.version ?? null) === version);
}
