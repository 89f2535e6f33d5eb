// Owns the proof that a backup holds everything, in either kind of store, and that a bad one is refused whole.

import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupFolder } from '@/lib/adapters/backup-folder';
import { kvBlobs } from '@/lib/adapters/blobs-kv';
import { openOfficePorts } from '@/lib/adapters/office-container';
import { kvState } from '@/lib/adapters/state-kv';
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
