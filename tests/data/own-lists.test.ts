// Lists of two offices go the whole way by the commands that a clerk would use: what columns hold is proposed, corrected by hand and
// confirmed, compiled, and asked in bulk, by the spellings of voters. The rows themselves say what each answer has to be.

import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { runInProcess } from '../contract/run-levee';
import { hasSharedData, sharedData } from '../shared-data';
import { type Claim, placesBy } from './claims';
import { rowsOf } from './real-release';
import { type Case, SPELLINGS, seeded } from './spellings';

type Row = Readonly<Record<string, string>>;
interface SavedTable {
  readonly file: string;
  confirmed: boolean;
  readonly mapping: {
    readonly kind: string;
    readonly header: readonly string[];
    readonly columns: Record<string, number>;
    readonly always: Record<string, string | null>;
  };
}

interface List {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
  /** Of the addresses that the rows give one place, how many must be found. */
  readonly leastFound: number;
  readonly town: { readonly city: string; readonly state: string; readonly zip: string };
  /** A list of places that the office would have made, where there is none. */
  readonly places: (rows: readonly Row[]) => string | null;
  /** What the clerk corrects of the proposals. */
  readonly correct: (table: SavedTable) => void;
  readonly claims: (rows: readonly Row[]) => readonly (Claim & Pick<Case, 'direction' | 'name' | 'suffix'>)[];
}

const SIDES = { '0': 'both', '1': 'odd', '2': 'even' } as const;

const lists: readonly List[] = [
  {
    name: 'Summit County',
    folder: 'summit-co',
    files: ['allAddresses.csv', 'precinct7.csv'],
    leastFound: 1,
    town: { city: 'Breckenridge', state: 'CO', zip: '80424' },
    places: (rows) => {
      const codes = [...new Set(rows.map(({ PRECINCT }) => PRECINCT!))];
      return [
        'PCT,POLL_NAME,POLL_ADDR',
        ...codes.map((code) => `${code},Hall ${code},${code.slice(-3)} Hall Rd`),
      ].join('\n');
    },
    // Its codes for sides are nobody else's.
    correct: ({ mapping }) => {
      if (mapping.kind === 'ranges') mapping.columns.side = mapping.header.indexOf('RULE_TYPE');
    },
    claims: (rows) =>
      rows
        .filter(({ HS_NUM_TO }) => HS_NUM_TO !== '0')
        .map((row) => ({
          street: [row.STDIR_CODE, row.STREET_NAME, row.STYP_CODE].filter((word) => word !== '').join(' '),
          direction: row.STDIR_CODE!,
          name: row.STREET_NAME!,
          suffix: row.STYP_CODE!,
          start: Number(row.HS_NUM_FRM),
          end: Number(row.HS_NUM_TO),
          side: SIDES[row.RULE_TYPE as '0'],
          place: `Hall ${row.PRECINCT}`,
        })),
  },
  {
    name: 'Watertown',
    folder: 'watertown-ma',
    files: ['street_ranges.csv', 'precinct_polling_places.csv'],
    leastFound: 0.97,
    town: { city: 'Watertown', state: 'MA', zip: '02472' },
    places: () => null,
    correct: () => undefined,
    claims: (rows) => {
      const places = new Map(
        rows.flatMap((row) => (row.polling_place === undefined ? [] : [[row.precinct, row.polling_place]])),
      );
      return rows
        .filter((row) => row.street_key !== undefined && isReadable(row) && places.has(row.precinct))
        .map((row) => {
          const street = row.street_key!.replaceAll('_', ' ');
          const at = street.lastIndexOf(' ');
          return {
            street,
            direction: '',
            name: at < 0 ? street : street.slice(0, at),
            suffix: at < 0 ? '' : street.slice(at + 1),
            start: row.start === '' ? 1 : Number(row.start),
            end: row.end === '' ? 1_000_000 : Number(row.end),
            side: row.side === '' ? 'both' : (row.side as 'odd'),
            place: places.get(row.precinct)!,
          };
        });
    },
  },
];

