// `levee backup` and `levee restore` as an operator calls them, beside a host that has the store open.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenedPorts, openOfficePorts } from '@/lib/adapters/office-container';
import { auditEntries } from '@/lib/office/audit/commit-audited';
import { runInProcess } from '../run-levee';

const folder = mkdtempSync(join(tmpdir(), 'levee-backup-command-'));
const [from, to, backup] = ['from', 'to', 'backup'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const levee = (...args: string[]) => runInProcess(args);
let host: OpenedPorts;

beforeAll(async () => {
  vi.stubEnv('KV_REST_API_URL', '');
  vi.stubEnv('KV_REST_API_TOKEN', '');
  host = await openOfficePorts({ kv: null, storeDirectory: from });
  await host.state.commit({ id: 'one', checks: [], writes: [{ key: 'draft/a', value: '"ä"' }] });
  await host.blobs.put('datasets/a', new Uint8Array(3));
});
beforeEach(() => {
  vi.stubEnv('LEVEE_STORE_DIR', from);
});
afterAll(async () => {
  await host.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('levee backup and levee restore', () => {
  it('carry everything to another store, and say so in the audit of both', async () => {
    expect(await levee('backup', '--to', backup)).toMatchObject({ code: 0 });
    vi.stubEnv('LEVEE_STORE_DIR', to);
    expect(await levee('restore', '--from', backup)).toMatchObject({ code: 0 });
    const copy = await openOfficePorts({ kv: null, storeDirectory: to });
    expect((await copy.state.read(['draft/a']))[0]?.value).toBe('"ä"');
    expect(await copy.blobs.get('datasets/a')).toHaveLength(3);
    const actions = async (ports: OpenedPorts) =>
      (await auditEntries.list(ports.state)).map(({ value }) => value.action);
    expect(await actions(host)).toEqual(['backup.made']);
    expect(await actions(copy)).toEqual(['backup.made', 'backup.restored']);
    await copy.close();
  });

  it('write over what is there only where that was asked for', async () => {
    await levee('backup', '--to', backup);
    vi.stubEnv('LEVEE_STORE_DIR', to);
    const refused = await levee('restore', '--from', backup);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('--replace');
    expect(await levee('restore', '--from', backup, '--replace')).toMatchObject({ code: 0 });
  });

  it('say what is wrong with a path in a sentence', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const made = await levee('backup', '--to', file);
    expect(made).toMatchObject({ code: 1, out: '' });
    expect(made.err).toContain('folder');
    const none = await levee('restore', '--from', join(folder, 'none'));
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('no whole backup');
  });

  it.each([
    ['backup'],
    ['backup', '--to', 'a', 'b'],
    ['restore'],
    ['restore', '--from', ''],
    ['restore', '--form', 'x'],
  ])('tell how they are used instead of doing something: %s %s', async (...args) => {
    expect((await levee(...args)).code).toBe(2);
  });
});
