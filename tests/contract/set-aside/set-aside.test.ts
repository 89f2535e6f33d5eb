// Whatever row of a list is spoilt: its addresses answer as before, or honestly, and never with the place of another row that
// happened to be left (docs/adr/0040). Read, compiled and asked as the desk and a voter do.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { readUpload } from '@/lib/ingest/read-upload';
import { dayBefore, isSame, open, type Told, toldBy } from '../corruptions/judge';
import { addresses, DAMAGES, type Damage, feedOf, lists, type Row } from './made-feed';

const ASKED = addresses();

interface Answered {
  readonly kind: string;
  readonly told: Told | null;
}

async function answers(dataset: Dataset): Promise<readonly Answered[]> {
  const release = await open(dataset);
  const now = dayBefore(dataset);
  const all: Answered[] = [];
  for (const text of ASKED) {
    const outcome = await release.answer(text, now);
    all.push({ kind: outcome.kind, told: toldBy(outcome) });
  }
  return all;
}

const ofGood = new Map<string, Promise<readonly Answered[] | null>>();

/** Of the list as it was; null where nothing of it can be read. The lists are the same for every damage, and are asked once. */
function answersOfGood(list: readonly Row[]): Promise<readonly Answered[] | null> {
  const key = JSON.stringify(list);
  const known =
    ofGood.get(key) ??
    readUpload(feedOf(list)).then(({ dataset }) => (dataset === null ? null : answers(dataset)));
  ofGood.set(key, known);
  return known;
}

/** Addresses that are told a place now, and were told another one, or, where the spoilt row can be read whole, none. */
function wrong(
  before: readonly Answered[],
  after: readonly Answered[],
  damage: Damage,
  list: readonly Row[],
  spoilt: number,
): readonly string[] {
  const lost = list[spoilt]!;
  const others = list.filter((_, at) => at !== spoilt);
  return ASKED.flatMap((text, at) => {
    const [was, is] = [before[at]!, after[at]!];
    if (is.told === null || (was.told !== null && isSame(was.told, is.told))) return [];
    if (was.told === null && !isStrict(damage, lost)) return [];
    // A street of which nobody can read the name, and that stands in no other row, is on no list.
    if (damage.readable === 'partly' && !others.some((row) => isSameStreet(row, lost))) return [];
    return [`${text}: ${was.kind} ${was.told?.places.join() ?? ''} > ${is.kind} ${is.told.places.join()}`];
  });
}

/** A row for every street never stood against one that names its street: without it that row alone is asked. */
function isStrict({ readable }: Damage, lost: Row): boolean {
  return readable === 'whole' && lost.street_name !== '*';
}

function isSameStreet(a: Row, b: Row): boolean {
  const columns = ['street_direction', 'street_name', 'street_suffix', 'city', 'zip'] as const;
  return columns.every((column) => a[column] === b[column]);
}

describe('a row that is set aside', () => {
  it.each(DAMAGES)('$title: no other row answers for it', async (damage) => {
    await fc.assert(
      fc.asyncProperty(lists, fc.nat(), fc.nat(13), async (list, chosen, at) => {
        const spoilt = chosen % list.length;
        const before = await answersOfGood(list);
        const cells = damage.spoil(list[spoilt]!, at);
        const { dataset, problems } = await readUpload(feedOf(list, new Map([[spoilt, cells]])));
        if (before === null || dataset === null) return;
        const after = await answers(dataset);
        const context = `${cells.join(',')}\n${problems.map(({ code, row }) => `${code} ${row}`).join('; ')}`;
        expect(wrong(before, after, damage, list, spoilt), context).toEqual([]);
      }),
      { seed: 4011, numRuns: 12 },
    );
  });
});
