// `levee pack`: the archive opens from a disk, leads nowhere that is not in it, says on every page how old it is, and is the
// same wherever it is made.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listFiles } from '@/lib/adapters/web-root';
import { runInProcess } from '../run-levee';

const folder = mkdtempSync(join(tmpdir(), 'levee-pack-'));
const [release, zip] = [join(folder, 'release'), join(folder, 'pages.zip')];
const pack = (...args: string[]) => runInProcess(['pack', '--from', release, '--to', zip, ...args]);
let files: ReadonlyMap<string, string>;

function unpacked(): ReadonlyMap<string, string> {
  const entries = Object.entries(unzipSync(readFileSync(zip)));
  return new Map(entries.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

beforeAll(async () => {
  await runInProcess(['compile', '--sandbox', '--out', release, '--now', '2026-11-03T12:10:00Z']);
  const made = await pack();
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toMatch(
    /: release \d+, issued 2026-11-03T12:10:00Z: \d+ pages, \d+ bytes, SHA-256 [0-9a-f]{64}\n$/,
  );
  files = unpacked();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the archive', () => {
  it('holds every page of the release and a start page', async () => {
    const pages = (await listFiles(release)).filter((path) => path.startsWith('/p/'));
    expect([...files.keys()].sort()).toEqual(['index.html', ...pages.map((path) => path.slice(1))].sort());
  });

  it('leads from every page to pages that are in it, and never to a folder', () => {
    const wrong: string[] = [];
    for (const [name, html] of files) {
      for (const [, href = ''] of html.matchAll(/ (?:href|action|src)="([^"]*)"/g)) {
        if (/^(?:https?:|tel:|mailto:|#)/.test(href)) continue;
        const target = new URL(href, `http://pack/${name}`).pathname.slice(1);
        if (!files.has(target)) wrong.push(`${name}: ${href}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('says on every page, in its language, when it was copied and that places may have changed since', () => {
    const said = { en: 'copied on Tuesday, November 3', es: 'se copió el martes 3 de noviembre' };
    const late = { en: 'may have changed since', es: 'pueden haber cambiado después' };
    for (const [name, html] of files) {
      const tag = /^p\/(en|es)\//.exec(name)?.[1];
      for (const each of ['en', 'es'] as const) {
        const isOf = tag === undefined || tag === each;
        expect([name, each, html.includes(said[each]), html.includes(late[each])]).toEqual([
          name,
          each,
          isOf,
          isOf,
        ]);
      }
    }
  });

  it('leads to the newest lists where their address is known, and to no script', async () => {
    expect(await pack('--address', 'https://vote.example.gov/')).toMatchObject({ code: 0 });
    for (const [name, html] of unpacked()) {
      expect([name, html.includes('https://vote.example.gov/p/')]).toEqual([name, true]);
      expect([name, /<script/i.test(html)]).toEqual([name, false]);
    }
    expect(unpacked().get('p/es/index.html')).toContain('href="https://vote.example.gov/es/"');
    expect((await pack('--address', 'javascript:alert(1)')).code).toBe(2);
  });

  it('is the same bytes on a machine with another clock', async () => {
    const hashes = [];
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      vi.stubEnv('TZ', zone);
      hashes.push((await pack()).out.split(' ').at(-1));
    }
    vi.unstubAllEnvs();
    expect(new Set(hashes).size).toBe(1);
  });
});

it('leaves the archive of before in place where a page is not right, and nothing beside it', async () => {
  const before = readFileSync(zip);
  const altered = join(folder, 'altered');
  cpSync(release, altered, { recursive: true });
  writeFileSync(join(altered, 'p/es/index.html'), '<h1>Vote en casa</h1>');
  const run = await runInProcess(['pack', '--from', altered, '--to', zip]);
  expect(run).toMatchObject({ code: 1, out: '' });
  expect(run.err).toContain('/p/es/index.html: altered, or of another release');
  expect(readFileSync(zip).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it.each([
  [['--from', 'nowhere', '--to', join(folder, 'x.zip')], 1],
  [['--to', join(folder, 'x.zip')], 2],
  [['--from', release, '--to', '/proc/levee/x.zip'], 1],
])('%j: exit code %i', async (args, code) => {
  expect((await runInProcess(['pack', ...args])).code).toBe(code);
});
