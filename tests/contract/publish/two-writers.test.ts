// Two who write at the same moment, a thousand times: on one draft, with its audit entries, and on the pointer. On the
// embedded store and on a real Redis.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kvState } from '@/lib/adapters/state-kv';
import { openLmdbState } from '@/lib/adapters/state-lmdb';
import { ok } from '@/lib/core/result';
import { auditEntries } from '@/lib/office/audit/commit-audited';
import { drafts } from '@/lib/office/drafts/draft';
import { changeDraft } from '@/lib/office/drafts/draft-change';
import type { StateStore } from '@/lib/office/ports/state-store';
import { heartbeat } from '@/lib/office/publish/heartbeat';
import { livePointer } from '@/lib/office/publish/pointer';
import {
  approvedDraft,
  driven,
  liveProblems,
  publishPorts,
} from '@/lib/office/publish/publish-ports.fixture';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { noRedis, startRedis } from '../stores/redis';

const ROUNDS = 500;
const folder = mkdtempSync(join(tmpdir(), 'levee-two-writers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const actor = { kind: 'token', tokenId: 't', name: 'T', officeId: exampleCounty.officeId } as const;

async function rounds(work: () => Promise<boolean>): Promise<number> {
  let done = 0;
  for (let round = 0; round < ROUNDS; round += 1) if (await work()) done += 1;
  return done;
}

async function loseNothing(state: StateStore): Promise<void> {
  const ports = await publishPorts({ state });
  const { draftId, jobId } = await approvedDraft(ports, exampleCounty);
  expect((await driven(ports, jobId)).state).toBe('done');
  const first = (await livePointer(ports))?.value.sequence ?? 0;
  const entriesBefore = (await auditEntries.list(state)).length;
  const request = { officeId: exampleCounty.officeId, draftId, actor };
  const count = async () => {
    const changed = await changeDraft(ports, request, (draft) => {
      const title = String((Number(draft.title) || 0) + 1);
      return ok({ draft: { ...draft, title }, action: 'draft.corrected' as const });
    });
    return changed.ok;
  };
  const beat = async () => (await heartbeat(ports)).pointer === 'signed';
  const [a, b, c, d] = await Promise.all([rounds(count), rounds(count), rounds(beat), rounds(beat)]);
  expect([a, b]).toEqual([ROUNDS, ROUNDS]);
  expect((await drafts.read(state, exampleCounty.officeId, draftId))?.value.title).toBe(String(2 * ROUNDS));
  expect(await auditEntries.list(state)).toHaveLength(entriesBefore + 2 * ROUNDS);
  // The clock stands still: each signature is one number, and none was given twice.
  expect((await livePointer(ports))?.value.sequence).toBe(first + c + d);
  expect(c + d).toBeGreaterThanOrEqual(ROUNDS);
  expect(await liveProblems(ports)).toEqual([]);
}

describe('two writers at once lose nothing, a thousand rounds', () => {
  it('on the embedded store', async () => {
    const state = await openLmdbState(join(folder, 'state'), () => new Date(), { isDurable: false });
    await loseNothing(state);
    await state.close();
  }, 60_000);

  it.skipIf(noRedis)(
    'on Redis',
    async () => {
      const redis = await startRedis();
      await loseNothing(kvState(redis.kv(10_000)));
      await redis.stop();
    },
    120_000,
  );
});
