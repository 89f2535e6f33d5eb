// Owns the proof that a backup holds everything, in either kind of store, and that a bad one is refused whole.

import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupFolder } from '@/lib/adapters/backup-folder';
import { kvBlobs } from '@/lib/adapters/blobs-kv';
import { openOfficePorts } from '@/lib/adapters/office-container';
import { kvState } from '@/lib/adapters/state-kv';
import { commitAudited } from '@/lib/office/audit/commit-audited';
import { systemActor } from '@/lib/office/audit/entry';
import { backUp, restore } from '@/lib/office/backup/backup';
import { memoryPorts } from '@/lib/office/ports/memory-ports.fixture';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { noRedis, startRedis, type TestRedis } from './redis';

const folder = mkdtempSync(join(tmpdir(), 'levee-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function filled(): Promise<OfficePorts> {
  const ports = memoryPorts();
  const writes = Array.from({ length: 90 }, (_, index) => ({
    key: `draft/${index}`,
    value: `{"n":${index}}`,
  }));
  await ports.state.commit({
    id: 'fill',
    checks: [],
    writes: [...writes, { key: 'session/x', value: '{}', expiresAt: new Date('2026-10-02T12:00:00Z') }],
  });
  await ports.blobs.put('datasets/a', new Uint8Array(900_000).fill(7));
  await ports.blobs.put('memo/b', new Uint8Array(3));
  return ports;
}

/** All that lasts, without the audit entries of backups themselves. */
async function contents({ state, blobs }: OfficePorts) {
  const entries = await state.list({ prefix: '', limit: 1_000 });
  const names = await blobs.list('');
  const sizes = await Promise.all(names.map(async (name) => [name, (await blobs.get(name))?.length]));
  return {
    state: entries.filter(({ key }) => !key.startsWith('audit')).map(({ key, value }) => [key, value]),
    sizes,
  };
}

describe('a backup', () => {
  it('leaves out sessions and what is made again, and keeps the rest', async () => {
    const to = backupFolder(join(folder, 'first'));
    await backUp(await filled(), to);
    const target = memoryPorts();
    expect((await restore(target, to)).ok).toBe(true);
    const { state, sizes } = await contents(target);
    expect(state).toHaveLength(90);
    expect(sizes).toEqual([['datasets/a', 900_000]]);
  });

  it('is refused where the store holds something', async () => {
    const to = backupFolder(join(folder, 'occupied'));
    const ports = await filled();
    await backUp(ports, to);
    expect(await restore(ports, to)).toMatchObject({ ok: false, error: { code: 'notEmpty' } });
  });

  it.each(['state.jsonl', 'blobs/datasets/a'])('is refused whole where %s was altered', async (file) => {
    const at = mkdtempSync(join(folder, 'altered-'));
    await backUp(await filled(), backupFolder(at));
    appendFileSync(join(at, file), 'x');
    const target = memoryPorts();
    expect(await restore(target, backupFolder(at))).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await contents(target)).toEqual({ state: [], sizes: [] });
  });

  it.each(['../../etc/passwd', 'blobs/../state.jsonl', 'blobs//a', 'datasets/a'])(
    'is none where it names the file %s',
    async (name) => {
      const at = mkdtempSync(join(folder, 'named-'));
      await backUp(await filled(), backupFolder(at));
      const manifest = JSON.parse(readFileSync(join(at, 'backup.json'), 'utf8'));
      manifest.blobs[0].name = name;
      writeFileSync(join(at, 'backup.json'), JSON.stringify(manifest));
      expect(await restore(memoryPorts(), backupFolder(at))).toMatchObject({ error: { code: 'noBackup' } });
    },
  );

  it('replaces what a store holds, blobs and all, where that was asked for', async () => {
    const to = backupFolder(join(folder, 'replacing'));
    await backUp(await filled(), to);
    const target = memoryPorts();
    await target.state.commit({ id: 'x', checks: [], writes: [{ key: 'draft/other', value: '1' }] });
    await target.blobs.put('datasets/a', new Uint8Array(3));
    await target.blobs.put('uploads/other', new Uint8Array(3));
    expect(await restore(target, to, { replace: true })).toMatchObject({ ok: true });
    const { state, sizes } = await contents(target);
    expect(state.map(([key]) => key)).not.toContain('draft/other');
    expect(sizes).toEqual([['datasets/a', 900_000]]);
  });

  it('leaves a store alone that it would replace, where the backup is damaged', async () => {
    const at = mkdtempSync(join(folder, 'replacing-'));
    await backUp(await filled(), backupFolder(at));
    appendFileSync(join(at, 'state.jsonl'), 'x');
    const target = await filled();
    const before = await contents(target);
    const restored = await restore(target, backupFolder(at), { replace: true });
    expect(restored).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await contents(target)).toEqual(before);
  });

  it('is taken up again where its restore was cut off, and the host does not start on such a half', async () => {
    const to = backupFolder(join(folder, 'cut-off'));
    await backUp(await filled(), to);
    for (const calls of [1, 2, 3]) {
      const env = { kv: null, storeDirectory: join(folder, `half-${calls}`) };
      const half = await openOfficePorts(env);
      await expect(restore(dyingAfter(half, calls), to)).rejects.toThrow('died');
      await half.close();
      await expect(openOfficePorts(env)).rejects.toThrow('a restore was cut off');
      const again = await openOfficePorts(env, { forRestore: true });
      expect(await restore(again, to)).toMatchObject({ ok: true });
      expect((await contents(again)).state).toHaveLength(90);
      await again.close();
      await (await openOfficePorts(env)).close();
    }
  });

  it('holds what was there at one moment, also where others write between two pages of a listing', async () => {
    const ports = await filled();
    for (let at = 0; at < 12; at++) {
      const writes = Array.from({ length: 90 }, (_, index) => ({ key: `filler/${at}-${index}`, value: '1' }));
      await ports.state.commit({ id: `fill-${at}`, checks: [], writes });
    }
    const writes = ['aaa/first', 'zzz/last'].map((key) => ({ key, value: '0' }));
    await ports.state.commit({ id: 'pair', checks: [], writes });
    const to = backupFolder(join(folder, 'busy'));
    await backUp({ ...ports, state: { ...ports.state, list: interrupted(ports, 2) } }, to);
    const target = memoryPorts();
    expect(await restore(target, to)).toMatchObject({ ok: true });
    const [first, last] = await target.state.read(['aaa/first', 'zzz/last']);
    expect([first?.value, last?.value]).toEqual(['2', '2']);
  });

  it('is not made where the writing never rests', async () => {
    const ports = await filled();
    const busy = { ...ports, state: { ...ports.state, list: interrupted(ports, Infinity) } };
    await expect(backUp(busy, backupFolder(join(folder, 'never')))).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('is written for its owner alone', async () => {
    const at = join(folder, 'private');
    await backUp(await filled(), backupFolder(at));
    expect(statSync(at).mode & 0o077).toBe(0);
  });

  it('is none where it was cut short', async () => {
    const at = mkdtempSync(join(folder, 'cut-'));
    await backUp(await filled(), backupFolder(at));
    rmSync(join(at, 'backup.json'));
    expect(readdirSync(at)).not.toHaveLength(0);
    expect(await restore(memoryPorts(), backupFolder(at))).toMatchObject({
      ok: false,
      error: { code: 'noBackup' },
    });
  });

  it('brings an earlier one up to date', async () => {
    const to = backupFolder(join(folder, 'again'));
    const ports = await filled();
    await backUp(ports, to);
    await ports.state.commit({ id: 'more', checks: [], writes: [{ key: 'draft/more', value: '1' }] });
    await backUp(ports, to);
    const target = memoryPorts();
    await restore(target, to);
    expect((await contents(target)).state).toHaveLength(91);
  });
});

const EVENT = {
  action: 'draft.made',
  actor: systemActor('test'),
  officeId: null,
  subject: null,
  details: {},
} as const;

/** Stores that fail for good at the commit after so many. */
function dyingAfter(ports: OfficePorts, commits: number): OfficePorts {
  let left = commits;
  const commit: OfficePorts['state']['commit'] = async (each) => {
    if (left-- <= 0) throw new Error('died');
    return ports.state.commit(each);
  };
  return { ...ports, state: { ...ports.state, commit } };
}

/** Lists, and changes two keys after the first page of a listing, for so many listings. */
function interrupted(ports: OfficePorts, times: number): OfficePorts['state']['list'] {
  let done = 0;
  return async (listing) => {
    const page = await ports.state.list(listing);
    if (listing.after === undefined && done < times) {
      const value = String(++done);
      const writes = ['aaa/first', 'zzz/last'].map((key) => ({ key, value }));
      await commitAudited(ports, { checks: [], writes, events: [EVENT] });
    }
    return page;
  };
}

describe.skipIf(noRedis)('a backup between kinds of store', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  it('carries everything from the embedded store to KV and back', async () => {
    const source = await openOfficePorts({ kv: null, storeDirectory: join(folder, 'store-a') });
    await backUp(await filled(), backupFolder(join(folder, 'zero')));
    await restore(source, backupFolder(join(folder, 'zero')));
    await backUp(source, backupFolder(join(folder, 'one')));
    const kv: OfficePorts = { ...source, state: kvState(redis.kv()), blobs: kvBlobs(redis.kv()) };
    expect(await restore(kv, backupFolder(join(folder, 'one')))).toMatchObject({ ok: true });
    await backUp(kv, backupFolder(join(folder, 'two')));
    const back = await openOfficePorts({ kv: null, storeDirectory: join(folder, 'store-b') });
    expect(await restore(back, backupFolder(join(folder, 'two')))).toMatchObject({ ok: true });
    expect(await contents(back)).toEqual(await contents(source));
    await source.close();
    await back.close();
  });
});
