// Owns the judgement over an office's own lists of which one row was spoilt or lost: which addresses are told a place that the undamaged
// list does not give them. Read, compiled and asked as the desk and a voter do.

import type { Dataset } from '@/lib/core/vip';
import { createRandom } from '@/scripts/generate/random';
import { dayBefore, isSame, open, type Told, toldBy } from '../corruptions/judge';
import { addresses, type Cells, type List, type ListKind } from './made-lists';
import { DAMAGES, type Damage } from './own-damages';

const ASKED = addresses();
const FILLERS = 30;

/** What is told of each address; null for nothing. */
async function answers(dataset: Dataset): Promise<readonly (Told | null)[]> {
  const release = await open(dataset);
  const now = dayBefore(dataset);
  const all: (Told | null)[] = [];
  for (const text of ASKED) all.push(toldBy(await release.answer(text, now)));
  return all;
}

export interface Judged {
  /** Sentences. */
  readonly wrong: readonly string[];
  /** Addresses that were told a place before anything happened. */
  readonly told: number;
  readonly damages: number;
}

/** So many lists of a kind, from a seed on, damaged in each way. */
export async function judge(kind: ListKind, from: number, count: number): Promise<Judged> {
  const wrong: string[] = [];
  let [told, damages] = [0, 0];
  for (let seed = from; seed < from + count; seed++) {
    const judged = await judgeOne(kind, seed);
    wrong.push(...judged.wrong.map((text) => `seed ${seed}, ${text}`));
    told += judged.told;
    damages += judged.damages;
  }
  return { wrong, told, damages };
}

async function judgeOne(kind: ListKind, seed: number): Promise<Judged> {
  const random = createRandom(seed, 55);
  const list = await kind.make(random);
  const cells = list.rows.map((row) => row.cells);
  const before = await read(list, cells);
  if (before === null) return { wrong: ['nothing was read'], told: 0, damages: 0 };
  const was = await answers(before);
  const wrong: string[] = [];
  let damages = 0;
  const at = random.between(0, 9);
  // Few rows say where precincts vote: each is spoilt. Of a list of streets one is.
  const one = random.between(0, list.rows.length - 1);
  for (const index of list.own === 0 ? list.rows.keys() : [one]) {
    for (const [title, spoilt, isPartly] of waysOf(list, index, at)) {
      const after = spoilt === null ? null : await read(list, cells.toSpliced(index, 1, ...spoilt));
      if (spoilt === null || after === null) continue;
      damages++;
      const context = [...spoilt, ['of'], ...cells].map((row) => row.join(',')).join('\n');
      const others = toldOtherwise(was, await answers(after), isPartly, spoilt.length === 0);
      wrong.push(...others.map((text) => `${title}: ${text}\n${context}`));
    }
  }
  return { wrong, told: was.filter((one) => one !== null).length, damages };
}

async function read(list: List, rows: readonly Cells[]): Promise<Dataset | null> {
  const fillers = Array.from({ length: FILLERS }, (_, at) => list.filler(at));
  // The last row is sound, so that no cut file is seen in a row that lacks a cell.
  return (await list.read([...rows, ...fillers])).dataset;
}

type Way = readonly [title: string, rows: readonly Cells[] | null, isPartly: boolean];

function waysOf(list: List, index: number, at: number): readonly Way[] {
  const { cells, key } = list.rows[index]!;
  const isAlone = list.rows.every((row, other) => other === index || row.key !== key);
  const isHurt = (hurts: Damage['hurts']) =>
    hurts === 'any' || (hurts === 'one' && at % cells.length < list.own);
  return [
    ...DAMAGES.map(({ title, hurts, spoil }): Way => {
      const isLost = list.isOfAddresses === true && isHurt(hurts) && !isAlone;
      return [title, isLost ? null : spoil(cells, at), isHurt(hurts)];
    }),
    ['a row that is missing', isAlone && !isLastOfStreet(list, index) ? [] : null, false],
  ];
}

/** A list that does not name a street at all is a list of other streets: `Oak St` is then what voters call `N Oak St`. */
function isLastOfStreet({ rows }: List, index: number): boolean {
  const { street } = rows[index]!;
  return street !== undefined && rows.every((row, other) => other === index || row.street !== street);
}

function toldOtherwise(
  was: readonly (Told | null)[],
  is: readonly (Told | null)[],
  isPartly: boolean,
  isMissing: boolean,
): readonly string[] {
  return ASKED.flatMap((text, index) => {
    const [before, after] = [was[index]!, is[index]!];
    if (after === null || (before !== null && isSame(before, after))) return [];
    // What cannot be read of where the row lies leaves those answering that say it as exactly (docs/adr/0040).
    if (before === null && isPartly) return [];
    // Of 2-4 the one that is listed is the house, where the other is on no list.
    if (before === null && isMissing && /^\d+-\d/.test(text)) return [];
    return [`${text}: ${before?.places.join() ?? 'nothing'} > ${after.places.join()}`];
  });
}
