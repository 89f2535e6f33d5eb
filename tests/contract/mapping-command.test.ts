// `levee mapping` and `--mapping` as other programs meet them: what is proposed, what is refused until a person has confirmed it,
// and exit codes.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run-levee';

let work = '';
let list = '';
let upload = '';
const at = (name: string) => join(work, name);

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'levee-mapping-'));
  upload = at('upload');
  await mkdir(upload);
  list = join(upload, 'streets.csv');
  const rows = [
    'Exampleton Street List',
    'LOW,HIGH,O/E,ST_NAME,ST_TYPE,CITY,ZIP,PCT,POLL_NAME,POLL_ADDR,POLL_CITY,POLL_ZIP',
    '1,99,O,OAK,ST,EXAMPLETON,39120,101,City Hall,1 Main St,EXAMPLETON,39120',
    '2,98,E,OAK,ST,EXAMPLETON,39120,102,Oak School,9 Oak St,EXAMPLETON,39120',
    '1,99,O,ELM,AVE,EXAMPLETON,39120,102,Oak School,9 Oak St,EXAMPLETON,39120',
    'Total: 3',
  ];
  await writeFile(list, `${rows.join('\n')}\n`);
  await writeFile(join(upload, 'election.csv'), 'id,name,date\ne1,General Election,2026-11-03\n');
});
afterAll(() => rm(work, { recursive: true, force: true }));

const codes = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .flatMap((line) => JSON.parse(line).code ?? []);

describe('levee mapping', () => {
  it('proposes, and what it writes counts only once somebody has confirmed it', async () => {
    const file = at('mapping.json');
    expect(await runInProcess(['mapping', list, '--state', 'MS', '--out', file])).toMatchObject({
      code: 0,
      out: '',
    });
    const text = await readFile(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      tables: [
        {
          file: 'streets.csv',
          confirmed: false,
          mapping: {
            kind: 'ranges',
            columns: { rangeStart: 0, precinctId: 7, placeName: 8 },
            always: { state: 'MS' },
          },
          confidence: { precinctId: 'sure' },
          headerRow: 2,
        },
      ],
    });
    const unread = await runInProcess(['validate', list, '--mapping', file]);
    expect(unread).toMatchObject({ code: 2, err: expect.stringContaining('"confirmed": true') });
    expect(codes((await runInProcess(['validate', list, '--json'])).out)).toContain('columns-unconfirmed');

    await writeFile(file, text.replace('"confirmed": false', '"confirmed": true'));
    const read = (await runInProcess(['validate', upload, '--json', '--mapping', file])).out;
    expect(codes(read)).not.toContain('columns-unconfirmed');
    expect(codes(read)).toContain('lines-left-out');
    const { summary } = JSON.parse(read.trimEnd().split('\n').at(-1) ?? '');
    expect(summary).toMatchObject({ segments: 3, precincts: 2, pollingLocations: 2 });
    const again = await runInProcess(['mapping', list, '--mapping', file]);
    expect(JSON.parse(again.out).tables[0].confirmed).toBe(true);
  });

  it('proposes by the row of names that somebody says, and applies that', async () => {
    const odd = at('odd.csv');
    const rows = [
      'WARD,PLACE,STREET',
      'WARD 1,HALL,MAIN ST',
      'Uno,Dos,Tres',
      'WARD 2,SCHOOL,OAK ST',
      'WARD 3,LODGE,ELM ST',
    ];
    await writeFile(odd, `${rows.join('\n')}\n`);
    const said = async (row: string) =>
      JSON.parse((await runInProcess(['mapping', odd, '--header-row', row])).out).tables[0];
    expect(await said('3')).toMatchObject({
      headerRow: 3,
      mapping: { header: ['Uno', 'Dos', 'Tres'] },
      samples: [
        ['WARD 2', 'SCHOOL', 'OAK ST'],
        ['WARD 3', 'LODGE', 'ELM ST'],
      ],
    });
    expect(await said('none')).toMatchObject({ headerRow: null, mapping: { header: null } });
    const table = { ...(await said('3')), confirmed: true };
    const mapping = { ...table.mapping, kind: 'precinctPlaces', columns: { precinctId: 0, placeName: 1 } };
    const file = at('odd.json');
    const saved = { kind: 'levee-mappings', version: 1, tables: [{ ...table, mapping }] };
    await writeFile(file, JSON.stringify(saved));
    const again = JSON.parse((await runInProcess(['mapping', odd, '--mapping', file])).out).tables[0];
    expect(again).toMatchObject({
      confirmed: true,
      headerRow: 3,
      mapping: { header: ['Uno', 'Dos', 'Tres'] },
    });
  });

  it('leaves an existing file alone', async () => {
    await writeFile(at('there.json'), 'mine');
    const { code, err } = await runInProcess(['mapping', list, '--out', at('there.json')]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('already') });
    expect(await readFile(at('there.json'), 'utf8')).toBe('mine');
  });

  it('ends with 1 where a table looks like no list for voters', async () => {
    await writeFile(at('note.csv'), 'Dear county\nplease find our files\nof last week\n');
    const { code, out } = await runInProcess(['mapping', at('note.csv')]);
    expect(code).toBe(1);
    expect(JSON.parse(out).tables).toMatchObject([{ mapping: { kind: 'ignored' } }]);
  });

  it.each([
    ['no SOURCE', ['mapping']],
    ['a state that is none', ['mapping', 'x.csv', '--state', 'Ohio']],
    ['a file of mappings that is not there', ['mapping', 'x.csv', '--mapping', 'none.json']],
    ['the same for validate', ['validate', 'x.csv', '--mapping', 'none.json']],
    ['the same for compile', ['compile', 'x.csv', '--out', 'release', '--mapping', 'none.json']],
    ['a row of names that is no number', ['mapping', 'x.csv', '--header-row', 'first']],
    ['the same for export', ['export', 'x.csv', '--out', 'x.zip', '--mapping', 'none.json']],
  ])('is used wrongly: %s', async (_, args) => {
    expect((await runInProcess(args)).code).toBe(2);
  });
});
