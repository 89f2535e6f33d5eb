// levee lookup: one outcome, field by field; a file of addresses row by row; nothing told to anybody.

import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLevee } from '../run-levee';
import { NOW, SLOW_MS, sandboxRelease, workFolder } from './cli-work.fixture';

let [work, release] = ['', ''];

beforeAll(async () => {
  work = await workFolder();
  release = await sandboxRelease(work);
}, SLOW_MS);
afterAll(() => rm(work, { recursive: true, force: true }));

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
