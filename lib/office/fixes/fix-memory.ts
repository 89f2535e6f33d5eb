// Owns what an office remembers of its lists, in the stores: one blob for each office, brought up to what went live since somebody compared
// last. Made of choices, drafts and late changes alone; where it is gone, it is made anew of what can still be gone back to.

import { z } from 'zod';
import type { ListedDataset } from '@/lib/core/vip';
import { datasetBlob, loadListed } from '../drafts/datasets';
import { type Draft, drafts } from '../drafts/draft';
import { noticeRecords } from '../notices/notice-record';
import type { OfficePorts } from '../ports/office-ports';
import { records, type Versioned } from '../ports/records';
import { StoreError } from '../ports/store-error';
import type { Choice, OfficeChoice } from '../publish/choice';
import { getJsonOrNull, putJson } from '../publish/json-blobs';
import { type Fix, fixSchema } from './fix';
import { lateChangeOf } from './late-changes';
import { type LiveList, learnt } from './learn';

/** Lists that are taken in at once, the latest: each costs reading three. More than one or two have gone live since the last comparison
 *  only where an office has never compared. */
const MOST_AT_ONCE = 4;

/** How places and precincts are told by what they are called. What was remembered by another way is made anew. */
const FOLDING = 2;

const memorySchema = z.object({
  officeId: z.string(),
  folding: z.number().optional(),
  /** Blob `fixes/<sha256>`: a list of `Fix`. */
  blob: z.string(),
  /** Which lists are taken in, of those that are live or can be gone back to. */
  taken: z.array(z.string()),
  /** Election id -> hash of its dataset that was taken in last. */
  lists: z.record(z.string(), z.string()),
});

/** `fixes/<officeId>`. */
export const fixMemories = records('fixes', memorySchema);

const fixesSchema = z.array(fixSchema);

export interface FixMemory {
  /** Name of its blob; null: nothing is live, or was, or there was no room to write it down. */
  readonly blob: string | null;
  readonly fixes: readonly Fix[];
}

interface WentLive {
  readonly electionId: string;
  readonly choice: Choice;
}

/** All that the office remembers as of what is live now. Writes down what it has learnt; where somebody else does so at the same moment,
 *  it is the same. Throws `StoreError`. */
export async function fixMemoryOf(
  ports: OfficePorts,
  officeId: string,
  all: readonly OfficeChoice[],
): Promise<FixMemory> {
  const read = await fixMemories.read(ports.state, officeId);
  const isReadable = read !== null && read.value.folding === FOLDING;
  const stored = !isReadable ? null : await getJsonOrNull(ports.blobs, read.value.blob, fixesSchema);
  const begun = stored === null ? null : read;
  const lists = wentLive(all);
  const known = new Set(begun?.value.taken);
  const fresh = lists.filter((one) => !known.has(nameOf(one))).slice(-MOST_AT_ONCE);
  if (fresh.length === 0) return { blob: begun?.value.blob ?? null, fixes: stored ?? [] };
  let fixes: readonly Fix[] = stored ?? [];
  const latest = { ...begun?.value.lists };
  for (const one of fresh) {
    fixes = await withList(ports, officeId, fixes, one, previousOf(one, lists, latest));
    latest[one.electionId] = one.choice.dataset;
  }
  try {
    const blob = await putJson(ports.blobs, 'fixes', fixes);
    const taken = lists.map(nameOf);
    await write(ports, officeId, read, { officeId, folding: FOLDING, blob, taken, lists: latest });
    return { blob, fixes };
  } catch (error) {
    // Whoever only reads is not kept from it: what was learnt is learnt again the next time.
    if (error instanceof StoreError && error.code === 'full') return { blob: null, fixes };
    throw error;
  }
}

const nameOf = ({ electionId, choice }: WentLive): string => `${choice.at} ${choice.dataset} ${electionId}`;

async function write(
  { state, newId }: OfficePorts,
  officeId: string,
  read: Versioned<z.infer<typeof memorySchema>> | null,
  memory: z.infer<typeof memorySchema>,
): Promise<void> {
  await state.commit({
    id: newId(),
    checks: [fixMemories.unchanged(read, officeId)],
    writes: [fixMemories.write(memory, [officeId])],
  });
}

/** Every list that is live, or may be gone back to, in the order in which they went live. */
function wentLive(all: readonly OfficeChoice[]): readonly WentLive[] {
  return all
    .flatMap(({ electionId, current, previous }) =>
      [current, ...previous].flatMap((choice): WentLive[] =>
        choice === null ? [] : [{ electionId, choice }],
      ),
    )
    .sort((a, b) => (a.choice.at < b.choice.at ? -1 : a.choice.at > b.choice.at ? 1 : 0));
}

/** What was live before: of the same election, else of whichever list came last. */
function previousOf(
  { electionId, choice }: WentLive,
  lists: readonly WentLive[],
  latest: Readonly<Record<string, string>>,
): string | null {
  const earlier = lists.filter((other) => other.choice.at < choice.at);
  const stored = latest[electionId];
  if (stored !== undefined && lists.some((other) => other.choice.dataset === stored)) return stored;
  const own = earlier.findLast((other) => other.electionId === electionId);
  return (own ?? earlier.at(-1))?.choice.dataset ?? null;
}

async function withList(
  ports: OfficePorts,
  officeId: string,
  fixes: readonly Fix[],
  { choice }: WentLive,
  previousHash: string | null,
): Promise<readonly Fix[]> {
  if (previousHash === null && choice.draftId === null) return fixes;
  const draft =
    choice.draftId === null
      ? null
      : ((await drafts.read(ports.state, officeId, choice.draftId))?.value ?? null);
  const list = await loadListed(ports, choice.dataset);
  const previous = previousHash === choice.dataset ? null : await loadIfThere(ports, previousHash);
  const notices =
    previous === null ? [] : (await noticeRecords.list(ports.state, officeId)).map(({ value }) => value);
  const next: LiveList = {
    list,
    by: choice.approvedBy,
    at: choice.at,
    corrected: draft === null ? null : await correctedOf(ports, draft, choice.dataset),
    lateChange: previous === null ? () => null : lateChangeOf(notices, previous, choice.at),
  };
  return learnt(fixes, previous, next);
}

/** The upload as it came, and who corrected cells, accepted repairs, or put back what it had lost; null where nothing was, or what came could not be read. */
async function correctedOf(
  ports: OfficePorts,
  { corrections, repairs = [], putBack = [], uncorrected }: Draft,
  dataset: string,
): Promise<LiveList['corrected']> {
  const accepted = repairs.filter(({ decision }) => decision === 'accepted');
  const by = [...corrections, ...accepted, ...putBack]
    .map((one) => one.by)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const last = by.at(-1);
  const hash = uncorrected?.dataset ?? null;
  const asItCame = hash === dataset ? null : await loadIfThere(ports, hash);
  if (asItCame === null || last === undefined) return null;
  const names = [...new Set(by.map(({ name }) => name))];
  return { uncorrected: asItCame, by: names.join(' and '), at: last.at };
}

/** A list of long ago may be gone: what it would tell is then not known, and nobody is kept from approving. */
async function loadIfThere(ports: OfficePorts, hash: string | null): Promise<ListedDataset | null> {
  if (hash === null || (await ports.blobs.present([datasetBlob(hash)])).size === 0) return null;
  return loadListed(ports, hash);
}
