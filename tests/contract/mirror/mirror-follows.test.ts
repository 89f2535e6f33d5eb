// A mirror beside a host that works: what it copies, what it asks for, what it leaves in place and what it takes away.

import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { releaseSource } from '@/lib/adapters/release-files';
import { listFiles } from '@/lib/adapters/web-root';
import { verifyRelease } from '@/lib/release/verify';
import {
  makeRelease,
  makeSite,
  mirrorInto,
  NOW,
  newWorld,
  siteFiles,
  startHost,
  textAt,
} from './mirror-world.fixture';
import { wrongCopies } from './web-root.fixture';

let world: Awaited<ReturnType<typeof newWorld>>;
let host: Awaited<ReturnType<typeof startHost>>;
let source = '';
let to = '';

beforeEach(async () => {
  world = await newWorld();
  source = join(world.folder, 'source');
  to = join(world.folder, 'www');
  await makeRelease(source, world.key, { sequence: 10 });
  await makeSite(source, world.key, 10, siteFiles('One'));
  host = await startHost(source);
}, 120_000);
afterEach(async () => {
  await host.stop();
  world.end();
});

const verified = async () => {
  const trust = { publicKeys: [world.key.publicKey], revokedKeyIds: [], highestSequences: {} };
  return verifyRelease(releaseSource(to), trust, NOW);
};
const mirror = (from: readonly string[] = [host.url]) => mirrorInto(to, from, world.key);
const uncopied = async (root: string) =>
  (await listFiles(root)).filter((path) => !/\.(gz|br)$/.test(path)).sort();

it('copies site and release whole, with right compressed copies, and nothing else', async () => {
  const report = await mirror()();
  expect(report).toMatchObject({
    release: { outcome: 'copied', source: host.url, isOld: false },
    site: { outcome: 'copied', files: 5 },
    problems: [],
  });
  expect((await verified()).problems).toEqual([]);
  expect(await uncopied(to)).toEqual(await uncopied(source));
  for (const path of await uncopied(source))
    expect(readFileSync(join(to, path)).equals(readFileSync(join(source, path)))).toBe(true);
  expect(await wrongCopies(to)).toEqual([]);
  expect(existsSync(join(to, 'index.html.br'))).toBe(true);
  expect(existsSync(join(to, 'p/en/index.html.gz'))).toBe(true);
});

it('asks one question where nothing is new, two with the site', async () => {
  const turn = mirror();
  await turn();
  host.asked.length = 0;
  expect(await turn({ site: 'later' })).toMatchObject({
    release: { outcome: 'unchanged' },
    fetchedFiles: 0,
  });
  expect(host.asked).toEqual(['304 /v1/current.json']);
  expect(await turn()).toMatchObject({ site: { outcome: 'unchanged' } });
  expect(host.asked.slice(1)).toEqual(['304 /v1/current.json', '304 /site.json']);
});

it('fetches of a newer release what is new, and reads nothing of the rest', async () => {
  const turn = mirror();
  await turn();
  // Whoever read or wrote these again would change or miss them.
  const untouched = (await uncopied(to)).filter((path) => path.startsWith('/_next/') || path === '/icon.svg');
  const past = new Date('2020-01-01');
  for (const path of untouched) utimesSync(join(to, path), past, past);
  host.asked.length = 0;
  // The same lists, signed anew: what the heartbeat does.
  await makeRelease(source, world.key, { sequence: 11, issuedAt: NOW });
  expect(await turn()).toMatchObject({ release: { outcome: 'copied', objects: 0, pages: 0 } });
  expect(host.asked).toEqual(['200 /v1/current.json', '304 /site.json']);
  host.asked.length = 0;
  await makeRelease(source, world.key, { sequence: 12, word: 'Two' });
  const report = await turn();
  const isPage = (line: string) => line.includes(' /p/');
  expect(report.release.pages).toBe(host.asked.filter(isPage).length);
  expect(report.release.objects).toBe(host.asked.filter((line) => line.includes('/v1/objects/')).length);
  expect(host.asked.every((line) => line.startsWith('200') || line.startsWith('304'))).toBe(true);
  expect((await verified()).problems).toEqual([]);
  expect(await wrongCopies(to)).toEqual([]);
  for (const path of untouched) expect(statSync(join(to, path)).mtime).toEqual(past);
});

