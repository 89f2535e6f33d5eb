// Owns getting what a comparison needs from the stores: the draft's list, the one that is live, what was before. Changes
// nothing.

import type { Dataset } from '@/lib/core/vip';
import { loadDataset } from '../drafts/datasets';
import type { Draft } from '../drafts/draft';
import type { OfficePorts } from '../ports/office-ports';
import { choices, type OfficeChoice } from '../publish/choice';
import { type ChangeCause, changeCauses } from './change-causes';
import { compareDatasets } from './compare-datasets';
import type { Difference } from './difference';
import { lostFixes } from './lost-fixes';

export interface Comparison {
  /** What it is compared with; null: nothing of this office is live. */
  readonly live: OfficeChoice | null;
  readonly difference: Difference;
  readonly causes: readonly ChangeCause[];
}

/** Comparisons by the two hashes that they are of, for as long as a process lives. */
export type ComparisonMemo = Map<string, Difference>;

const KEPT = 4;

/** Compare a draft with what is live of its election, else of the office's latest one; null: nothing of the draft could be
 *  read yet. Throws `StoreError`. */
export async function comparisonOf(
  ports: OfficePorts,
  draft: Draft,
  memo: ComparisonMemo = new Map(),
): Promise<Comparison | null> {
  const { checked } = draft;
  if (checked === null || checked.dataset === null) return null;
  const all = (await choices.list(ports.state, draft.officeId)).map(({ value }) => value);
  const live = liveOf(all, checked.electionId);
  const difference = await differenceOf(ports, draft, live?.current?.dataset ?? null, memo);
  const causes = changeCauses({
    difference,
    today: latestDay(ports.now()),
    dataset: checked.dataset,
    earlier: earlierLists(all),
    lostFixes: await lostFixes(ports, draft),
  });
  return { live, difference, causes };
}

/** What is live of this election, else of the latest one of the office. */
function liveOf(all: readonly OfficeChoice[], electionId: string | null): OfficeChoice | null {
  const standing = all.filter(({ current }) => current !== null);
  const own = standing.find((choice) => choice.electionId === electionId);
  if (own !== undefined) return own;
  const latest = [...standing].sort((a, b) => (a.electionDate < b.electionDate ? 1 : -1));
  return latest[0] ?? null;
}

async function differenceOf(
  ports: OfficePorts,
  { checked }: Draft,
  liveHash: string | null,
  memo: ComparisonMemo,
): Promise<Difference> {
  const draftHash = checked?.dataset ?? '';
  const key = `${liveHash} ${draftHash} ${checked?.conflicts}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const [live, draft]: [Dataset | null, Dataset] = await Promise.all([
    liveHash === null ? null : loadDataset(ports, liveHash),
    loadDataset(ports, draftHash),
  ]);
  const difference = compareDatasets(live, draft, { live: 0, draft: checked?.conflicts ?? 0 });
  for (const old of [...memo.keys()].slice(0, Math.max(0, memo.size - KEPT + 1))) memo.delete(old);
  memo.set(key, difference);
  return difference;
}

/** Hash -> election, of every list that is or was live. */
function earlierLists(all: readonly OfficeChoice[]): ReadonlyMap<string, string> {
  return new Map(
    all.flatMap(({ electionName, electionDate, current, previous }) =>
      [current, ...previous].flatMap((choice): [string, string][] =>
        choice === null ? [] : [[choice.dataset, `${electionName}, ${electionDate}`]],
      ),
    ),
  );
}

/** An election is over when its day is, on the last clocks of the country (Hawaii, UTC-10). */
function latestDay(now: Date): string {
  return new Date(now.getTime() - 10 * 3_600_000).toISOString().slice(0, 10);
}
