// What goes wrong with an office's files, made to happen to three good feeds: each is found, with the right code, at the right
// row, and no voter is sent elsewhere without somebody being told.

import { beforeAll, describe, expect, it } from 'vitest';
import { listedPerCode, type Problem } from '@/lib/ingest/problems/problem';
import { type ProblemCode, problemCodes } from '@/lib/ingest/problems/problem-codes';
import type { CauseCode } from '@/lib/office/compare/change-causes';
import { createRandom } from '@/scripts/generate/random';
import { cellCorruptions } from './cells';
import { columnCorruptions } from './columns';
import type { Corrupted, Finding } from './corruption';
import { fileCorruptions } from './files';
import { GOOD_FEEDS, type GoodFeed, goodFeed, hasFeed, REAL } from './good-feeds';
import { type Asked, addressOf, dayBefore, isSame, open, type Seen, see, type Told, toldBy } from './judge';
import { linkCorruptions } from './links';
import { listCorruptions } from './lists';
import { otherCellCorruptions } from './other-cells';
import { columnOf, sheetOf } from './sheet';
import { moveCorruptions } from './street-moves';
import { textCorruptions } from './text-rows';

const CORRUPTIONS = [
  ...fileCorruptions,
  ...textCorruptions,
  ...cellCorruptions,
  ...otherCellCorruptions,
  ...columnCorruptions,
  ...moveCorruptions,
  ...linkCorruptions,
  ...listCorruptions,
];
/** What is said of the feeds as they are. */
const WARNINGS: Readonly<Record<string, readonly ProblemCode[]>> = {
  'a made-up county': ['overlap-same-place'],
  'the practice county': ['overlap-same-place'],
  [REAL]: ['office-phone-missing', 'overlap-same-place'],
};
/** A real feed takes longer to read. */
const SEEDS = { few: [1], usual: [1, 2] };
const ADDRESSES = 40;
/** What the approver is told when addresses that are answered lead elsewhere. */
const NAMES_MOVES: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'precincts-change-place',
  'precinct-loses-place',
  'precincts-swap-places',
  'addresses-move',
  'election-over',
]);

interface Golden extends Asked {
  readonly told: Told;
}

