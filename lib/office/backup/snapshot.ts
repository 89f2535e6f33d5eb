// Owns what a backup holds of the state store, and when a listing of it is whole. What expires is left out: sessions,
// invitations and a check under way must not come back to life.

import { auditHeads } from '../audit/commit-audited';
import type { OfficePorts } from '../ports/office-ports';
import { StoreError } from '../ports/store-error';

/** A key and its text. */
export interface StateLine {
  readonly key: string;
  readonly value: string;
}

/** First parts of keys that are made again when they are missing, and must not lie in a copy: the secret that
 *  challenges are signed with, the mark of a restore under way, and how far a sweep is. */
const rebuiltState: ReadonlySet<string> = new Set(['challenge-secret', 'restore', 'sweep']);

/** First parts of names of blobs that are made again when they are missing. */
export const rebuiltBlobs: ReadonlySet<string> = new Set(['memo', 'parts', 'preview', 'sweep']);

const PAGE = 500;
const MOST_ROUNDS = 10;

export const firstPart = (name: string): string => name.split('/', 1)[0] ?? '';

/** All lasting state as it stood at one moment. Whatever matters is written with an audit entry: where the chain has
 *  grown during the listing, it is listed again. Throws `StoreError` `unavailable` where it never rests. */
export async function snapshot({ state }: Pick<OfficePorts, 'state'>): Promise<readonly StateLine[]> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = await auditHeads.read(state, 'chain');
    const lines = await allLines(state);
    const after = await auditHeads.read(state, 'chain');
    if (before?.version === after?.version) return lines;
  }
  throw new StoreError('unavailable', 'too much is being written just now; try again in a minute');
}

async function allLines(state: OfficePorts['state']): Promise<readonly StateLine[]> {
  const lines: StateLine[] = [];
  for (let after: string | undefined; ; ) {
    const from = after === undefined ? {} : { after };
    const page = await state.list({ prefix: '', limit: PAGE, lasting: true, ...from });
    for (const { key, value } of page) if (!rebuiltState.has(firstPart(key))) lines.push({ key, value });
    after = page.at(-1)?.key;
    if (page.length < PAGE) return lines;
  }
}
