// The command line as other programs meet it: exit codes, JSON field by field, order, and plain messages for
// everything that can be wrong with a file. The real command runs in a process of its own,
// but where only its arguments are looked at.

import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodes } from '@/lib/ingest/problem-codes';
import { runInProcess, runLevee } from './run-levee';

const county = fileURLToPath(new URL('../../data/sandbox/county', import.meta.url));
const NOW = '2026-11-22T12:00:00Z';
/** Many processes one after the other, on a machine that may be busy. */
const SLOW_MS = 240_000;
let work = '';
let release = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'levee-cli-'));
  release = join(work, 'release');
  const made = await runLevee(['compile', '--sandbox', '--out', release, '--now', NOW]);
  expect(made).toMatchObject({ code: 0, err: '' });
}, SLOW_MS);
afterAll(() => rm(work, { recursive: true, force: true }));

/** A copy of the practice county's files with one of them changed; null leaves it out. */
async function feedWith(name: string, file: string, content: string | Uint8Array | null): Promise<string> {
  const folder = join(work, name);
  await cp(county, folder, { recursive: true });
  if (content === null) await rm(join(folder, file));
  else await writeFile(join(folder, file), content);
  return folder;
}

async function segmentsWith(change: (line: string, row: number) => string): Promise<string> {
  const lines = (await readFile(join(county, 'street_segment.csv'), 'utf8')).trimEnd().split('\n');
  return `${lines.map((line, index) => change(line, index + 1)).join('\n')}\n`;
}

async function jsonProblems(folder: string) {
  const { code, out, err } = await runLevee(['validate', folder, '--json']);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { code, err, summary: lines.at(-1).summary, problems: lines.slice(0, -1) };
}

