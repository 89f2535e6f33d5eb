// Writing a release that is interrupted anywhere, and reading one from a folder or over HTTP.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VECTOR_NOW } from '@/lib/release/offices.fixture';
import { verifyRelease } from '@/lib/release/verify';
import { bundled } from '@/scripts/test/bundle';
import { afterAMinute } from './left-lock.fixture';
import { releaseSource, writeRelease } from './release-files';
import { trustedPublicKeys } from './signing-key';

const folder = mkdtempSync(join(tmpdir(), 'levee-release-files-'));
const repository = join(__dirname, '..', '..');
let writer = '';

beforeAll(async () => {
  writer = await bundled(join(__dirname, 'write-release.fixture.ts'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the writer in a process of its own; the number of steps it took, or null where it was killed. */
function write(sequence: number, dieAt = 0): number | null {
  const child = spawnSync(process.execPath, [writer, folder, String(sequence), String(dieAt)], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (child.signal === 'SIGKILL') {
    afterAMinute(folder);
    return null;
  }
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout);
}

async function check() {
  const keys = await trustedPublicKeys({}, folder);
  if (!keys.ok) throw new Error(keys.error.code);
  const trust = { publicKeys: keys.value, revokedKeyIds: [], highestSequences: {} };
  const report = await verifyRelease(releaseSource(folder), trust, VECTOR_NOW);
  return { problems: report.problems, sequence: report.pointer?.sequence };
}

/** Also while a release is about to come, and with an older one in the place of the coming one. */
async function expectAlteredPagesToBeFound(): Promise<void> {
  const page = join(folder, 'p', 'en', 'index.html');
  const coming = join(folder, 'v1', 'next.json');
  const [right, next] = [readFileSync(page), readFileSync(coming)];
  writeFileSync(page, `${right} `);
  expect((await check()).problems.map(({ code }) => code)).toContain('wrongPage');
  writeFileSync(page, right);
  writeFileSync(coming, readFileSync(join(folder, 'v1', 'current.json')));
  expect((await check()).problems.map(({ code }) => code)).toContain('wrongPage');
  writeFileSync(coming, next);
}

describe('an interrupted write', () => {
  it('leaves the old release whole, or the new one, wherever it is killed', async () => {
    write(1);
    const steps = write(2);
    expect(steps).toBeGreaterThan(20);
    expect(await check()).toEqual({ problems: [], sequence: 2 });
    // Spread over the whole write, and every step of the pointer's own at the end.
    const last = steps!;
    const places = [1, 3, Math.floor(last / 2), last - 7, last - 5, last - 3];
    const found = new Set<string>();
    for (const [index, dieAt] of places.entries()) {
      expect(write(3 + index, dieAt), `killed at ${dieAt} of ${last}`).toBeNull();
      const { problems, sequence } = await check();
      expect(sequence, `killed at ${dieAt} of ${last}`).toBe(2);
      const errors = problems.filter(({ severity }) => severity === 'error');
      expect(errors, `killed at ${dieAt} of ${last}`).toEqual([]);
      for (const { code } of problems) found.add(code);
    }
    // Plain pages keep their names: between the first rename and the pointer some are newer, and are named.
    expect([...found]).toEqual(['comingPage']);
    await expectAlteredPagesToBeFound();
    expect(write(50)).not.toBeNull();
    expect(write(100, last)).toBeNull();
    expect(await check()).toEqual({ problems: [], sequence: 100 });
  }, 120_000);

  it('is made good by the next one, which leaves no drafts of its own', async () => {
    expect(write(200)).not.toBeNull();
    expect(await check()).toEqual({ problems: [], sequence: 200 });
    const objectFolder = join(folder, 'v1', 'objects');
    const drafts = readdirSync(objectFolder).filter((name) => name.endsWith('.tmp'));
    for (const draft of drafts) rmSync(join(objectFolder, draft));
    write(201);
    expect(readdirSync(objectFolder).filter((name) => !/^[0-9a-f]{64}\.json$/.test(name))).toEqual([]);
  });

  it('sweeps what killed processes left behind, an hour later', async () => {
    const draft = (name: string) => join(folder, 'v1', 'objects', `${name}.json.1.tmp`);
    const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
    for (const name of ['old', 'new']) writeFileSync(draft(name), '');
    utimesSync(draft('old'), hoursAgo, hoursAgo);
    const pointer = readFileSync(join(folder, 'v1', 'current.json'));
    await writeRelease(folder, { objects: new Map(), pointer });
    expect([existsSync(draft('old')), existsSync(draft('new'))]).toEqual([false, true]);
    rmSync(draft('new'));
  });

  it('replaces an object that was cut short', async () => {
    const object = readdirSync(join(folder, 'v1', 'objects')).find((name) => name.endsWith('.json'))!;
    const name = object.slice(0, 64);
    const bytes = readFileSync(join(folder, 'v1', 'objects', object));
    writeFileSync(join(folder, 'v1', 'objects', object), bytes.subarray(0, 10));
    const pointer = readFileSync(join(folder, 'v1', 'current.json'));
    await writeRelease(folder, { objects: new Map([[name, bytes]]), pointer });
    expect(readFileSync(join(folder, 'v1', 'objects', object)).equals(bytes)).toBe(true);
  });

  it('lets two that write at once take turns, each told what it follows', async () => {
    const pointerFile = join(folder, 'v1', 'current.json');
    writeFileSync(pointerFile, '0');
    const next = async (current: Uint8Array | null) => {
      const number = Number(new TextDecoder().decode(current ?? undefined));
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new TextEncoder().encode(String(number + 1));
    };
    const writers = Array.from({ length: 10 }, () =>
      writeRelease(folder, { objects: new Map(), pointer: next }),
    );
    expect(await Promise.all(writers)).toEqual(new Array(10).fill(true));
    expect(readFileSync(pointerFile, 'utf8')).toBe('10');
    expect(existsSync(`${pointerFile}.lock`)).toBe(false);
  });

  it('leaves the pointer where its maker says so, and waits for nobody who was killed', async () => {
    const pointerFile = join(folder, 'v1', 'current.json');
    writeFileSync(pointerFile, 'old');
    writeFileSync(`${pointerFile}.lock`, '');
    const minutesAgo = new Date(Date.now() - 60_000);
    utimesSync(`${pointerFile}.lock`, minutesAgo, minutesAgo);
    expect(await writeRelease(folder, { objects: new Map(), pointer: async () => null })).toBe(false);
    expect(readFileSync(pointerFile, 'utf8')).toBe('old');
  });

  it('refuses a name that is none', async () => {
    const objects = new Map([['../../escaped', new Uint8Array()]]);
    const written = writeRelease(folder, { objects, pointer: new Uint8Array() });
    await expect(written).rejects.toThrow('no object name');
  });
});

describe('a source', () => {
  let server: Server;
  let asked: string[];
  const name = 'a'.repeat(64);

  beforeAll(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/site/v1/current.json') response.end('pointer');
      else if (request.url === `/site/v1/objects/${name}.json`) response.end('object');
      else if (request.url?.includes('b'.repeat(64)))
        response.writeHead(302, { location: '/elsewhere' }).end();
      else if (request.url?.includes('c'.repeat(64))) response.writeHead(503).end();
      else if (request.url?.includes('d'.repeat(64))) response.end(Buffer.alloc(5_000_000));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const http = () => releaseSource(`http://127.0.0.1:${(server.address() as AddressInfo).port}/site/`);
  const text = (result: { ok: boolean; value?: Uint8Array; error?: { code: string } }) =>
    result.ok ? new TextDecoder().decode(result.value) : result.error?.code;

  it('over HTTP gives the pointer and objects', async () => {
    expect(text(await http().pointer())).toBe('pointer');
    expect(text(await http().object(name))).toBe('object');
  });

  it.each([
    ['a redirect', 'b', 'unreachable'],
    ['an error of the server', 'c', 'unreachable'],
    ['a body without end', 'd', 'unreachable'],
    ['an unknown object', 'e', 'notFound'],
  ])('over HTTP gives %s as what it is', async (_, letter, code) => {
    expect(text(await http().object(letter.repeat(64)))).toBe(code);
  });

  it('over HTTP is unreachable where nobody listens', async () => {
    expect(text(await releaseSource('http://127.0.0.1:9').pointer())).toBe('unreachable');
  });

  it.each(['../current', 'A'.repeat(64), '', `${'a'.repeat(64)}/../../etc`])(
    'never asks for %j',
    async (bad) => {
      const before = asked.length;
      expect(text(await http().object(bad))).toBe('notFound');
      expect(text(await releaseSource(folder).object(bad))).toBe('notFound');
      expect(asked).toHaveLength(before);
    },
  );

  it('of a folder tells a missing file from an unreadable one', async () => {
    expect(text(await releaseSource(join(folder, 'nowhere')).pointer())).toBe('notFound');
    expect(text(await releaseSource(join(folder, 'v1', 'current.json')).pointer())).toBe('unreachable');
  });
});
