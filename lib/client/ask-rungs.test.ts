// Asking every rung: each answer as it comes, hosts that hang, lie, or are of yesterday, and a report from outside that is cut.

import { describe, expect, it } from 'vitest';
import { err, ok } from '@/lib/core/result';
import { signPointer } from '@/lib/release/sign';
import type { RungSeen } from '@/lib/view/status-view';
import { askRungs, fetchStatus } from './ask-rungs';
import type { Rung } from './ladder/rung';
import { ISSUED, makeKey, VirtualTime } from './ladder/world.fixture';

const pointer = (sequence: number) => ({
  formatVersion: 1 as const,
  releaseLine: 'line',
  sequence,
  issuedAt: `${ISSUED.toISOString().slice(0, 19)}Z`,
  expiresAt: '2099-01-01T00:00:00Z',
  root: 'ab'.repeat(32),
  pagesRoot: null,
  notices: [],
  elections: [],
});

const rung = (kind: Rung['kind'], answer: Rung['pointer']): { rung: Rung; name: null } => ({
  rung: { kind, pointer: answer, object: () => new Promise(() => {}) },
  name: null,
});

describe('askRungs', () => {
  it('tells what each one gives, as it comes, and waits for nobody longer than eight seconds', async () => {
    const key = await makeKey();
    const stranger = await makeKey();
    const [good, old, foreign] = [
      await signPointer(pointer(9), key),
      await signPointer(pointer(3), key),
      await signPointer(pointer(10), stranger),
    ];
    const time = new VirtualTime();
    const told: (readonly RungSeen[])[] = [];
    const trust = { publicKeys: [key.publicKey], revokedKeyIds: [], highestSequences: { line: 5 } };
    const rungs = [
      rung('live', async () => ok(good)),
      rung('mirror', async () => ok(foreign)),
      rung('mirror', () => new Promise(() => {})),
      rung('mirror', async () => err({ code: 'notFound', message: '' })),
      rung('device', async () => ok(old)),
      rung('builtIn', async () => err({ code: 'notFound', message: '' })),
      rung('builtIn', () => {
        throw new Error('a bug of a browser');
      }),
    ];
    await time.run(askRungs(rungs, trust, time.timers, (seen) => told.push(seen)));
    expect(time.nowMs).toBe(8_000);
    expect(told[0]?.every(({ answer }) => answer === null)).toBe(true);
    expect(told.at(-1)?.map(({ answer }) => answer?.kind)).toEqual([
      'works',
      'refused',
      'noAnswer',
      'noAnswer',
      'older',
      'empty',
      'noAnswer',
    ]);
  });
});

describe('fetchStatus', () => {
  const answer = (text: string, status = 200) => fetchStatus(async () => new Response(text, { status }));

  it('gives a report, and null for one that is not there, cut, too long or a page', async () => {
    const report = { formatVersion: 1, probedAt: '2026-11-03T17:56:00Z', hosts: [], edge: null };
    const text = JSON.stringify(report);
    expect(await answer(text)).toEqual(report);
    expect(await answer(text.slice(0, 40))).toBeNull();
    expect(await answer(text, 404)).toBeNull();
    expect(await answer('<!doctype html>')).toBeNull();
    expect(await answer(`${text}${' '.repeat(100_000)}`)).toBeNull();
    expect(
      await fetchStatus(async () => {
        throw new TypeError('no network');
      }),
    ).toBeNull();
  });
});