it('keeps what a reader may be at, and takes it away after 30 days', async () => {
  const turn = mirror();
  await turn();
  const before = await uncopied(to);
  await makeRelease(source, world.key, { sequence: 20, word: 'Two' });
  const two = siteFiles('Two');
  rmSync(join(source, 'en/index.html'));
  const { '/en/index.html': _, ...withoutPage } = two;
  await makeSite(source, world.key, 20, { ...withoutPage, '/es/index.html': '<h1>dos</h1>' });
  await turn();
  const objects = before.filter((path) => path.startsWith('/v1/objects/'));
  for (const path of [...objects, '/_next/static/One.js']) expect(existsSync(join(to, path))).toBe(true);
  expect(textAt(to, '/levee.js')).toContain('Two');
  // A page that is no more is gone at once, with its copies.
  expect(existsSync(join(to, 'en/index.html'))).toBe(false);

  await turn({ isLook: true });
  const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  await turn({ now: later(29) });
  expect(existsSync(join(to, '_next/static/One.js'))).toBe(true);
  await turn({ now: later(31) });
  expect(existsSync(join(to, '_next/static/One.js'))).toBe(false);
  expect(existsSync(join(to, '_next/static/One.js.gz'))).toBe(false);
  const left = await uncopied(to);
  expect(left.filter((path) => path.startsWith('/v1/objects/')).length).toBeLessThan(before.length);
  expect((await verified()).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('copies the release alone from a source without a site, and says so', async () => {
  rmSync(join(source, 'site.json'));
  expect(await mirror()()).toMatchObject({
    release: { outcome: 'copied' },
    site: { outcome: 'absent', site: null },
  });
  expect(existsSync(join(to, 'index.html'))).toBe(false);
});

it('copies from a folder as from an address', async () => {
  expect(await mirror([source])()).toMatchObject({
    release: { outcome: 'copied' },
    site: { outcome: 'copied' },
  });
  expect(await uncopied(to)).toEqual(await uncopied(source));
});

it('finds by a look what was altered, removed or left stale, mends it, and otherwise trusts its own work', async () => {
  const turn = mirror();
  await turn();
  const [object = ''] = (await uncopied(to)).filter((path) => path.startsWith('/v1/objects/'));
  writeFileSync(join(to, object), 'other bytes');
  writeFileSync(join(to, 'p/en/index.html.gz'), readFileSync(join(to, 'index.html.gz')));
  rmSync(join(to, '_next/static/One.js'));
  expect(await turn()).toMatchObject({ fetchedFiles: 0 });
  expect(await turn({ isLook: true })).toMatchObject({
    release: { outcome: 'copied', objects: 1, pages: 1 },
    site: { files: 1 },
  });
  expect((await verified()).problems).toEqual([]);
  expect(await wrongCopies(to)).toEqual([]);
});

it('replaces a pointer that nobody signed, and follows who writes into its folder', async () => {
  const turn = mirror();
  await turn();
  writeFileSync(join(to, 'v1/current.json'), '{"formatVersion":1}');
  expect(await turn()).toMatchObject({ release: { outcome: 'copied' } });
  // Somebody used `levee notice` here: newer than the source, and it stays.
  await makeRelease(to, world.key, { sequence: 30, word: 'Late' });
  const report = await turn();
  expect(report).toMatchObject({ release: { outcome: 'failed', pointer: { sequence: 30 } } });
  expect(report.problems[0]).toMatchObject({ code: 'lowerSequence' });
  await makeRelease(source, world.key, { sequence: 31, word: 'Next' });
  expect(await turn()).toMatchObject({ release: { outcome: 'copied', pointer: { sequence: 31 } } });
  expect((await verified()).problems).toEqual([]);
  expect(await wrongCopies(to)).toEqual([]);
});
