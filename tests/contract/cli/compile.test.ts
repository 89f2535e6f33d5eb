// levee compile: a release from files, and what is said of it.

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLevee } from '../run-levee';
import { county, NOW, SLOW_MS, workFolder } from './cli-work.fixture';

let work = '';

beforeAll(async () => {
  work = await workFolder();
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('levee compile', () => {
  const pointerOf = async (folder: string) => {
    const envelope = JSON.parse(await readFile(join(folder, 'v1', 'current.json'), 'utf8'));
    return JSON.parse(envelope.payload);
  };

  it('tells rows in, rows set aside, objects, bytes and seconds', async () => {
    const run = await runLevee(['compile', county, '--out', join(work, 'told')]);
    expect(run).toMatchObject({ code: 0, err: '' });
    for (const word of ['rows in', 'rows set aside', 'objects', 'bytes', 'seconds'])
      expect(run.out).toContain(word);
  });

  it('writes a release also where the file contradicts itself, and --strict says so', async () => {
    const out = join(work, 'strict');
    expect((await runLevee(['compile', county, '--out', out])).code).toBe(0);
    expect((await runLevee(['compile', county, '--out', out, '--strict'])).code).toBe(1);
    expect((await runLevee(['verify', out])).code).toBe(0);
  });

  it('makes the same bytes from the same input, but for the line of a new folder', async () => {
    const args = ['--now', NOW, '--sequence', '12', '--office', 'sandbox-county'];
    const [a, b] = [join(work, 'same-a'), join(work, 'same-b')];
    await Promise.all([a, b].map((out) => runLevee(['compile', county, '--out', out, ...args])));
    const objects = async (folder: string) => (await readdir(join(folder, 'v1', 'objects'))).sort();
    expect(await objects(a)).toEqual(await objects(b));
    const [first, second] = [await pointerOf(a), await pointerOf(b)];
    expect({ ...first, releaseLine: '' }).toEqual({ ...second, releaseLine: '' });
    expect(first).toMatchObject({ sequence: 12, issuedAt: NOW });
    expect(first.releaseLine).not.toBe(second.releaseLine);
  });

  it('takes a feed for each office that it is told of', async () => {
    const out = join(work, 'offices');
    const run = await runLevee([
      'compile',
      county,
      county,
      '--out',
      out,
      '--office',
      'a-1',
      '--office',
      'b-2',
    ]);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('a-1, b-2');
    expect((await runLevee(['verify', out])).code).toBe(0);
  });

  it(
    'two at once into one folder: the later one follows the earlier, in its line',
    async () => {
      const out = join(work, 'at-once');
      const runs = await Promise.all(
        [1, 2, 3].map(() => runLevee(['compile', county, '--out', out, '--now', NOW])),
      );
      const told = runs.map(({ out }) => Number(/^Release (\d+) written/.exec(out)?.[1])).sort();
      expect(told).toEqual([0, 1, 2].map((i) => (told[0] ?? 0) + i));
      expect((await pointerOf(out)).sequence).toBe(told[2]);
    },
    SLOW_MS,
  );

  it('follows the release in its folder: same line, higher number', async () => {
    const out = join(work, 'line');
    await runLevee(['compile', county, '--out', out, '--now', NOW]);
    const first = await pointerOf(out);
    await runLevee(['compile', county, '--out', out, '--now', NOW]);
    const second = await pointerOf(out);
    expect(second.releaseLine).toBe(first.releaseLine);
    expect(second.sequence).toBe(first.sequence + 1);
    const lower = await runLevee(['compile', county, '--out', out, '--sequence', '5']);
    expect(lower).toMatchObject({ code: 1, out: '' });
    expect(await pointerOf(out)).toEqual(second);
  });

  it('is believed by those who trust its key, and by nobody else', async () => {
    const key = join(work, 'key.json');
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    await writeFile(key, JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey)));
    const raw = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url');
    const out = join(work, 'keyed');
    expect((await runLevee(['compile', county, '--out', out, '--key', key])).code).toBe(0);
    expect((await runLevee(['verify', out], { env: { LEVEE_PUBLIC_KEYS: raw } })).code).toBe(0);
    const stranger = await runLevee(['verify', out]);
    expect(stranger.code).toBe(1);
    expect(stranger.out).toContain('wrongKey');
  });

  it(
    'leaves the old release whole, killed at any moment',
    async () => {
      const out = join(work, 'killed');
      await runLevee(['generate', '--precincts', '30', '--seed', '3', '--out', join(work, 'feed')]);
      expect((await runLevee(['compile', county, '--out', out, '--now', NOW])).code).toBe(0);
      const startedMs = performance.now();
      expect((await runLevee(['compile', join(work, 'feed'), '--out', join(work, 'timed')])).code).toBe(0);
      const wholeMs = performance.now() - startedMs;
      for (const share of [0.4, 0.7, 0.85, 0.95]) {
        await runLevee(['compile', join(work, 'feed'), '--out', out], { killAfterMs: share * wholeMs });
        const verified = await runLevee(['verify', out]);
        expect(verified).toMatchObject({ code: 0 });
      }
    },
    SLOW_MS,
  );
});
