// `levee export` as people run it: what it writes reads as the same data, and what it cannot write whole it does not write.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soundFeed } from '@/lib/ingest/feed.fixture';
import { expandZip } from '@/lib/ingest/files/expand-zip';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import { runLevee } from './run-levee';

let work = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'levee-export-'));
});
afterAll(() => rm(work, { recursive: true }));

async function folderOf(name: string, changes: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const folder = await mkdtemp(join(work, name));
  for (const [file, rows] of Object.entries({ ...soundFeed, ...changes })) {
    await writeFile(join(folder, file), `${rows.join('\n')}\n`);
  }
  return folder;
}

async function readZip(path: string) {
  const opened = await expandZip(new Uint8Array(await readFile(path)), path);
  return opened.ok ? (await readVipFlat(opened.value)).dataset : null;
}

describe('levee export', () => {
  it('writes a zip that reads as the same office, and the same bytes again', async () => {
    const folder = await folderOf('sound', {});
    const [first, second] = [join(work, 'a.zip'), join(work, 'b.zip')];
    const run = await runLevee(['export', folder, '--out', first, '--office', 'oh-made-up']);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('oh-made-up, 2 street segments, 2 precincts, 2 places');
    const dataset = await readZip(first);
    expect(dataset).toMatchObject({ officeId: 'oh-made-up', election: { date: '2026-11-03' } });
    expect((await runLevee(['export', first, '--out', second])).code).toBe(0);
    expect(await readFile(second)).toEqual(await readFile(first));
  });

  it("divides a state's one file, and tells what is whose", async () => {
    const folder = await folderOf('state', {
      'election_administration.txt': [
        'id,name,phone',
        'ea1,Oak Clerk,555-0100',
        'ea2,Elm Clerk,555-0101',
        'ea3,Fir Clerk,555-0102',
      ],
      'locality.txt': [
        'id,name,type,election_administration_id',
        'l1,Oak,county,ea1',
        'l2,Elm,county,ea2',
        'l3,Fir,county,ea3',
      ],
      'precinct.txt': [
        'id,name,locality_id,polling_location_ids',
        'p1,1,l1,pl1',
        'p2,2,l2,pl1',
        'p3,3,l3,pl9',
      ],
    });
    const out = join(work, 'parts');
    const run = await runLevee(['export', folder, '--out', out, '--split-by-office']);
    expect(run.code).toBe(1);
    expect((await readdir(out)).sort()).toEqual(['oh-elm-county.zip', 'oh-oak-county.zip']);
    expect(run.err).toContain('oh-fir-county: no precinct of it could be used');
    expect(run.out).toContain('place pl1 is in oh-oak-county, oh-elm-county');
    expect(await readZip(join(out, 'oh-elm-county.zip'))).toMatchObject({
      officeId: 'oh-elm-county',
      precincts: [{ id: 'p2' }],
    });
    const release = join(work, 'release');
    const compiled = await runLevee(['compile', folder, '--out', release, '--split-by-office']);
    expect(compiled).toMatchObject({ code: 0 });
    expect(compiled.out).toMatch(/offices +oh-elm-county, oh-oak-county/);
    expect(compiled.err).toContain('oh-fir-county');
  });

  it.each([
    [[]],
    [['a']],
    [['a', 'b', '--out', 'c']],
    [['a', '--out', 'c', '--office', 'x', '--split-by-office']],
  ])('is used wrongly with %j', async (args) => {
    expect((await runLevee(['export', ...args])).code).toBe(2);
  });

  it('writes nothing of a feed that cannot be used', async () => {
    const folder = await folderOf('bad', { 'election.txt': ['id,date', 'e1,someday'] });
    const run = await runLevee(['export', folder, '--out', join(work, 'none.zip')]);
    expect(run.code).toBe(1);
    expect(run.err).toContain('nothing was written');
    expect(await readdir(work)).not.toContain('none.zip');
  });
});

describe('levee export --release', () => {
  const objectsOf = async (release: string) => (await readdir(join(release, 'v1', 'objects'))).sort();
  const compileTo = (out: string, ...args: readonly string[]) =>
    runLevee(['compile', ...args, '--out', out, '--now', '2026-10-01T12:00:00Z', '--sequence', '7']);

  it('writes feeds that compile to the same objects and pages', async () => {
    const [first, second, feeds] = ['first', 'second', 'feeds'].map((name) => join(work, name)) as [
      string,
      string,
      string,
    ];
    const made = await folderOf('made', {});
    expect((await compileTo(first, made, '--sandbox')).code).toBe(0);
    const run = await runLevee(['export', '--release', first, '--out', feeds]);
    expect(run).toMatchObject({ code: 0, err: '' });
    const files = (await readdir(feeds)).sort();
    expect(files).toEqual([
      'oh-made-up-county.zip',
      expect.stringMatching(/^sandbox-county-\d{4}-11-\d\d\.zip$/),
      expect.stringMatching(/^sandbox-county-\d{4}-12-\d\d\.zip$/),
      'sandbox-town.zip',
    ]);
    const again = await compileTo(
      second,
      ...files.map((file) => join(feeds, file)),
      '--zip-counties',
      'data/sandbox/zip-counties.csv',
    );
    expect(again).toMatchObject({ code: 0 });
    expect(await objectsOf(second)).toEqual(await objectsOf(first));
  });

  it('writes one file where one list is asked for, and says what there is where none is meant', async () => {
    const release = join(work, 'one');
    expect((await compileTo(release, await folderOf('one', {}))).code).toBe(0);
    const file = join(work, 'one.zip');
    expect(await runLevee(['export', '--release', release, '--out', file])).toMatchObject({
      code: 0,
      err: '',
    });
    expect((await readZip(file))?.streetSegments.length).toBe(2);
    const other = await runLevee([
      'export',
      '--release',
      release,
      '--out',
      join(work, 'x.zip'),
      '--office',
      'oh-other',
    ]);
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('oh-made-up-county') });
    expect(await readdir(work)).not.toContain('x.zip');
  });

  it('believes nothing that is not signed, nor an object that was altered', async () => {
    const release = join(work, 'altered');
    expect((await compileTo(release, await folderOf('altered', {}))).code).toBe(0);
    const out = join(work, 'altered.zip');
    const exported = () => runLevee(['export', '--release', release, '--out', out]);
    const objects = join(release, 'v1', 'objects');
    const shard = (
      await Promise.all(
        (
          await objectsOf(release)
        ).map(async (name) => [name, await readFile(join(objects, name), 'utf8')] as const),
      )
    ).find(([, text]) => text.includes('"kind":"shard"'))!;
    await writeFile(join(objects, shard[0]), shard[1].replace('First School', 'Worst School'));
    expect(await exported()).toMatchObject({ code: 1, err: expect.stringContaining(shard[0]) });
    await writeFile(join(objects, shard[0]), shard[1]);
    expect((await exported()).code).toBe(0);
    await rm(out);
    const pointer = join(release, 'v1', 'current.json');
    await writeFile(
      pointer,
      (await readFile(pointer, 'utf8')).replace(/\\"sequence\\":7/, '\\"sequence\\":8'),
    );
    expect((await exported()).code).toBe(1);
    expect(await readdir(work)).not.toContain('altered.zip');
  });

  it.each([
    [['--release', 'a', 'b', '--out', 'c']],
    [['--release', 'a']],
    [['--release', 'a', '--out', 'c', '--split-by-office']],
  ])('is used wrongly with %j', async (args) => {
    expect((await runLevee(['export', ...args])).code).toBe(2);
  });
});
