// Owns getting what a comparison needs from the stores: the draft's list, the one that is live, what was before. Changes
// nothing.

import { officeTimeZone } from '@/lib/view/desk-time';
import { loadListed } from '../drafts/datasets';
import type { Draft } from '../drafts/draft';
import { type FixMemory, fixMemoryOf } from '../fixes/fix-memory';
import { lostFixText } from '../fixes/lost-fix-text';
import { type LostFix, lostFixes } from '../fixes/lost-fixes';
import { offices } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import { choices, type OfficeChoice } from '../publish/choice';
import { type ChangeCause, changeCauses } from './change-causes';
import { compareDatasets } from './compare-datasets';
import type { Difference } from './difference';

export interface Comparison {
  /** What it is compared with; null: nothing of this office is live. */
  readonly live: OfficeChoice | null;
  readonly difference: Difference;
  readonly causes: readonly ChangeCause[];
  /** What was put right in lists before, and is not in this one. */
  readonly lostFixes: readonly LostFix[];
  /** Of which lists and which memory `lostFixes` are: the same text, the same list of them. */
  readonly seen: string;
}

/** What two lists make, and what the office remembers. */
interface Compared {
  readonly difference: Difference;
  readonly lost: readonly LostFix[];
  readonly seen: string;
}

/** Comparisons by the hashes that they are of, for as long as a process lives. */
export type ComparisonMemo = Map<string, Compared>;

/** Rows, places and precincts of all that is kept; of a state's one file, a comparison for each office. */
const MOST_KEPT = 100_000;

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
  const memory = await fixMemoryOf(ports, draft.officeId, all);
  const { difference, lost, seen } = await compared(
    ports,
    draft,
    live?.current?.dataset ?? null,
    memory,
    memo,
  );
  const timeZone = officeTimeZone((await offices.read(ports.state, draft.officeId))?.value ?? { state: '' });
  const causes = changeCauses({
    difference,
    today: latestDay(ports.now()),
    dataset: checked.dataset,
    earlier: earlierLists(all),
    lostFixes: lost.map((one) => lostFixText(one, timeZone)),
  });
  return { live, difference, causes, lostFixes: lost, seen };
}

/** What is live of this election, else of the latest one of the office. */
function liveOf(all: readonly OfficeChoice[], electionId: string | null): OfficeChoice | null {
  const standing = all.filter(({ current }) => current !== null);
  const own = standing.find((choice) => choice.electionId === electionId);
  if (own !== undefined) return own;
  const latest = [...standing].sort((a, b) => (a.electionDate < b.electionDate ? 1 : -1));
  return latest[0] ?? null;
}

async function compared(
  ports: OfficePorts,
  { checked }: Draft,
  liveHash: string | null,
  { blob, fixes }: FixMemory,
  memo: ComparisonMemo,
): Promise<Compared> {
  const draftHash = checked?.dataset ?? '';
  const key = `${liveHash} ${draftHash} ${checked?.conflicts} ${blob}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  // One after the other: a list that is being unpacked takes more than one that was.
  const live = liveHash === null ? null : await loadListed(ports, liveHash);
  const draft = await loadListed(ports, draftHash);
  const difference = compareDatasets(live, draft, { live: 0, draft: checked?.conflicts ?? 0 });
  const seen = [liveHash, draftHash, blob].map((part) => part?.slice(-16) ?? '').join('.');
  const made = { difference, seen, lost: live === null ? [] : lostFixes(fixes, live, draft) };
  memo.set(key, made);
  forgetOldest(memo);
  return made;
}

/** The latest one stays, however large. */
function forgetOldest(memo: ComparisonMemo): void {
  let sizes = [...memo].map(([key, { difference }]) => ({ key, size: sizeOf(difference) }));
  while (sizes.length > 1 && sizes.reduce((sum, { size }) => sum + size, 0) > MOST_KEPT) {
    memo.delete(sizes[0]?.key ?? '');
    sizes = sizes.slice(1);
  }
}

function sizeOf({ groups, places, precincts }: Difference): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, places.length + precincts.length);
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
