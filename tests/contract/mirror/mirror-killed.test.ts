// A mirror that is killed, has no room, or is not alone: whatever happens, its web root answers with the old release or the
// new one, and the next turn has the new one whole.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterAMinute } from '@/lib/adapters/left-lock.fixture';
import { releaseSource } from '@/lib/adapters/release-files';
import { listFiles } from '@/lib/adapters/web-root';
import { verifySite } from '@/lib/release/site-manifest';
import { verifyRelease } from '@/lib/release/verify';
import { createRandom } from '@/scripts/generate/random';
import { bundled } from '@/scripts/test/bundle';
import { makeRelease, makeSite, mirrorInto, NOW, newWorld, siteFiles, textAt } from './mirror-world.fixture';
import { wrongCopies } from './web-root.fixture';

const fixture = fileURLToPath(new URL('./mirror-killed.fixture.ts', import.meta.url));
let world: Awaited<ReturnType<typeof newWorld>>;
let [source, old] = ['', ''];

beforeAll(async () => {
  world = await newWorld();
  [source, old] = [join(world.folder, 'source'), join(world.folder, 'old')];
  await makeRelease(source, world.key, { sequence: 10 });
  await makeSite(source, world.key, 10, siteFiles('One'));
  await mirrorInto(old, [source], world.key)();
  await makeRelease(source, world.key, { sequence: 20, word: 'Two' });
  await makeSite(source, world.key, 20, siteFiles('Two'));
}, 120_000);
afterAll(() => world.end());

const trust = () => ({ publicKeys: [world.key.publicKey], revokedKeyIds: [], highestSequences: {} });

/** One turn in a process of its own; what it wrote, empty where it was killed. */
async function turnIn(to: string, dieAt: number): Promise<string> {
  const args = [await bundled(fixture), source, to, world.key.publicKey, String(dieAt)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(out));
  });
}

/** What readers of a web root meet, whenever they come: the sequence that it serves. */
async function servedSequence(to: string): Promise<number> {
  const report = await verifyRelease(releaseSource(to), trust(), NOW);
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(await wrongCopies(to)).toEqual([]);
  const site = await verifySite(readFileSync(join(to, 'site.json')), { ...trust(), highestSequence: 0 });
  expect(site.ok).toBe(true);
  for (const page of ['/index.html', '/en/index.html']) {
    const script = /src="([^"]+)"/.exec(textAt(to, page))?.[1] ?? 'none';
    expect([page, existsSync(join(to, script))]).toEqual([page, true]);
  }
  return report.pointer?.sequence ?? 0;
}

async function expectWhole(to: string): Promise<void> {
  expect(await servedSequence(to)).toBe(20);
  const report = await verifyRelease(releaseSource(to), trust(), NOW);
  expect(report.problems).toEqual([]);
  for (const path of await listFiles(source))
    expect([path, readFileSync(join(to, path)).equals(readFileSync(join(source, path)))]).toEqual([
      path,
      true,
    ]);
}

function copyOfOld(name: string): string {
  const to = join(world.folder, name);
  cpSync(old, to, { recursive: true });
  cpSync(`${old}.mirror`, `${to}.mirror`, { recursive: true });
  return to;
}

it('serves the old release or the new one, killed before any of its steps, and ends what was begun at the next turn', async () => {
  const whole = copyOfOld('whole');
  const { steps, problems } = JSON.parse(await turnIn(whole, 0));
  expect(problems).toEqual([]);
  await expectWhole(whole);
  const random = createRandom(1);
  // The last steps are the renames, where most can go wrong; before them is a long way of drafts.
  const points = Array.from({ length: 10 }, (_, at) =>
    at < 3 ? random.between(1, steps) : random.between(Math.max(1, steps - 300), steps),
  );
  const served = new Set<number>();
  const one = async (point: number): Promise<void> => {
    const to = copyOfOld(`killed-${point}`);
    if ((await turnIn(to, point)) !== '') return;
    served.add(await servedSequence(to));
    afterAMinute(to);
    const report = await mirrorInto(to, [source], world.key)();
    expect(report.problems).toEqual([]);
    await expectWhole(to);
    rmSync(to, { recursive: true });
  };
  for (const point of new Set(points)) await one(point);
  expect([...served].sort()).toEqual([10, 20]);
}, 600_000);

it('takes away what a killed one had made ready, and leaves what another program is writing', async () => {
  const to = copyOfOld('drafts');
  const { pid } = spawnSync('true');
  const drafts = [`index.html.${pid}.tmp`, `index.html.${process.ppid}.tmp`];
  for (const each of drafts) writeFileSync(join(to, each), 'x');
  await mirrorInto(to, [source], world.key)({ isLook: true });
  expect(drafts.map((each) => existsSync(join(to, each)))).toEqual([false, true]);
  rmSync(to, { recursive: true });
});

it('two mirrors of one folder take turns: the second finds the work done', async () => {
  const to = copyOfOld('two');
  const [first, second] = await Promise.all([0, 1].map(() => mirrorInto(to, [source], world.key)()));
  const outcomes = [first?.release.outcome, second?.release.outcome].sort();
  expect(outcomes).toEqual(['copied', 'unchanged']);
  await expectWhole(to);
});

/** Why the disk cannot be made full here; null: it can. */
const noSmallDisk = ((): string | null => {
  const disk = mkdtempSync('/tmp/levee-mirror-disk-');
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  if (status === 0) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
  return status === 0 ? null : 'a small disk cannot be mounted here';
})();

describe.skipIf(noSmallDisk)(`a full disk${noSmallDisk === null ? '' : `: ${noSmallDisk}`}`, () => {
  it('goes on serving what was there, says so, and follows once there is room', async () => {
    const disk = mkdtempSync(join(world.folder, 'disk-'));
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', disk]).status).toBe(0);
    try {
      const to = join(disk, 'www');
      cpSync(old, to, { recursive: true });
      cpSync(`${old}.mirror`, `${to}.mirror`, { recursive: true });
      const { stdout } = spawnSync('df', ['--output=used', '-k', disk], { encoding: 'utf8' });
      const used = Number(stdout.trim().split('\n').at(-1));
      for (const room of [0, 40, 120]) {
        spawnSync('mount', ['-o', `remount,size=${used + room}k`, disk]);
        const report = await mirrorInto(to, [source], world.key)();
        expect(report).toMatchObject({ release: { outcome: 'failed' } });
        expect(report.problems.map(({ code }) => code)).toContain('diskFull');
        expect(await servedSequence(to)).toBe(10);
      }
      spawnSync('mount', ['-o', 'remount,size=32m', disk]);
      expect(await mirrorInto(to, [source], world.key)()).toMatchObject({ problems: [] });
      await expectWhole(to);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

it('says what the disk refuses where there is no folder to be had', async () => {
  const report = await mirrorInto('/proc/levee/www', [source], world.key)();
  expect(report).toMatchObject({ release: { outcome: 'failed' }, problems: [{ code: 'disk' }] });
});
