// The commands of people and the audit, on stores that an office host has open at the same time.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpenedPorts, openOfficePorts } from '@/lib/adapters/office-container';
import { accounts } from '@/lib/office/accounts/account';
import { invitations } from '@/lib/office/accounts/invitation';
import { hashOf } from '@/lib/office/accounts/secrets';
import { offices } from '@/lib/office/offices/office';
import { runInProcess, runLauncher } from './run-levee';

const folder = mkdtempSync(join(tmpdir(), 'levee-office-commands-'));
const env = {
  LEVEE_STORE_DIR: folder,
  LEVEE_OFFICE_ORIGIN: 'https://office.example.gov',
  KV_REST_API_URL: '',
  KV_REST_API_TOKEN: '',
};
const levee = (...args: string[]) => runInProcess(args);
let host: OpenedPorts;

beforeAll(async () => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  host = await openOfficePorts({ kv: null, storeDirectory: folder });
});
afterAll(async () => {
  await host.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('levee invite', () => {
  it('makes the office where it is missing, and prints a link that the host knows by its hash alone', async () => {
    const unknown = await levee('invite', '--office', 'ms-adams', '--name', 'Ana Ruiz', '--role', 'editor');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('--office-name');
    // As people do, beside a host that has the stores open.
    const office = ['--office', 'ms-adams', '--office-name', 'Adams County', '--state', 'MS'];
    const made = await runLauncher(['invite', ...office, '--name', 'Ana Ruiz', '--role', 'editor'], { env });
    expect(made.code).toBe(0);
    const [, secret = ''] =
      /^https:\/\/office\.example\.gov\/office\/enrol\/#([\w-]{22})\n$/.exec(made.out) ?? [];
    expect((await offices.read(host.state, 'ms-adams'))?.value.name).toBe('Adams County');
    const invited = await invitations.read(host.state, await hashOf('invitation', secret));
    expect(invited?.value).toMatchObject({ name: 'Ana Ruiz', role: 'editor', isRecovery: false });
    expect(JSON.stringify(await host.state.list({ prefix: '', limit: 1000 }))).not.toContain(secret);
  });

  it('lets in again who lost the passkey, and says what is used wrongly', async () => {
    const at = new Date(0).toISOString();
    const sue = { id: 'account-sue', name: 'Sue', role: 'state', officeId: null, madeAt: at } as const;
    const account = { ...sue, lastSignInAt: null, disabledAt: null, signedOutAt: null };
    await host.state.commit({ id: host.newId(), checks: [], writes: [accounts.write(account, [sue.id])] });
    expect((await levee('invite', '--again', 'account-sue')).out).toContain('/office/enrol/#');
    expect((await levee('invite', '--again', 'nobody-at-all')).code).toBe(1);
    expect((await levee('invite', '--name', 'Sue', '--role', 'boss')).code).toBe(2);
    expect((await levee('invite', '--name', 'Sue')).code).toBe(2);
    expect((await levee('invite', '--name', 'Sue', '--role', 'editor')).code).toBe(1);
  });
});

describe('levee users', () => {
  it('lists accounts and invitations, and disables one', async () => {
    expect((await levee('users')).out).toContain('account-sue\tSue\tstate\tstate\t0 passkeys\tlast never');
    expect((await levee('users', 'disable', 'account-sue')).out).toBe('Sue is disabled.\n');
    expect((await accounts.read(host.state, 'account-sue'))?.value.disabledAt).not.toBeNull();
    expect((await levee('users', 'disable', 'nobody')).code).toBe(1);
    expect((await levee('users', 'delete')).code).toBe(2);
  });
});

describe('levee audit', () => {
  it('verifies the store and an export, and names the first entry that was changed', async () => {
    const right = await levee('audit', 'verify');
    expect(right.code).toBe(0);
    const [, end = ''] = /--head (\d+:[0-9a-f]{64})/.exec(right.out) ?? [];
    const { out } = await levee('audit', 'export');
    const file = join(folder, 'export.jsonl');
    writeFileSync(file, out);
    expect((await levee('audit', 'verify', file, '--head', end)).code).toBe(0);
    writeFileSync(file, out.replace('"name":"Ana Ruiz"', '"name":"Eve Ruiz"'));
    const altered = await levee('audit', 'verify', file);
    expect(altered.code).toBe(1);
    expect(altered.out).toMatch(/^altered: entry 2, 20\d\d-.*Z \(line 2\): /);
    const lines = out.split('\n');
    writeFileSync(file, lines.toSpliced(1, 1).join('\n'));
    expect((await levee('audit', 'verify', file)).out).toMatch(/^missing: entry 2 /);
    writeFileSync(file, lines.slice(0, -2).join('\n'));
    expect((await levee('audit', 'verify', file)).code).toBe(0);
    expect((await levee('audit', 'verify', file, '--head', end)).out).toMatch(/^cutShort: entry /);
    expect((await levee('audit', 'verify', '--head', 'x')).code).toBe(2);
    expect((await levee('audit', 'verify', join(folder, 'none'))).code).toBe(1);
  });
});
