// `levee probe` against hosts that are well, dead, frozen, altered, behind and rolled back: what it says, tells and writes, and that no
// address is in any of it.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { devSigningKey } from '@/lib/adapters/signing-key';
import { sha256Hex } from '@/lib/release/bytes';
import { signSite } from '@/lib/release/site-manifest';
import { readStatusFile } from '@/lib/view/status-file';
import { main } from '@/scripts/commands/main';
import { repositoryRoot } from '@/scripts/commands/repository-root';
import { runInProcess } from './run-levee';

const folder = mkdtempSync(join(tmpdir(), 'levee-probe-'));
const release = join(folder, 'release');
const golden = join(folder, 'golden.json');
const all = practiceAddresses.filter(({ address }) => address.trim() !== '');
const hour = 3_600_000;
const servers: Server[] = [];
let issuedMs = 0;

/** A host of a folder. `change` may take a file away (null) or alter it. */
async function host(
  files: string | (() => string),
  change: (path: string, bytes: Buffer) => Buffer | null = (_path, bytes) => bytes,
): Promise<string> {
  const server = createServer((request, response) => {
    try {
      const bytes = change(
        request.url ?? '',
        readFileSync(join(typeof files === 'string' ? files : files(), request.url ?? '')),
      );
      if (bytes === null) throw new Error('away');
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(bytes));
    } catch {
      response.writeHead(404).end();
    }
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

interface Heard {
  readonly url: string;
  readonly bodies: { readonly state: string; readonly text: string }[];
  answer: number;
}

async function listener(): Promise<Heard> {
  const heard: Heard = { url: '', bodies: [], answer: 200 };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    heard.bodies.push(JSON.parse(text));
    response.writeHead(heard.answer).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(heard, {
    url: `http://localhost:${(server.address() as AddressInfo).port}/hook-SECRET`,
  });
}

/** At so long after the release was made. */
async function probe(afterMs: number, ...args: string[]) {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const now = () => new Date(issuedMs + afterMs);
  const terminal = { out: into('out'), err: into('err'), env: process.env, now };
  const given = [
    '--golden',
    golden,
    '--state',
    join(folder, 'state.json'),
    '--again',
    '0',
    '--slow',
    '60000',
  ];
  const code = await main(['probe', ...given, ...args], terminal);
  for (const { address } of all) expect(written.out + written.err).not.toContain(address);
  return { code, ...written };
}

beforeAll(async () => {
  expect((await runInProcess(['compile', '--sandbox', '--out', release])).code).toBe(0);
  const { payload } = JSON.parse(readFileSync(join(release, 'v1/current.json'), 'utf8'));
  issuedMs = Date.parse(JSON.parse(payload).issuedAt);
  writeFileSync(golden, JSON.stringify(all.slice(0, 12)));
}, 60_000);
beforeEach(() => rmSync(join(folder, 'state.json'), { force: true }));
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('levee probe', { timeout: 30_000 }, () => {
  it('finds a whole site well: every practice address, pages, and says so in files for machines', async () => {
    const [metrics, status] = [join(folder, 'levee.prom'), join(folder, 'www/status.json')];
    const whole = join(folder, 'whole.json');
    writeFileSync(whole, JSON.stringify(all));
    const [site, mirror] = [await host(release), await host(release)];
    const files = ['--golden', whole, '--metrics', metrics, '--status', status];
    const { code, out, err } = await probe(0, site, mirror, ...files);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/(\d+) of \1 golden addresses and (\d+) of \2 plain pages right/);
    expect(readFileSync(metrics, 'utf8')).toContain(`levee_probe_up{host="${site}"} 1\n`);
    const report = readStatusFile(readFileSync(status, 'utf8'));
    expect(report?.hosts.map(({ kind, failing }) => ({ kind, failing }))).toEqual([
      { kind: 'live', failing: [] },
      { kind: 'mirror', failing: [] },
    ]);
  });

  it('raises an alarm for a publisher that has silently stopped, though every answer is right', async () => {
    const { code, out } = await probe(hour, await host(release));
    expect(code).toBe(1);
    expect(out).toContain('oldPointer: its list was last confirmed 60 min ago');
    expect(out).toContain('Look whether the office host runs and signs');
    expect((await probe(hour, await host(release), '--max-age', '7200')).code).toBe(0);
  });

  it.each([
    [
      'a pointer of somebody else',
      'notVerified',
      (path: string, bytes: Buffer) =>
        path === '/v1/current.json'
          ? Buffer.from(bytes.toString().replace(/"signature":"../, '"signature":"AA'))
          : bytes,
    ],
    [
      'a cut pointer',
      'notVerified',
      (path: string, bytes: Buffer) => (path === '/v1/current.json' ? bytes.subarray(0, 99) : bytes),
    ],
    [
      'objects that are altered',
      'notVerified',
      (path: string, bytes: Buffer) => (path.startsWith('/v1/objects/') ? Buffer.from(`${bytes} `) : bytes),
    ],
    [
      'objects that are away',
      'unreachable',
      (path: string, bytes: Buffer) => (path.startsWith('/v1/objects/') ? null : bytes),
    ],
    [
      'pages that are altered',
      'wrongPages',
      (path: string, bytes: Buffer) => (path.startsWith('/p/') ? Buffer.from(`${bytes} `) : bytes),
    ],
    [
      'pages that are away',
      'wrongPages',
      (path: string, bytes: Buffer) => (path.startsWith('/p/') ? null : bytes),
    ],
  ])('names %s', async (_title, alarm, change) => {
    const url = await host(release, change);
    const { code, out } = await probe(0, url);
    expect(code).toBe(1);
    expect(out).toContain(`${url}: ${alarm}: `);
  });

  it('looks at the site’s own files where there is a signed list of them', async () => {
    const whole = join(folder, 'whole');
    cpSync(release, whole, { recursive: true });
    const key = await devSigningKey(repositoryRoot);
    if (!key.ok) throw new Error(key.error.message);
    const texts = { '/index.html': 'start', '/en/index.html': 'English', '/a.js': 'go()' };
    const files: Record<string, string> = {};
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(whole, path)), { recursive: true });
      writeFileSync(join(whole, path), text);
      files[path] = await sha256Hex(new TextEncoder().encode(text));
    }
    const issuedAt = '2026-11-03T12:00:00Z';
    const site = { formatVersion: 1, sequence: 7, issuedAt, files, policies: {}, mirrors: [] } as const;
    writeFileSync(join(whole, 'site.json'), await signSite(site, key.value));
    expect((await probe(0, await host(whole))).code).toBe(0);
    const altered = await host(whole, (path, bytes) => (path === '/a.js' ? Buffer.from('evil()') : bytes));
    expect((await probe(0, altered)).out).toContain('wrongSite: /a.js is not there, or not what was signed');
    const cut = await host(whole, (path, bytes) => (path === '/site.json' ? bytes.subarray(0, 50) : bytes));
    expect((await probe(0, cut)).out).toContain('wrongSite: /site.json is not there');
  });

  it('says that shards are missing as what voters get: "cannot check", by lines of the file', async () => {
    const shards = (_path: string, bytes: Buffer) => (bytes.includes('"kind":"shard"') ? null : bytes);
    const { code, out } = await probe(0, await host(release, shards));
    expect(code).toBe(1);
    expect(out).toMatch(/cannotCheck: \d+ of the golden addresses cannot be checked \(lines 1, 2/);
  });

  it('names the line of an address whose place is not the expected one', async () => {
    const own = join(folder, 'own.csv');
    writeFileSync(
      own,
      'address,place\n"112 Heron St, 00001",Heron Library\n"112 Heron St, 00001",City Hall\n',
    );
    const { code, out } = await probe(0, await host(release), '--golden', own);
    expect(code).toBe(1);
    expect(out).toContain(
      'wrongAnswer: 1 of the golden addresses is answered wrongly (line 3 of the golden file)',
    );
    expect(out).not.toContain('Heron');
  });

  it('says that nothing listens, what it answers instead, and that it leads elsewhere', async () => {
    const { out } = await probe(0, 'http://localhost:9');
    expect(out).toContain('unreachable: /v1/current.json cannot be had: nothing listens there');
    const status = async (code: number) => {
      const server = createServer((_request, response) => response.writeHead(code, { Location: '/x' }).end());
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return (await probe(0, `http://localhost:${(server.address() as AddressInfo).port}`)).out;
    };
    expect(await status(503)).toContain('it answers with status 503');
    expect(await status(302)).toContain('it leads to another address, where no browser follows');
  });

  it('notices a mirror that is behind, one of another line, and one that was rolled back', async () => {
    const newer = join(folder, 'newer');
    cpSync(release, newer, { recursive: true });
    const args = ['--from', release, '--to', newer, '--kind', 'callFirst', '--place', 'pl-01', '--yes'];
    expect((await runInProcess(['notice', ...args])).code).toBe(0);
    let files = newer;
    const [site, old] = [await host(newer), await host(release)];
    const { out } = await probe(hour / 4, site, old);
    expect(out).toContain(`${old}: behind: it gives release `);
    expect(out).not.toContain(`${site}: behind`);
    const url = await host(() => files);
    expect((await probe(0, url)).code).toBe(0);
    files = release;
    expect((await probe(hour / 4, url)).out).toContain(`${url}: rolledBack: `);
  });

  it('tells the webhook once when something begins and once when it ends, and again where nobody took it', async () => {
    const heard = await listener();
    const url = await host(release);
    const states = () => heard.bodies.map(({ state }) => state);
    const runs = [];
    runs.push(await probe(0, url, '--webhook', heard.url));
    expect(states()).toEqual([]);
    heard.answer = 500;
    runs.push(await probe(hour, url, '--webhook', heard.url));
    expect(states()).toEqual(['failing', 'failing']);
    expect(runs.at(-1)?.err).toContain('the webhook took no message, twice');
    heard.answer = 200;
    for (const at of [hour + 1, hour + 2, hour + 3]) runs.push(await probe(at, url, '--webhook', heard.url));
    expect(states()).toEqual(['failing', 'failing', 'failing']);
    const since = new Date(issuedMs + hour).toISOString();
    expect(heard.bodies.at(-1)?.text).toContain(`Since ${since}`);
    for (const at of [0, 1]) runs.push(await probe(at, url, '--webhook', heard.url));
    expect(states()).toEqual(['failing', 'failing', 'failing', 'well']);
    for (const { out, err } of runs) expect(out + err).not.toContain('SECRET');
    expect(readFileSync(join(folder, 'state.json'), 'utf8')).not.toContain('SECRET');
  });

  it('starts anew where what it remembers is cut', async () => {
    writeFileSync(join(folder, 'state.json'), '{"formatVersion":1,"si');
    expect((await probe(0, await host(release))).code).toBe(0);
  });

  it('asks every machine behind a name', async () => {
    const url = await host(release);
    const { code, out } = await probe(
      0,
      url,
      '--resolve',
      'localhost=127.0.0.1',
      '--resolve',
      'localhost=127.0.0.9',
    );
    expect(out).toContain(`${url} (127.0.0.1): release`);
    expect(out).toContain(`${url} (127.0.0.9): unreachable`);
    expect(code).toBe(1);
  });

  it('reads the edge’s figures from stub_status, and goes on without where they are nonsense', async () => {
    const [stub, status] = [join(folder, 'stub'), join(folder, 'status.json')];
    const url = await host(release);
    const figures = () => readStatusFile(readFileSync(status, 'utf8'))?.edge;
    const run = (at: number) => probe(at, url, '--status', status, '--edge-figures', stub);
    const text = (count: number) =>
      `Active connections: 291 \nserver accepts handled requests\n 16 16 ${count} \nReading: 6 Writing: 179 Waiting: 106 \n`;
    writeFileSync(stub, text(1_000));
    await run(0);
    expect(figures()).toMatchObject({ connections: 291, requestsPerSecond: null });
    writeFileSync(stub, text(61_000));
    await run(60_000);
    expect(figures()).toMatchObject({ requestsPerSecond: 1_000 });
    writeFileSync(stub, 'hello');
    expect((await run(61_000)).err).toContain('neither nginx’ stub_status nor an access log');
    expect(figures()).toBeNull();
  });

  it.each([
    [[], 'no URL given'],
    [['vote.example.gov'], 'no http(s) address'],
    [['http://localhost:9', '--resolve', 'x'], '--resolve takes HOST=IP'],
    [['http://localhost:9', '--max-age', 'soon'], '--max-age takes a whole number'],
    [['http://localhost:9', '--webhook', 'x'], '--webhook takes'],
  ])('says how it was used wrongly: %j', async (args, sentence) => {
    const { code, err } = await probe(0, ...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