describe.each(GOOD_FEEDS.map((name) => ({ name })))('$name', ({ name }) => {
  let feed: GoodFeed;
  let goldens: readonly Golden[] = [];

  beforeAll(async () => {
    if (!hasFeed(name)) return;
    feed = await goodFeed(name);
    const release = await open(feed.dataset);
    const asked = feed.dataset.streetSegments.map(addressOf).filter((each) => each !== null);
    const answers = asked.map(async (each) => ({
      ...each,
      told: toldBy(await release.answer(each.text, dayBefore(feed.dataset))),
    }));
    goldens = (await Promise.all(answers)).filter((each): each is Golden => each.told !== null);
  });

  it.skipIf(!hasFeed(name))('is sound before anything happens to it, but for warnings that are known', () => {
    expect(feed.problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    expect([...new Set(feed.problems.map(({ code }) => code))].sort()).toEqual(WARNINGS[name]);
    expect(goldens.length).toBeGreaterThan(60);
  });

  for (const { title, make } of CORRUPTIONS) {
    it.skipIf(!hasFeed(name))(title, async ({ skip }) => {
      for (const seed of name === REAL ? SEEDS.few : SEEDS.usual) {
        const corrupted = make(feed, createRandom(seed, title.length));
        if (corrupted === null) return skip('this feed has nothing that it could happen to');
        const seen = await see(feed, corrupted.files);
        expect(findings(seen, corrupted, feed)).toEqual(expected(corrupted));
        expect(unexpected(seen, corrupted, feed)).toEqual([]);
        expect(seen.causes.map(({ code }) => code)).toEqual(
          expect.arrayContaining([...(corrupted.causes ?? [])]),
        );
        expect(await wrongAnswers(seen, corrupted, feed, goldens)).toEqual([]);
      }
    });
  }
});

/** `code file column: rows`, of the codes that have to be found. */
function findings({ problems }: Seen, { found }: Corrupted, feed: GoodFeed): readonly string[] {
  const fresh = newProblems(problems, feed);
  return found.map(({ code, file, column }) => {
    const own = fresh.filter((each) => each.code === code && each.file === file);
    const columns = new Set(own.map((each) => each.column));
    const rows = own.map(({ row }) => row).sort((a, b) => (a ?? 0) - (b ?? 0));
    return textOf(code, file, column === undefined ? undefined : [...columns].join(), rows);
  });
}

function expected({ found }: Corrupted): readonly string[] {
  return found.map(({ code, file, column, rows }) =>
    textOf(code, file, column === undefined ? undefined : (column ?? ''), listed(code, rows)),
  );
}

/** No more than a list of problems has of one code. */
function listed(code: ProblemCode, rows: Finding['rows']): readonly (number | null)[] {
  return (rows ?? [null]).slice(0, listedPerCode[problemCodes[code].severity]);
}

function textOf(code: string, file: string, column: string | undefined, rows: readonly (number | null)[]) {
  return `${code} in ${file}${column === undefined ? '' : ` ${column}`}: ${rows.map(String).join(' ')}`;
}

/** Whatever sets a row aside may take wider rows with it, whole or for the addresses that both hold. */
const consequences: readonly ProblemCode[] = [
  'every-street-uncertain',
  'street-uncertain',
  'numbers-withheld',
];

/** Errors and worse that nobody expected. */
function unexpected({ problems }: Seen, { found, also = [] }: Corrupted, feed: GoodFeed): readonly string[] {
  const known = new Set<string>([...found.map(({ code }) => code), ...also, ...consequences]);
  return newProblems(problems, feed)
    .filter(({ severity, code }) => severity !== 'warning' && !known.has(code))
    .map(({ code, file, row, column, value }) => `${code} ${file} ${row} ${column} ${value}`);
}

/** Those that the good feed does not have. */
function newProblems(problems: readonly Problem[], feed: GoodFeed): readonly Problem[] {
  const keyOf = ({ code, file, row, column, value }: Problem) =>
    JSON.stringify([code, file, row, column, value]);
  const known = new Set(feed.problems.map(keyOf));
  return problems.filter((problem) => !known.has(keyOf(problem)));
}

/** Addresses that are sent elsewhere than before, though nobody is told: no cause, and no problem at the row that does it. */
async function wrongAnswers(
  seen: Seen,
  { touched = [] }: Corrupted,
  feed: GoodFeed,
  goldens: readonly Golden[],
): Promise<readonly string[]> {
  const { dataset, difference, causes } = seen;
  if (dataset === null || difference === null) return [];
  const release = await open(dataset);
  const at = dayBefore(feed.dataset);
  const told = toldRows(seen, feed);
  const moved = difference.groups.filter(({ kind }) => kind === 'moved').flatMap(({ rows }) => rows);
  const ids = columnOf(sheetOf(feed.sheets, 'street_segment'), 'id');
  const hit = new Set(touched.slice(0, ADDRESSES).map((index) => ids[index]));
  const every = Math.ceil(goldens.length / ADDRESSES);
  const isNamed = causes.some(({ code }) => NAMES_MOVES.has(code));
  const wrong: string[] = [];
  for (const [index, { text, told: before, segment, number }] of goldens.entries()) {
    if (index % every !== 0 && !hit.has(segment.id)) continue;
    const after = toldBy(await release.answer(text, at));
    if (after === null || isSame(before, after) || isNamed) continue;
    const row = moved.find(({ start, end, zip, draftRow }) => {
      return start <= number && number <= end && zip === segment.zip && told.has(draftRow ?? '');
    });
    if (row === undefined)
      wrong.push(`${text}: ${before.places.join()} > ${after.kind} ${after.places.join()}`);
  }
  return wrong;
}

/** Ids of street rows that a new problem points to. */
function toldRows({ problems }: Seen, feed: GoodFeed): ReadonlySet<string> {
  const { file } = sheetOf(feed.sheets, 'street_segment');
  const rows = newProblems(problems, feed).filter((problem) => problem.file === file);
  const ids = columnOf(sheetOf(feed.sheets, 'street_segment'), 'id');
  return new Set(rows.flatMap(({ row }) => (row === null ? [] : (ids[row - 2] ?? []))));
}