/** Rows that say which numbers they are of: no end without a start, no side against both ends. */
function isReadable({ side, start, end }: Row): boolean {
  const ends = [Number(start) % 2, Number(end) % 2];
  const isSided = side === 'odd' || side === 'even';
  const isAgainst = isSided && start !== '' && !ends.includes(side === 'odd' ? 1 : 0);
  return side !== 'add' && (start === '') === (end === '') && !isAgainst;
}

const ASKED = 3000;

describe.skipIf(!hasSharedData).each(lists)('the list of $name', (list) => {
  let work = '';
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'levee-list-'));
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  it('compiles to a release that answers voters’ spellings with the place of the row, and none with another', async () => {
    const upload = join(work, 'upload');
    await mkdir(upload);
    const paths = list.files.map((file) => sharedData('street-lists', list.folder, file));
    for (const [at, path] of paths.entries()) await copyFile(path, join(upload, list.files[at]!));
    const rows: readonly Row[] = paths.flatMap(rowsOf);
    const places = list.places(rows);
    if (places !== null) await writeFile(join(upload, 'places.csv'), `${places}\n`);
    await writeFile(join(upload, 'election.csv'), 'id,name,date\ne1,General Election,2099-11-03\n');

    const { city, state, zip } = list.town;
    const mapping = join(work, 'mapping.json');
    const proposed = await runInProcess(['mapping', upload, '--state', state, '--out', mapping]);
    expect(proposed.err).toBe('');
    const saved: { tables: SavedTable[] } = JSON.parse(await readFile(mapping, 'utf8'));
    for (const table of saved.tables) {
      Object.assign(table.mapping.always, { city, ...(table.mapping.kind === 'ranges' ? { zip } : {}) });
      list.correct(table);
      table.confirmed = true;
    }
    await writeFile(mapping, JSON.stringify(saved));
    const release = join(work, 'release');
    const made = await runInProcess(['compile', upload, '--mapping', mapping, '--out', release]);
    expect(made.code, made.err).toBe(0);

    const claims = list.claims(rows);
    const placesOf = placesBy(claims);
    const random = seeded(7);
    const spellings = Object.values(SPELLINGS);
    const asked: { readonly text: string; readonly places: ReadonlySet<string> }[] = [];
    while (asked.length < ASKED) {
      const claim = claims[Math.floor(random() * claims.length)]!;
      const last = Math.min(claim.end, claim.start + 5000);
      // One in ten lies just past the row.
      const number =
        random() < 0.1 ? last + 1 : claim.start + Math.floor(random() * (last - claim.start + 1));
      const one = { ...claim, number: String(number), postDirection: '', city, state, zip };
      const text = spellings[Math.floor(random() * spellings.length)]!(one);
      if (number > 0 && text !== null) asked.push({ text, places: placesOf(claim, number) });
    }
    const batch = join(work, 'batch.csv');
    await writeFile(
      batch,
      `address\n${asked.map(({ text }) => `"${text.replaceAll('"', '""')}"`).join('\n')}\n`,
    );
    const answers = (await runInProcess(['lookup', '--release', release, '--batch', batch])).out
      .trim()
      .split('\n');
    expect(answers).toHaveLength(ASKED);
    let [listed, found] = [0, 0];
    const wrong: string[] = [];
    for (const [at, { text, places: right }] of asked.entries()) {
      const outcome: LookupOutcome = JSON.parse(answers[at]!);
      const names = outcome.kind === 'choose' ? [] : outcome.pollingLocations.map(({ name }) => name);
      const isOther =
        names.some((name) => !right.has(name)) || (outcome.kind === 'found' && right.size !== 1);
      if (isOther) wrong.push(`${text}: ${outcome.kind} ${names}, not ${[...right]}`);
      if (right.size === 1) listed++;
      if (right.size === 1 && outcome.kind === 'found') found++;
    }
    expect(wrong).toEqual([]);
    expect(listed).toBeGreaterThan(2000);
    expect(found / listed).toBeGreaterThanOrEqual(list.leastFound);
  }, 300_000);
});