describe('levee', () => {
  it.each([
    ['no command', [], 2],
    ['an unknown command', ['frobnicate'], 2],
    ['--help', ['--help'], 0],
    ['help', ['help'], 0],
    ['help of an unknown command', ['help', 'frobnicate'], 2],
  ])('%s', async (_name, args, code) => {
    const run = await runInProcess(args);
    expect(run.code).toBe(code);
    expect(code === 0 ? run.out : run.err).toContain('levee COMMAND --help');
    expect(code === 0 ? run.err : run.out).toBe('');
  });

  it.each(['validate', 'compile', 'lookup', 'verify', 'generate', 'bench'])(
    '%s explains itself, and is used wrongly with an option that it does not have',
    async (command) => {
      const [help, wrong] = await Promise.all([
        runInProcess([command, '--help']),
        runInProcess([command, '--frobnicate']),
      ]);
      expect(help).toMatchObject({ code: 0, err: '' });
      expect(help.out).toMatch(new RegExp(`^Usage: levee ${command}`));
      expect(wrong).toMatchObject({ code: 2, out: '' });
      expect(wrong.err).toContain('--frobnicate');
      expect(wrong.err).toContain(`levee ${command} --help`);
    },
  );

  it.each([
    ['validate without a SOURCE', ['validate']],
    ['compile without a SOURCE', ['compile', '--out', '/tmp/nowhere']],
    ['compile without --out', ['compile', county]],
    ['compile with a number that is none', ['compile', county, '--out', '/tmp/nowhere', '--sequence', '-1']],
    ['compile with a day that is none', ['compile', county, '--out', '/tmp/nowhere', '--now', '2026-06-31']],
    ['compile with an origin that is none', ['compile', county, '--out', '/tmp/nowhere', '--origin', 'vote']],
    [
      'compile with one office for two SOURCEs',
      ['compile', county, county, '--out', '/tmp/x', '--office', 'a'],
    ],
    ['lookup without a release', ['lookup', '112 Heron St 00001']],
    ['lookup without an address', ['lookup', '--release', '/tmp']],
    ['lookup of an address and a file', ['lookup', '--release', '/tmp', '--batch', 'x.csv', '12 Oak St']],
    ['verify without a release', ['verify']],
    ['generate without a size', ['generate', '--seed', '1', '--out', '/tmp/nowhere']],
    [
      'generate with half a precinct',
      ['generate', '--precincts', '0.5', '--seed', '1', '--out', '/tmp/nowhere'],
    ],
    ['bench of two sizes', ['bench', '--rows', '5', '--precincts', '5']],
  ])('%s is used wrongly', async (_name, args) => {
    expect(await runInProcess(args)).toMatchObject({ code: 2, out: '' });
  });

  it('hands its exit codes to the shell', async () => {
    const [help, wrong] = await Promise.all([runLevee(['help', 'verify']), runLevee(['verify'])]);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(wrong).toMatchObject({ code: 2, out: '' });
  });

  it('runs from any folder', async () => {
    expect((await runLevee(['verify', release], { cwd: tmpdir() })).code).toBe(0);
  });
});

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

  it('finds nothing worse than a warning in a sound file', async () => {
    const town = fileURLToPath(new URL('../../data/sandbox/town', import.meta.url));
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
      await feedWith('zip', 'street_segment.csv', segments),
    );
    const error = problems.find(({ severity }) => severity === 'error');
    expect(code).toBe(1);
    expect(error).toMatchObject({ file: 'street_segment.csv', row: 7, column: 'zip', value: '1' });
    expect(error.message).toBe(
      `${problemCodes['zip-unreadable'].meaning} ${problemCodes['zip-unreadable'].remedy}`,
    );
    // Nothing says whose ZIP that was: a row for every street of a ZIP may not answer for it.
    expect(problems.filter(({ severity }) => severity === 'error').map((each) => each.code)).toEqual([
      'zip-unreadable',
      'every-street-uncertain',
    ]);
    expect(summary).toMatchObject({ errors: 2, segments: 111 });
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

/** A zip whose one table unpacks to far more than it weighs. */
function zipBomb(): Uint8Array {
  return zipSync({ 'street_segment.csv': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
}

describe('levee compile refuses', () => {
  const table = 'street_segment.csv';
  it.each([
    ['an empty file', async () => feedWith('empty', table, ''), [table, 'empty', 'Export']],
    [
      'a file that is not text',
      async () =>
        feedWith('binary', table, new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3, 0, 0, 0])),
      [table, 'file-pdf', 'This is a PDF', 'CSV'],
    ],
    [
      'wrong columns',
      async () => feedWith('columns', table, 'id,road\n1,OAK ST\n'),
      [table, 'row 1', 'column', 'Add the column'],
    ],
    [
      'a cell of 10,001 characters',
      async () =>
        feedWith(
          'cell',
          table,
          await segmentsWith((line, row) => (row === 2 ? line.replace('MAIN', 'M'.repeat(10_001)) : line)),
        ),
      [table, 'row 2', 'street_name', '10,000', 'quotation mark'],
    ],
    [
      'a folder by the name of a file',
      async () => {
        const folder = await feedWith('folder', table, null);
        await mkdir(join(folder, table));
        return folder;
      },
      [table, 'could not be read', 'Copy or export'],
    ],
    ['a missing file', async () => feedWith('missing', 'precinct.csv', null), ['precinct', 'Add the file']],
    [
      'missing places',
      async () => feedWith('placeless', 'polling_location.csv', null),
      ['polling_location.txt', 'Precincts lead to polling places', 'Add the file'],
    ],
    [
      'a file of which not one row is left, and why',
      async () =>
        feedWith('left', table, await segmentsWith((line, row) => (row === 1 ? line : `${line},x`))),
      [table, 'Not one row', 'row 2', 'more cells than the header'],
    ],
    [
      'a zip bomb',
      async () => {
        const archive = join(work, 'bomb.zip');
        await writeFile(archive, zipBomb());
        return archive;
      },
      ['bomb.zip', 'street_segment.csv'],
    ],
    [
      'a path that is not there',
      async () => join(work, 'nowhere'),
      ['nowhere', 'no such file', 'Check the path'],
    ],
    [
      'a single file that is empty',
      async () => {
        await writeFile(join(work, 'voters.csv'), '\n \n');
        return join(work, 'voters.csv');
      },
      ['voters.csv', 'empty', 'Export'],
    ],
    [
      'a single file that is part of no feed',
      async () => {
        await writeFile(join(work, 'list.csv'), 'name,street\nA,B\n');
        return join(work, 'list.csv');
      },
      ['election.txt', 'Add the file'],
    ],
    [
      'a folder without files',
      async () => {
        await mkdir(join(work, 'bare'), { recursive: true });
        return join(work, 'bare');
      },
      ['bare', 'There is no file', 'Name the folder'],
    ],
  ])('%s, and writes nothing', async (name, make, words) => {
    const source = await make();
    const out = join(work, `out-${name.replaceAll(' ', '-')}`);
    const run = await runLevee(['compile', source, '--out', out]);
    expect(run).toMatchObject({ code: 1, out: '' });
    for (const word of words) expect(run.err).toContain(word);
    expect(run.err).not.toMatch(/\bat .*\.ts:\d/);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const folder = await feedWith('locked', table, 'id\n');
    await chmod(join(folder, table), 0o000);
    const run = await runLevee(['compile', folder, '--out', join(work, 'out-locked')]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('no permission');
  });

  it('a key that is none', async () => {
    const key = join(work, 'no-key.json');
    await writeFile(key, '{}');
    const out = join(work, 'out-key');
    const run = await runLevee(['compile', county, '--out', out, '--key', key]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain(key);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('two SOURCEs of one office', async () => {
    const run = await runLevee(['compile', county, county, '--out', join(work, 'out-twice')]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('two SOURCEs');
  });

  it('a folder that it cannot write to', async () => {
    const file = join(work, 'a-file');
    await writeFile(file, '');
    const run = await runLevee(['compile', county, '--out', join(file, 'release')]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('Check the path');
  });

  it.skipIf(process.platform !== 'linux')('a folder where nobody can make one', async () => {
    const run = await runLevee(['compile', county, '--out', '/proc/levee']);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(/\/proc\/levee.*path/);
  });
});

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

describe('levee lookup', () => {
  it('prints one outcome with every field of the contract', async () => {
    const run = await runLevee([
      'lookup',
      '--release',
      release,
      '--now',
      NOW,
      '112 Heron St, Practice Falls, ZZ 00001',
    ]);
    expect(run).toMatchObject({ code: 0, err: '' });
    const outcome = JSON.parse(run.out);
    expect(outcome).toMatchObject({
      kind: 'found',
      understood: {
        houseNumber: '112',
        street: 'HERON ST',
        unit: null,
        city: 'Practice Falls',
        state: 'ZZ',
        zip: '00001',
      },
      pollingLocations: [
        {
          id: 'pl-01',
          name: 'Heron Library (practice place)',
          line1: '100 Heron St',
          city: 'Practice Falls',
          state: 'ZZ',
          zip: '00001',
          latLng: [26.001, -90.002],
        },
      ],
      precincts: [{ id: 'pre-104', name: 'Practice Falls 4', number: '104', locality: 'loc-county' }],
      offices: [{ name: 'Sandbox County Elections Office (practice)', phone: '555-0100' }],
      confirmLocality: null,
      election: { name: 'Practice General Election', date: '2027-11-02', over: false },
      notices: [],
      asOf: NOW,
    });
    expect(outcome.sequence).toBeTypeOf('number');
    expect(run.out.trimEnd()).not.toContain('\n');
  });

  it.each([
    ['45 Oak, Practice Falls, ZZ 00001', { kind: 'choose', didYouMean: false, pollingLocations: [] }],
    ['112 Herron St, Practice Falls, ZZ 00001', { kind: 'choose', didYouMean: true, pollingLocations: [] }],
    [
      '9000 Heron St, Practice Falls, ZZ 00001',
      { kind: 'missing', reason: 'numberUnknown', pollingLocations: [] },
    ],
    [
      '12 Heron St, Elsewhere, ZZ 00009',
      { kind: 'notCovered', coveredBy: { county: 'Next-Door', state: 'ZZ' } },
    ],
    ['PO Box 9, Practice Falls, ZZ 00001', { kind: 'unreadable', reason: 'poBox', pollingLocations: [] }],
  ])('%s', async (address, expected) => {
    const run = await runLevee(['lookup', '--release', release, '--now', NOW, address]);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject(expected);
  });

  it('gives the candidates of a choice with street, unit, town and places', async () => {
    const run = await runLevee(['lookup', '--release', release, '500 Harbor Blvd, Practice Falls, ZZ 00001']);
    const { candidates } = JSON.parse(run.out);
    expect(candidates.length).toBe(2);
    for (const candidate of candidates) {
      expect(candidate).toMatchObject({ street: 'HARBOR BLVD', city: 'Practice Falls' });
      expect(candidate.unit).toMatch(/\d/);
      expect(candidate.pollingLocations).toHaveLength(1);
    }
  });

  it('takes the time it is given: the day after, the election is over', async () => {
    const address = '112 Heron St, Practice Falls, ZZ 00001';
    const run = await runLevee(['lookup', '--release', release, '--now', '2027-11-04T12:00:00Z', address]);
    expect(JSON.parse(run.out).election).toMatchObject({ over: true });
  });

  it('answers a file row by row, in its order', async () => {
    const file = join(work, 'batch.csv');
    const rows = [
      ['1', '112 Heron St, Practice Falls, ZZ 00001', 'found'],
      ['2', '45 Oak, Practice Falls, ZZ 00001', 'choose'],
      ['3', '', 'unreadable'],
      ['4', '20 Quiet Ln\nPractice Falls, ZZ 00002', 'noElection'],
      ['5', '75 Willow Way, Practice Falls, ZZ 00001', 'conflict'],
      ['6', '20 "Mailbox" Rd, Practice Falls, ZZ 00002', 'byMail'],
    ];
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = rows.map((row) => row.map(cell).join(','));
    await writeFile(file, `\uFEFFid,address,kind\r\n${lines.join('\r\n')}\r\n`);
    const run = await runLevee(['lookup', '--release', release, '--batch', file]);
    expect(run).toMatchObject({ code: 0, err: '' });
    const kinds = run.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(rows.map(([, , kind]) => kind));
  });

  it('reads another column, and stdin', async () => {
    const input = 'where\n"112 Heron St, Practice Falls, ZZ 00001"\n';
    const run = await runLevee(['lookup', '--release', release, '--batch', '-', '--column', 'where'], {
      input,
    });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out).kind).toBe('found');
  });

  it('says which columns there are where the one asked for is not', async () => {
    const input = 'where,when\nhere,now\n';
    const run = await runLevee(['lookup', '--release', release, '--batch', '-'], { input });
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('where, when');
    expect(run.err).toContain('--column');
  });

  it('cannot check without a release, and says so as an answer', async () => {
    const run = await runLevee(['lookup', '--release', join(work, 'nowhere'), '112 Heron St 00001']);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({
      kind: 'cannotCheck',
      reason: 'unreachable',
      pollingLocations: [],
    });
    expect(run.err).not.toContain('Heron');
  });

  it('cannot check by a shard that was altered, and never answers from it', async () => {
    const altered = join(work, 'altered');
    await cp(release, altered, { recursive: true });
    const objects = join(altered, 'v1', 'objects');
    for (const name of await readdir(objects)) {
      const text = await readFile(join(objects, name), 'utf8');
      if (text.includes('Heron Library'))
        await writeFile(join(objects, name), text.replaceAll('Heron', 'Robin'));
    }
    const run = await runLevee(['lookup', '--release', altered, '112 Heron St, Practice Falls, ZZ 00001']);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({
      kind: 'cannotCheck',
      reason: 'notVerified',
      pollingLocations: [],
    });
    const verified = await runLevee(['verify', altered]);
    expect(verified.code).toBe(1);
    expect(verified.out).toMatch(/^error wrongHash \/v1\/objects\/[0-9a-f]{64}\.json:/m);
  });
});

describe('a release behind an address', () => {
  const asked: string[] = [];
  let server: Server;
  let address = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
      readFile(join(release, request.url ?? '')).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`;
  });
  afterAll(() => server.close());

  it('answers, and is told no part of an address', async () => {
    const text = '112 Heron St, Practice Falls, ZZ 00001';
    const run = await runLevee(['lookup', '--release', address, text]);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(run.out)).toMatchObject({ kind: 'found' });
    expect(asked.length).toBeGreaterThan(2);
    for (const request of asked) {
      expect(request).toMatch(/^GET \/v1\/(current|objects\/[0-9a-f]{64})\.json /);
      expect(request).not.toMatch(/heron|00001|practice/i);
    }
  });

  it('is verified as a folder is', async () => {
    const [there, here] = await Promise.all([runLevee(['verify', address]), runLevee(['verify', release])]);
    expect(there).toEqual(here);
  });
});

describe('levee verify', () => {
  const altering = async (name: string, change: (folder: string) => Promise<void>) => {
    const folder = join(work, `verify-${name}`);
    await cp(release, folder, { recursive: true });
    await change(folder);
    return runLevee(['verify', folder]);
  };

  it('finds nothing wrong with a whole release', async () => {
    const run = await runLevee(['verify', release]);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('all right');
  });

  it('names a file that is gone', async () => {
    let gone = '';
    const run = await altering('gone', async (folder) => {
      const objects = join(folder, 'v1', 'objects');
      gone = (await readdir(objects))[0] ?? '';
      await rm(join(objects, gone));
    });
    expect(run.code).toBe(1);
    expect(run.out).toContain(gone);
  });

  it('names a pointer whose signature is wrong', async () => {
    const run = await altering('signature', async (folder) => {
      const file = join(folder, 'v1', 'current.json');
      await writeFile(file, (await readFile(file, 'utf8')).replace(/sequence\\":(\d)/, 'sequence\\":9$1'));
    });
    expect(run.code).toBe(1);
    expect(run.out).toContain('badSignature /v1/current.json');
  });

  it('names a release that was put back', async () => {
    const run = await runLevee(['verify', release, '--min-sequence', '99999999999']);
    expect(run.code).toBe(1);
    expect(run.out).toContain('lowerSequence');
  });

  it('says that there is no release', async () => {
    const run = await runLevee(['verify', join(work, 'nowhere')]);
    expect(run.code).toBe(1);
    expect(run.out).toContain('notFound /v1/current.json');
  });
});

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

describe('levee bench', () => {
  it(
    'prints every figure beside its target, as JSON on request',
    async () => {
      const run = await runLevee(['bench', '--precincts', '30', '--json']);
      expect(run).toMatchObject({ code: 0, err: '' });
      const { targets, rows } = JSON.parse(run.out);
      expect(rows).toBeGreaterThan(500);
      expect(targets).toHaveLength(15);
      for (const { name, value, target, limit, met } of targets) {
        expect(name).toMatch(/\w/);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(met).toBe(limit === 'most' ? value <= target : value >= target);
      }
    },
    SLOW_MS,
  );
});
