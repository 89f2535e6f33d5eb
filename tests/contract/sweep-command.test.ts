// `levee sweep` as an operator calls it, beside a host that has the stores open.

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpenedPorts, openOfficePorts } from '@/lib/adapters/office-container';
import { auditEntries } from '@/lib/office/audit/commit-audited';
import { jobs, openJobs } from '@/lib/office/publish/job';
import { jobStart } from '@/lib/office/publish/job-start';
import { runInProcess } from './run-levee';

const folder = mkdtempSync(join(tmpdir(), 'levee-sweep-command-'));
const levee = (...args: string[]) => runInProcess(['sweep', ...args]);
let host: OpenedPorts;

beforeAll(async () => {
  const env = { LEVEE_STORE_DIR: folder, LEVEE_RELEASE: join(folder, 'release') };
  for (const [name, value] of Object.entries({ ...env, KV_REST_API_URL: '', KV_REST_API_TOKEN: '' })) {
    vi.stubEnv(name, value);
  }
  host = await openOfficePorts({ kv: null, storeDirectory: folder });
  const below = join(folder, 'blobs/uploads/nobody');
  mkdirSync(below, { recursive: true });
  for (const name of ['old.0', 'new.0']) writeFileSync(join(below, name), 'x'.repeat(1_000));
  utimesSync(join(below, 'old.0'), 1e9, 1e9);
});
afterAll(async () => {
  await host.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('levee sweep', () => {
  it('says what would go, then removes that and says so, also in the audit', async () => {
    const lines = (done: string) =>
      [`uploads ${1} files ${1_000} bytes`, `${done} ${1} files ${1_000} bytes`].join('\n');
    const said = ({ out }: { readonly out: string }) => out.trim().replace(/ +/g, ' ');
    expect(said(await levee('--dry-run'))).toBe(lines('would go'));
    expect(await host.blobs.list('')).toHaveLength(2);
    const swept = await levee();
    expect(swept).toMatchObject({ code: 0, err: '' });
    expect(said(swept)).toBe(lines('removed'));
    expect(await host.blobs.list('')).toEqual(['uploads/nobody/new.0']);
    const [entry] = await auditEntries.list(host.state);
    expect(entry?.value).toMatchObject({
      action: 'store.swept',
      details: { files: 1, bytes: 1_000, uploads: 1 },
    });
    expect(said(await levee('--older-than', '0'))).toBe('removed 0 files 0 bytes');
  });

  it('says that somebody publishes, and removes nothing then', async () => {
    const by = { id: 'x', name: 'X' };
    const target = { kind: 'notices' } as const;
    const { job, writes } = jobStart(host, { officeId: 'x', target, requestedBy: by, approvedBy: by });
    await host.state.commit({ id: host.newId(), checks: [], writes });
    const refused = await levee();
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('publishes');
    const gone = [jobs.remove(job.id), openJobs.remove(job.id)];
    await host.state.commit({ id: host.newId(), checks: [], writes: gone });
  });

  it.each([['now'], ['--older-than', '-1'], ['--older-than', 'x'], ['--dry']])(
    'tells how it is used instead of doing something: %s %s',
    async (...args) => {
      expect((await levee(...args)).code).toBe(2);
    },
  );
});
