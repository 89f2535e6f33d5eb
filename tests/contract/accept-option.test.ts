// The command line's way with repairs: `validate` names them, `--accept` applies them, and nothing is applied unasked.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedWith } from '@/lib/ingest/feed.fixture';
import { runInProcess } from './run-levee';

let folder = '';
let feed = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'levee-accept-'));
  feed = join(folder, 'feed');
  mkdirSync(feed);
  const spoilt = feedWith({
    'street_segment.txt': [
      'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id',
      'ss1,1,99,odd,OAK,ST,Springvale,OH,43999.0,p1',
      'ss2,2,98.0,even,OAK,ST,Springvale,OH,43999,p2',
      'ss3,101,199,odd,OAK,ST,Springvale,OH,43999,p1',
    ],
  });
  for (const [name, rows] of Object.entries(spoilt)) writeFileSync(join(feed, name), `${rows.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const last = (out: string) => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

describe('levee validate', () => {
  it('names what could be repaired, and how, and repairs nothing', async () => {
    const { code, out } = await runInProcess(['validate', feed]);
    expect(code).toBe(1);
    expect(out).toContain('could be repaired number-format (1): street_segment.txt, column zip\n');
    expect(out).toContain('  row 2: ["43999.0"] -> ["43999"]\n');
    expect(out).toContain('look at them, then --accept number-format\n');
    expect(out).toContain('1 street segments');
  });

  it('says them beside the summary as JSON', async () => {
    const { out } = await runInProcess(['validate', feed, '--json']);
    expect(last(out)).toMatchObject({
      summary: { segments: 1, errors: 2 },
      suggestions: [
        { kind: 'number-format', column: 'end_house_number', count: 1, applied: false },
        { kind: 'number-format', column: 'zip', first: [{ row: 2, before: ['43999.0'], after: ['43999'] }] },
      ],
    });
  });

  it('applies what is accepted, of all columns or of one', async () => {
    const all = await runInProcess(['validate', feed, '--json', '--accept', 'number-format']);
    expect([all.code, last(all.out).summary.segments]).toEqual([0, 3]);
    const one = await runInProcess(['validate', feed, '--json', '--accept', 'number-format:zip']);
    expect([one.code, last(one.out).summary.segments]).toEqual([1, 2]);
  });

  it.each(['zeros', 'lost_zeros:zip', ':zip'])('takes no kind %j', async (kind) => {
    const { code, err } = await runInProcess(['validate', feed, '--accept', kind]);
    expect(code).toBe(2);
    expect(err).toContain('lost-zeros');
  });
});

describe('levee compile', () => {
  it('applies what is accepted and says so, and says where there was nothing', async () => {
    const args = ['compile', feed, '--out', join(folder, 'out'), '--strict', '--now', '2026-11-01T12:00:00Z'];
    expect((await runInProcess(args)).code).toBe(1);
    const { code, err } = await runInProcess([...args, '--accept', 'number-format', '--accept', 'parity']);
    expect(code).toBe(0);
    expect(err).toContain('repaired number-format (1): street_segment.txt, column zip');
    expect(err).toContain('nothing to repair for --accept parity');
  });
});
