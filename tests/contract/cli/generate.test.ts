// levee generate: a feed of its own whose answers are known.

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLevee } from '../run-levee';
import { SLOW_MS, workFolder } from './cli-work.fixture';

let work = '';

beforeAll(async () => {
  work = await workFolder();
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('levee generate', () => {
  it(
    'makes a feed whose golden addresses all answer as it says',
    async () => {
      const feed = join(work, 'golden-feed');
      const out = join(work, 'golden-release');
      expect((await runLevee(['generate', '--precincts', '120', '--seed', '11', '--out', feed])).code).toBe(
        0,
      );
      expect((await runLevee(['compile', feed, '--out', out])).code).toBe(0);
      const run = await runLevee(['lookup', '--release', out, '--batch', join(feed, 'golden.csv')]);
      expect(run).toMatchObject({ code: 0, err: '' });
      const answers = run.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ kind, pollingLocations }) => [
          kind,
          pollingLocations.map(({ id }: { id: string }) => id).sort(),
        ]);
      const golden = (await readFile(join(feed, 'golden.csv'), 'utf8'))
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => /^(?:"[^"]*"|[^,]*),(\w+),([^,]*),/.exec(line) ?? [])
        .map(([, kind, ids]) => [
          kind,
          (ids ?? '')
            .split(' ')
            .filter((id) => id !== '')
            .sort(),
        ]);
      expect(golden.length).toBeGreaterThan(100);
      expect(answers).toEqual(golden);
    },
    SLOW_MS,
  );
});
