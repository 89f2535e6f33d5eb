// A list of precincts and places on the command line: over a feed whose streets it takes, and alone.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedWith } from '@/lib/ingest/feed.fixture';
import { runLevee } from './run-levee';

let work = '';
const at = (...names: readonly string[]) => join(work, ...names);

async function folder(name: string, files: Readonly<Record<string, readonly string[]>>): Promise<string> {
  await mkdir(at(name));
  for (const [file, rows] of Object.entries(files)) await writeFile(at(name, file), `${rows.join('\n')}\n`);
  return at(name);
}

const header = 'PCT,VOTES AT,STREET,TOWN,ZIP';
const feed = feedWith({
  'locality.txt': [
    'id,name,type,state_id,election_administration_id,time_zone',
    'loc1,Wyandot,county,st39,ea1,America/New_York',
  ],
  'precinct.txt': [
    'id,name,number,locality_id,polling_location_ids',
    'p1,North,004,loc1,pl1',
    'p2,South,04A,loc1,pl2',
    'p3,West,PCT 5,loc1,pl2',
  ],
  'polling_location.txt': [
    'id,name,structured_line_1,structured_city,structured_state,structured_zip',
    'pl1,First School,1 Oak St,Carey,OH,43316',
    'pl2,Second School,2 Elm St,Carey,OH,43316',
  ],
  'street_segment.txt': [
    'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id',
    'a,1,99,both,OAK,ST,Carey,OH,43316,p1',
    'b,1,99,both,ELM,ST,Carey,OH,43316,p2',
    'c,1,99,both,FIR,ST,Carey,OH,43316,p3',
  ],
});

/** Proposes the columns of a list, and says that they are right, as somebody at the desk does. */
async function confirmed(list: string, name: string): Promise<string> {
  const file = at(name);
  expect((await runLevee(['mapping', list, '--state', 'OH', '--out', file])).code).toBe(0);
  await writeFile(file, (await readFile(file, 'utf8')).replace('"confirmed": false', '"confirmed": true'));
  return file;
}

async function ask(release: string, street: string) {
  const { out } = await runLevee([
    'lookup',
    '--release',
    release,
    '--now',
    '2026-10-15T12:00:00Z',
    `${street}, Carey, OH 43316`,
  ]);
  const { kind, reason, pollingLocations } = JSON.parse(out);
  return [kind, reason ?? pollingLocations.map(({ name }: { readonly name: string }) => name).join()];
}

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'levee-list-'));
  await folder('feed', feed);
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('a list of precincts and places', () => {
  it('moves the streets of a release that was exported, and leaves out those of precincts that it does not name', async () => {
    const first = at('first');
    expect((await runLevee(['compile', at('feed'), '--out', first])).code).toBe(0);
    expect(await ask(first, '5 Oak St')).toEqual(['found', 'First School']);
    const live = at('live.zip');
    expect((await runLevee(['export', '--release', first, '--out', live])).code).toBe(0);

    const whole = await folder('list', {
      'places.csv': [
        header,
        '4,New Gym,7 Gym Ln,Carey,43316',
        '4A,Second School,2 Elm Street,Carey,43316',
        '5,First School,1 Oak St,Carey,43316',
      ],
    });
    const mapping = await confirmed(at('list', 'places.csv'), 'whole.json');
    const second = at('second');
    const run = await runLevee([
      'compile',
      whole,
      '--mapping',
      mapping,
      '--live',
      live,
      '--out',
      second,
      '--strict',
    ]);
    expect(run).toMatchObject({ code: 0 });
    expect([
      await ask(second, '5 Oak St'),
      await ask(second, '5 Elm St'),
      await ask(second, '5 Fir St'),
    ]).toEqual([
      ['found', 'New Gym'],
      ['found', 'Second School'],
      ['found', 'First School'],
    ]);

    const short = await folder('short', {
      'places.csv': [header, '4,New Gym,7 Gym Ln,Carey,43316', '4A,Second School,2 Elm Street,Carey,43316'],
    });
    const third = at('third');
    const left = ['compile', short, '--mapping', mapping, '--live', live, '--out', third];
    expect((await runLevee(left)).code).toBe(0);
    expect((await runLevee([...left, '--strict'])).code).toBe(1);
    expect([await ask(third, '5 Oak St'), await ask(third, '5 Fir St')]).toEqual([
      ['found', 'New Gym'],
      ['missing', 'numberUnknown'],
    ]);
  });

  it('is published alone: its addresses are not looked up, and not said to be nobody’s', async () => {
    const alone = await folder('alone', {
      'places.csv': [header, '4,New Gym,7 Gym Ln,Carey,43316', '4A,Second School,2 Elm St,Carey,43316'],
      'election.txt': feed['election.txt']!,
      'locality.txt': feed['locality.txt']!,
      'election_administration.txt': feed['election_administration.txt']!,
    });
    const mapping = await confirmed(at('alone', 'places.csv'), 'alone.json');
    const release = at('alone-release');
    expect(await runLevee(['compile', alone, '--mapping', mapping, '--out', release])).toMatchObject({
      code: 0,
    });
    expect((await runLevee(['verify', release])).code).toBe(0);
    for (const address of ['5 Oak St', '1 Nowhere Rd', '99999 County Hwy 7']) {
      expect(await ask(release, address)).toEqual(['missing', 'streetsNotLoaded']);
    }
    // The precincts are in it all the same.
    const back = at('alone.zip');
    expect(await runLevee(['export', '--release', release, '--out', back])).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 precincts, 2 places'),
    });
  });

  it('says where the feed that it is to be laid over cannot be had, and that one list goes over one feed', async () => {
    const none = await runLevee(['compile', at('list'), '--live', at('nowhere'), '--out', at('none')]);
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('nowhere') });
    const two = ['compile', at('list'), at('short'), '--live', at('feed'), '--out', at('none')];
    expect((await runLevee(two)).code).toBe(2);
  });
});
