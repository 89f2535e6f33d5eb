// `levee mirror` as people and timers run it: exit codes, what it says, its status files, the watch that goes on whatever
// happens, and the web server that is told of new policies.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listFiles } from '@/lib/adapters/web-root';
import { nginxConfig } from '@/scripts/edge/nginx-config';
import { runInProcess } from '../run-levee';
import { makeRelease, makeSite, newWorld, siteFiles, textAt } from './mirror-world.fixture';

const launcher = fileURLToPath(new URL('../../../scripts/levee.mjs', import.meta.url));
let world: Awaited<ReturnType<typeof newWorld>>;
let [source, to] = ['', ''];
const mirror = (...args: string[]) => runInProcess(['mirror', '--from', source, '--to', to, ...args]);

beforeAll(async () => {
  world = await newWorld();
  [source, to] = [join(world.folder, 'source'), join(world.folder, 'www')];
  vi.stubEnv('LEVEE_PUBLIC_KEYS', world.key.publicKey);
}, 120_000);
beforeEach(async () => {
  for (const each of [source, to, `${to}.mirror`]) rmSync(each, { recursive: true, force: true });
  await makeRelease(source, world.key, { sequence: 10, issuedAt: new Date() });
  await makeSite(source, world.key, 10, siteFiles('One'));
}, 120_000);
afterAll(() => {
  vi.unstubAllEnvs();
  world.end();
});

