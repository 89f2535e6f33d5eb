// The heartbeat on real files in a temporary folder, with real keys.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRelease } from '@/lib/adapters/release-files';
import { devSigningKey, type KeyPair } from '@/lib/adapters/signing-key';
import type { Pointer } from '@/lib/release/format';
import { signPointer } from '@/lib/release/sign';
import { beat } from './heartbeat';
import { ownPointer } from './own-pointer';

const now = new Date('2026-10-01T12:00:00Z');
const signedAt = '2026-10-01T11:00:00Z';
const pointer: Pointer = {
  formatVersion: 1,
  releaseLine: 'line',
  sequence: Date.parse(signedAt) / 1000,
  issuedAt: signedAt,
  expiresAt: '2026-10-08T11:00:00Z',
  root: 'a'.repeat(64),
  pagesRoot: null,
  notices: [],
  elections: [{ name: 'Practice', date: '2026-11-03' }],
};

let folder: string;
let key: KeyPair;

async function keyIn(place: string): Promise<KeyPair> {
  const made = await devSigningKey(place);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'levee-heartbeat-'));
  key = await keyIn(folder);
  await writeRelease(folder, { objects: new Map(), pointer: await signPointer(pointer, key) });
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('beat', () => {
  it('signs the same root anew: later, higher, valid for as long', async () => {
    expect(await beat(folder, key, now)).toBe('signed');
    expect(await ownPointer(folder, key)).toEqual({
      ...pointer,
      sequence: now.getTime() / 1000,
      issuedAt: '2026-10-01T12:00:00Z',
      expiresAt: '2026-10-08T12:00:00Z',
    });
  });

  it('raises the sequence even where the clock stands still', async () => {
    await beat(folder, key, now);
    await beat(folder, key, now);
    expect((await ownPointer(folder, key))?.sequence).toBe(now.getTime() / 1000 + 1);
  });

  it('leaves a release alone that another key signed', async () => {
    const file = join(folder, 'v1', 'current.json');
    const before = readFileSync(file);
    expect(await beat(folder, await keyIn(join(folder, 'other')), now)).toBe('notOurs');
    expect(readFileSync(file)).toEqual(before);
  });

  it('does nothing where there is no release', async () => {
    expect(await beat(join(folder, 'empty'), key, now)).toBe('notOurs');
  });
});
