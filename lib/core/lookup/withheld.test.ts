import { describe, expect, it } from 'vitest';
import { readAddress } from '../address/read-address';
import { lookup } from './lookup';
import { CONTEXT, type LayerTable, type Row, shardOf } from './shard.fixture';

/** Rows of precinct `?` were set aside: it has no place. */
const table = (rows: readonly Row[], more: Partial<LayerTable> = {}): LayerTable => ({
  rows,
  places: { '?': [] },
  ...more,
});
const row = (street: string, start: number, end: number, precinct: string, more: Partial<Row> = {}): Row => ({
  street,
  numbers: [start, end],
  precinct,
  ...more,
});

function ask(text: string, ...tables: readonly LayerTable[]): string {
  const reading = readAddress(`${text}, 00001`);
  if (reading.kind !== 'address') throw new Error(text);
  const outcome = lookup(reading.address, [shardOf(...tables)], CONTEXT);
  const reason = outcome.kind === 'missing' ? ` ${outcome.reason}` : '';
  return `${outcome.kind}${reason} ${outcome.pollingLocations.map(({ name }) => name).join('+')}`.trim();
}

const units = [{ start: '1', end: '20' }];

describe('a row that was set aside', () => {
  it.each<[string, readonly Row[], string]>([
    ['5 Elm St', [row('ELM ST', 1, 99, 'A'), row('ELM ST', 5, 5, '?')], 'missing numberUnknown'],
    ['7 Elm St', [row('ELM ST', 1, 99, 'A'), row('ELM ST', 5, 5, '?')], 'found Place A'],
    ['5 Elm St', [row('ELM ST', 1, 99, '?'), row('ELM ST', 5, 5, 'A')], 'missing numberUnknown'],
    [
      '5 Elm St Apt 4',
      [row('ELM ST', 5, 5, 'A'), row('ELM ST', 5, 5, '?', { units })],
      'missing numberUnknown',
    ],
    ['5 Elm St Apt 30', [row('ELM ST', 5, 5, 'A'), row('ELM ST', 5, 5, '?', { units })], 'found Place A'],
    ['5 Elm St', [row('ELM ST', 5, 5, 'A'), row('ELM ST', 5, 5, '?', { units })], 'choose'],
    [
      '5A Elm St',
      [row('ELM ST', 1, 9, 'A'), row('ELM ST', 5, 5, '?', { suffix: 'A' })],
      'missing numberUnknown',
    ],
    ['5 Elm St', [row('ELM ST', 1, 9, 'A'), row('ELM ST', 5, 5, '?', { suffix: 'A' })], 'found Place A'],
    ['5 Elm St', [row('N ELM ST', 1, 99, 'A'), row('ELM ST', 1, 99, '?')], 'missing numberUnknown'],
    ['5 Elm St', [row('*', 0, 9_999_999, 'A'), row('ELM ST', 1, 99, '?')], 'missing numberUnknown'],
    ['5 Oak St', [row('*', 0, 9_999_999, 'A'), row('ELM ST', 1, 99, '?')], 'found Place A'],
    ['5 Elm St', [row('ELM ST', 1, 99, 'A'), row('*', 5, 5, '?', { units })], 'choose'],
    ['5 Elm St Apt 30', [row('ELM ST', 1, 99, 'A'), row('*', 5, 5, '?', { units })], 'found Place A'],
    ['5 Elm St', [row('ELM ST', 1, 99, 'A'), row('*', 0, 9_999_999, '?')], 'found Place A'],
    ['5 Oak St', [row('ELM ST', 1, 99, 'A'), row('*', 0, 9_999_999, '?')], 'missing streetUnknown'],
    ['5 Elm', [row('ELM ST', 1, 99, 'A'), row('*', 0, 9_999_999, '?')], 'missing numberUnknown'],
  ])('%s %#', (text, rows, expected) => expect(ask(text, table(rows))).toBe(expected));

  it('takes the answer of a place for any, by mail, or not at all as well', () => {
    for (const voting of ['anyPlace', 'byMail', 'none'] as const) {
      const rows = [row('ELM ST', 1, 99, 'A'), row('ELM ST', 5, 5, '?')];
      expect(ask('5 Elm St', table(rows, { voting: { A: voting } }))).toBe('missing numberUnknown');
    }
  });

  it('is not answered by another office, nor by a later election', () => {
    const lost = table([row('ELM ST', 1, 99, '?'), row('OAK ST', 1, 9, 'B')]);
    const other = table([row('ELM ST', 1, 99, 'A')], { officeId: 'other' });
    const later = table([row('ELM ST', 1, 99, 'A')], { date: '2026-12-01', electionId: 'runoff' });
    expect(ask('5 Elm St', lost, other)).toBe('missing numberUnknown');
    expect(ask('5 Elm St', lost, later)).toBe('missing numberUnknown');
    expect(ask('5 Elm St', later)).toBe('found Place A');
  });

  it('is none of the numbers that the street has, and leaves none of its places likely', () => {
    const reading = readAddress('200 Elm St, 00001');
    if (reading.kind !== 'address') throw new Error('unread');
    const rows = [row('ELM ST', 1, 99, 'A'), row('ELM ST', 101, 199, '?')];
    const outcome = lookup(reading.address, [shardOf(table(rows))], CONTEXT);
    expect(outcome).toMatchObject({ ranges: [{ start: 1, end: 99 }] });
    expect(outcome).not.toHaveProperty('likely');
  });
});