describe('levee mirror', () => {
  it('copies, says what, and writes its status beside the web root', async () => {
    const metrics = join(world.folder, 'metrics', 'levee.prom');
    const first = await mirror('--metrics', metrics);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/ release 10, issued \S+, from \S+source: \d+ objects, \d+ pages\n/);
    expect(first.out).toMatch(/ site 10, issued \S+: 5 files\n/);
    const status = JSON.parse(readFileSync(join(`${to}.mirror`, 'mirror-status.json'), 'utf8'));
    expect(status).toMatchObject({ ok: true, release: { outcome: 'copied', sequence: 10 }, problems: [] });
    const figures = readFileSync(metrics, 'utf8');
    expect(figures).toContain('# TYPE levee_mirror_up gauge\nlevee_mirror_up 1\n');
    expect(figures).toContain('\nlevee_mirror_release_sequence 10\n');
    expect((await mirror('--once')).out).toMatch(
      / release 10, .*: nothing to copy\n.* site 10: nothing to copy\n$/,
    );
  });

  it('says what it refused and where, keeps what it has, and ends with 1', async () => {
    await mirror();
    await makeRelease(source, world.key, { sequence: 11, word: 'Two', issuedAt: new Date() });
    const pages = (await listFiles(source)).filter((path) => path.startsWith('/p/en/'));
    const page = join(source, pages.find((path) => textAt(source, path).includes('Two')) ?? '');
    writeFileSync(page, 'Vote at home.');
    const run = await mirror('--metrics', join(world.folder, 'm.prom'));
    expect(run.code).toBe(1);
    expect(run.out).toContain('error: no release could be copied. Still here: 10,');
    expect(run.out).toContain(`error: ${page}: wrong bytes, refused: 13 bytes with the hash`);
    expect(readFileSync(join(world.folder, 'm.prom'), 'utf8')).toContain('levee_mirror_up 0\n');
    expect((await runInProcess(['verify', to])).code).toBe(0);
  });

  it('warns of a release that nobody has confirmed for half an hour', async () => {
    await makeRelease(source, world.key, { sequence: 12, issuedAt: new Date(Date.now() - 3_600_000) });
    expect((await mirror()).out).toContain('warning: the office has not confirmed this release since');
  });

  it('says that a source has no site', async () => {
    rmSync(join(source, 'site.json'));
    expect(await mirror()).toMatchObject({ code: 0 });
    expect((await mirror()).out).toContain('note: no source has /site.json');
  });

  it('checks without changing anything: every kind of drift has its line, and --repair mends all but what is too much', async () => {
    await mirror();
    expect(await mirror('--check')).toMatchObject({ code: 0 });
    writeFileSync(join(to, 'en/index.html'), '<h1>Vote at home</h1>');
    writeFileSync(join(to, 'p/en/index.html.gz'), readFileSync(join(to, 'index.html.gz')));
    rmSync(join(to, '_next/static/One.js'));
    rmSync(join(to, 'icon.svg.br'));
    mkdirSync(join(to, 'wp-admin'));
    writeFileSync(join(to, 'wp-admin/index.html'), 'x');
    await makeRelease(source, world.key, { sequence: 20, issuedAt: new Date() });
    await makeSite(source, world.key, 20, siteFiles('One'));
    const checked = await mirror('--check');
    expect(checked.code).toBe(1);
    expect(checked.out.split('\n').map((line) => line.split(':')[0])).toEqual([
      'missing /_next/static/One.js',
      'altered /en/index.html',
      'noCopy /icon.svg',
      'staleCopy /p/en/index.html',
      'older /site.json',
      'older /v1/current.json',
      'extra /wp-admin/index.html',
      expect.stringContaining('7 differences'),
      '',
    ]);
    expect(JSON.parse((await mirror('--check', '--json')).out).drift).toHaveLength(7);
    expect(await mirror('--repair')).toMatchObject({ code: 0 });
    expect((await mirror('--check')).out).toMatch(
      /^extra \/wp-admin\/index\.html: .*\n\d+ files are right; 1 diff/,
    );
  });

  it('leaves a site alone that is deployed here, and what its last deployment left for open pages', async () => {
    await makeSite(to, world.key, 5, siteFiles('Own'));
    writeFileSync(join(to, '_next/static/Before.js'), 'x');
    writeFileSync(join(world.folder, 'replaced.json'), '["/_next/static/Before.js"]');
    expect(await mirror('--release-only')).toMatchObject({ code: 0 });
    expect(textAt(to, 'en/index.html')).toContain('Own');
    expect(existsSync(join(to, '_next/static/One.js'))).toBe(false);
    const drift = JSON.parse((await mirror('--check', '--json', '--release-only')).out).drift;
    // Whoever deploys makes the copies; these files of a test have none.
    expect(drift.filter(({ kind }: { kind: string }) => kind !== 'noCopy')).toEqual([]);
    expect((await mirror('--check')).out).toContain('older /site.json: ');
  });

  it('says what goes on being wrong once, until it changes', async () => {
    await mirror();
    const first = join(world.folder, 'first');
    const args = ['--from', first, '--from', source, '--to', to, '--watch', '1'];
    const child = spawn(process.execPath, [launcher, 'mirror', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    try {
      while (!out.includes('nothing to copy')) await sleep(50);
      const status = join(`${to}.mirror`, 'mirror-status.json');
      const at = () => JSON.parse(readFileSync(status, 'utf8')).at;
      for (let seen = 0, last = at(); seen < 3; ) {
        await sleep(50);
        if (at() !== last) [seen, last] = [seen + 1, at()];
      }
    } finally {
      child.kill('SIGTERM');
    }
    expect(out.match(/\/first\/v1\/current\.json: not there/g)?.length).toBeLessThanOrEqual(2);
  });

  it('checks a folder whose pointer nobody signed, or that has none', async () => {
    expect((await mirror('--check')).out).toContain('missing /v1/current.json: is not there');
    await mirror();
    writeFileSync(join(to, 'v1/current.json'), '{}');
    const { code, out } = await mirror('--check');
    expect([code, out.includes('notBelieved /v1/current.json')]).toEqual([1, true]);
  });

  it('tells the web server of new policies before the first page changes and after the last, and again until it has heard', async () => {
    const nginx = join(world.folder, 'nginx');
    const policies = join(nginx, 'policies.conf');
    const log = join(world.folder, 'log');
    const told = ['--nginx', nginx, '--on-site-change', `echo told >> ${log}`];
    await makeSite(source, world.key, 11, siteFiles('One'), {
      '/en/index.html': "script-src 'self' 'sha256-aaa='; object-src 'none'",
    });
    expect(await mirror(...told)).toMatchObject({ code: 0 });
    expect(readFileSync(policies, 'utf8')).toContain('/en/index.html "script-src');
    // The file says nothing that the rest of an edge's configuration decides.
    const tls = { certificate: '/etc/a.pem', key: '/etc/a.key' };
    const office = { port: 444, serverNames: ['desk.example'], upstream: '127.0.0.1:3000' };
    const own = {
      webRoot: '/srv/x',
      runDir: '/run/x',
      port: 443,
      serverNames: ['vote.example'],
      tls,
      office,
    };
    const listed = { '/en/index.html': "script-src 'self' 'sha256-aaa='; object-src 'none'" };
    expect(readFileSync(policies, 'utf8')).toBe(
      nginxConfig({ ...own, policies: listed }).get('policies.conf'),
    );
    await mirror(...told);
    expect(readFileSync(log, 'utf8')).toBe('told\n');
    await makeSite(source, world.key, 12, siteFiles('Two'), {
      '/en/index.html': "script-src 'self' 'sha256-bbb='; object-src 'none'",
    });
    const failing = `grep -q aaa ${policies} && cp ${policies} ${log}.both; test -e ${log}.well`;
    const run = await mirror('--nginx', nginx, '--on-site-change', failing);
    expect(run.code).toBe(1);
    expect(run.out).toContain('the next turn tries again');
    expect(readFileSync(`${log}.both`, 'utf8')).toContain("script-src 'self' 'sha256-bbb=' 'sha256-aaa='");
    expect(readFileSync(policies, 'utf8')).not.toContain('aaa');
    writeFileSync(`${log}.well`, '');
    expect(await mirror('--nginx', nginx, '--on-site-change', failing)).toMatchObject({ code: 0 });
    expect(existsSync(join(to, '_next/static/Two.js'))).toBe(true);
  });

  it.each([
    [['--to', 'x'], '--from is needed'],
    [['--from', 'x'], '--to is needed'],
    [['--from', 'x', '--to', 'x'], 'are the same folder'],
    [['--from', 'x', '--to', 'y', '--watch', '0'], '--watch takes whole seconds'],
    [['--from', 'x', '--to', 'y', '--watch', '5', '--check'], 'neither --once nor --check'],
    [['--from', 'x', '--to', 'y', '--state', 'y/state'], '--state must not lie in --to'],
    [['--from', 'x', '--to', 'y', '--metrics', 'y/m.prom'], '--metrics must not lie in --to'],
    [['--from', 'x', '--to', 'y', '--check', '--repair'], '--check changes nothing'],
    [['--from', 'x', '--to', 'y', 'z'], '"z" belongs to no option'],
  ])('says how it is used where it was used wrongly: %j', async (args, message) => {
    const run = await runInProcess(['mirror', ...args]);
    expect([run.code, run.err.includes(message)]).toEqual([2, true]);
  });

  it('with --watch goes on through what fails, and follows when it is well again', async () => {
    rmSync(join(source, 'v1/current.json'));
    const args = [launcher, 'mirror', '--from', source, '--to', to, '--watch', '1', '--json'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trim().split('\n')));
    const until = async (is: (line: { ok: boolean; release: { sequence: number | null } }) => boolean) => {
      while (!lines.some((line) => is(JSON.parse(line)))) await sleep(50);
    };
    try {
      await until(({ ok }) => !ok);
      await makeRelease(source, world.key, { sequence: 30, issuedAt: new Date() });
      await until(({ ok, release }) => ok && release.sequence === 30);
      await makeRelease(source, world.key, { sequence: 31, issuedAt: new Date() });
      await until(({ release }) => release.sequence === 31);
    } finally {
      child.kill('SIGTERM');
    }
    await new Promise((resolve) => child.on('close', resolve));
    expect((await runInProcess(['verify', to])).code).toBe(0);
    expect(await mirror()).toMatchObject({ code: 0 });
  });
});
