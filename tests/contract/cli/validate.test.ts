// levee validate: one problem a line, as other programs read it.

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodes } from '@/lib/ingest/problems/problem-codes';
import { runInProcess, runLevee } from '../run-levee';
import { county, feedWith, jsonProblems, segmentsWith, workFolder } from './cli-work.fixture';

let work = '';

beforeAll(async () => {
  work = await workFolder();
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('levee validate', () => {
  it('prints one problem a line as JSON, then the summary', async () => {
    const { code, err, summary, problems } = await jsonProblems(county);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    for (const problem of problems) {
      const fields = ['code', 'severity', 'file', 'row', 'column', 'value', 'message'];
      expect(Object.keys(problem)).toEqual(fields);
      expect(['error', 'conflict', 'warning']).toContain(problem.severity);
    }
    const of = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
    expect(summary).toEqual({
      segments: 113,
      precincts: 41,
      pollingLocations: 29,
      errors: 0,
      conflicts: of('conflict'),
      warnings: of('warning'),
    });
    expect(summary.conflicts).toBeGreaterThan(0);
  });

  it('leads from what it found to an example, in words for people only', async () => {
    const { out } = await runLevee(['validate', county]);
    const code = /levee explain ([a-z-]+)\)\n$/.exec(out)?.[1] ?? '';
    expect(out).toContain(` ${code} (`);
    expect((await runInProcess(['explain', code])).code).toBe(0);
  });

  it('finds nothing worse than a warning in a sound file', async () => {
    const town = join(county, '..', 'town');
    expect((await runLevee(['validate', town])).code).toBe(0);
  });

  it('reads a zip as it reads the folder', async () => {
    const names = await readdir(county);
    const files = await Promise.all(
      names.map(async (name) => [name, new Uint8Array(await readFile(join(county, name)))] as const),
    );
    const archive = join(work, 'county.zip');
    await writeFile(archive, zipSync(Object.fromEntries(files)));
    const { summary } = await jsonProblems(archive);
    expect(summary).toEqual((await jsonProblems(county)).summary);
  });

  it('names file, row, column, value and remedy of a bad cell', async () => {
    const segments = await segmentsWith((line, row) => (row === 7 ? line.replace(/,00001,/, ',1,') : line));
    const { code, problems, summary } = await jsonProblems(
      await feedWith(work, 'zip', 'street_segment.csv', segments),
    );
    const error = problems.find(({ severity }) => severity === 'error');
    expect(code).toBe(1);
    expect(error).toMatchObject({ file: 'street_segment.csv', row: 7, column: 'zip', value: '1' });
    expect(error.message).toBe(
      `${problemCodes['zip-unreadable'].meaning} ${problemCodes['zip-unreadable'].remedy}`,
    );
    // Nothing says whose ZIP that was: its addresses are held in every ZIP of its town, where no other row has them.
    expect(problems.filter(({ severity }) => severity === 'error').map((each) => each.code)).toEqual([
      'zip-unreadable',
    ]);
    expect(summary).toMatchObject({ errors: 1, segments: 112 });
  });

  it('tells of a path that is not there like of any other problem', async () => {
    const nowhere = join(work, 'nowhere');
    const { code, problems, summary } = await jsonProblems(nowhere);
    expect(code).toBe(1);
    expect(problems).toMatchObject([
      { code: 'file-unreadable', severity: 'fatal', file: nowhere, row: null },
    ]);
    expect(summary).toMatchObject({ errors: 1, segments: 0 });
  });

  it('names the SOURCE of a problem where there are several', async () => {
    const { out } = await runLevee(['validate', county, county, '--json']);
    const [first] = out.split('\n');
    expect(JSON.parse(first ?? '').file).toMatch(/county\/\w+\.csv$/);
  });
});
