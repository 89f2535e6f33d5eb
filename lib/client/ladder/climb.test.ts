// Owns what the pointers tell of each other: a key that one of them revokes speaks for none of the others.

import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/core/result';
import type { Pointer } from '@/lib/release/format';
import { signPointer } from '@/lib/release/sign';
import { climb } from './climb';
import type { Rung } from './rung';
import { ISSUED, makeKey, VirtualTime } from './world.fixture';

const LATER = new Date(ISSUED.getTime() + 3_600_000);

describe('climb', () => {
  it('does not take the newest pointer where another one revokes its key', async () => {
    const [stolen, next] = [await makeKey(), await makeKey()];
    const pointer = (sequence: number, revokedKeys: readonly string[]): Pointer => ({
      formatVersion: 1,
      releaseLine: 'line',
      sequence,
      issuedAt: '2030-11-05T12:00:00Z',
      expiresAt: '2030-11-06T12:00:00Z',
      root: 'ab'.repeat(32),
      pagesRoot: null,
      notices: [],
      elections: [],
      revokedKeys,
    });
    const rung = (kind: Rung['kind'], bytes: Uint8Array): Rung => ({
      kind,
      pointer: async () => ok(bytes),
      object: () => new Promise(() => {}),
    });
    const live = rung('live', await signPointer(pointer(9, []), stolen));
    const mirror = rung('mirror', await signPointer(pointer(8, [stolen.id]), next));
    const time = new VirtualTime();
    const reached = await time.run(
      climb({
        stages: [[live], [mirror]],
        trust: { publicKeys: [stolen.publicKey, next.publicKey], revokedKeyIds: [], highestSequences: {} },
        now: LATER,
        timers: time.timers,
      }),
    );
    expect(reached.ok && reached.value.map(({ verified }) => verified.pointer.sequence)).toEqual([8]);
  });
});
