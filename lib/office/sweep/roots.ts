// Owns what a sweep begins from: all that the records of the office host name, and that therefore stays. A record of a new kind
// that names blobs has its place here, or what it names is taken away after two days. Changes nothing.

import { datasetBlob } from '../drafts/datasets';
import { type Draft, drafts } from '../drafts/draft';
import { fixMemories } from '../fixes/fix-memory';
import { type Choice, choices } from '../publish/choice';
import { currentRelease } from '../publish/current-release';
import { history } from '../publish/history';
import { jobs, openJobs, type PublishJob } from '../publish/job';
import { memoOfPlan } from '../publish/memos';
import { partBlob } from '../publish/parts';
import type { PublishPorts } from '../publish/publish-ports';
import type { HistoryEntry } from '../publish/release-record';
import { rollbacks } from '../publish/rollback';
import { type Found, keepAndLook, nothingFound } from './found';
import type { SweepPolicy } from './sweep-run';

const PAGE = 200;
const MS_A_DAY = 86_400_000;

/** Throws `StoreError`, `damaged` where what is live is not whole: nothing is swept then. */
export async function rootsOf(ports: PublishPorts, policy: SweepPolicy): Promise<Found> {
  const found = nothingFound();
  const sinceMs = ports.now().getTime() - policy.days * MS_A_DAY;
  await addReleases(ports, policy, sinceMs, found);
  for (const { value } of await choices.list(ports.state)) {
    for (const choice of [value.current, ...value.previous]) addChoice(choice, found);
    await addPart(ports, value.current?.dataset, found);
    await addPart(ports, value.current?.published, found);
  }
  for (const { value } of await rollbacks.list(ports.state)) {
    if (value.state === 'requested' || value.state === 'approved') addChoice(value.to, found);
  }
  for (const { value } of await drafts.list(ports.state)) await addDraft(ports, value, sinceMs, found);
  for (const { value } of await fixMemories.list(ports.state)) found.kept.add(value.blob);
  for (const { value } of await openJobs.list(ports.state)) {
    const job = (await jobs.read(ports.state, value.jobId))?.value;
    if (job !== undefined) addJob(job, found);
  }
  return found;
}

async function addReleases(
  ports: PublishPorts,
  policy: SweepPolicy,
  sinceMs: number,
  found: Found,
): Promise<void> {
  const live = await currentRelease(ports);
  if (live === null) return;
  const { plan } = live.pointer;
  keepAndLook(found, plan);
  // The next release begins from it; those of releases before are not asked for any more.
  keepAndLook(found, await memoOfPlan(plan));
  for (const entry of await keptReleases(ports, policy, sinceMs)) {
    keepAndLook(found, entry.plan);
    found.kept.add(jobs.key(entry.jobId));
  }
}

/** The last `releases` ones, and all that were live since then: the first of these was signed before. */
async function keptReleases(
  ports: PublishPorts,
  { releases }: SweepPolicy,
  sinceMs: number,
): Promise<readonly HistoryEntry[]> {
  const kept: HistoryEntry[] = [];
  let isOlder = false;
  for (let before: number | undefined; ; ) {
    const from = before === undefined ? {} : { before };
    const page = await history(ports, { officeId: null, limit: PAGE, ...from });
    for (const entry of page) {
      if (isOlder && kept.length >= releases) return kept;
      kept.push(entry);
      isOlder ||= Date.parse(entry.at) < sinceMs;
    }
    if (page.length < PAGE) return kept;
    before = page.at(-1)?.sequence;
  }
}

/** What is chosen, or may be chosen again. */
export function addChoice(choice: Choice | null, found: Found): void {
  if (choice === null) return;
  found.kept.add(datasetBlob(choice.dataset));
  // '': nothing of it is published, all rows being another office's.
  if (choice.published) found.kept.add(datasetBlob(choice.published));
  if (choice.golden) found.kept.add(choice.golden);
}

async function addPart(ports: PublishPorts, dataset: string | null | undefined, found: Found): Promise<void> {
  if (dataset) found.kept.add(await partBlob(ports, dataset));
}

/** Everything that a draft names stays, but the files of one that was given up: withdrawn, or never sent whole. */
async function addDraft(ports: PublishPorts, draft: Draft, sinceMs: number, found: Found): Promise<void> {
  const { checked, uncorrected, basis, golden, jobId, state, id, putBack = [] } = draft;
  if (checked !== null) keepAndLook(found, checked.problems);
  if (checked?.dataset) found.kept.add(datasetBlob(checked.dataset));
  if (uncorrected?.dataset && state !== 'withdrawn') found.kept.add(datasetBlob(uncorrected.dataset));
  if (checked?.putBack) found.kept.add(datasetBlob(checked.putBack.asRead));
  for (const { blob, live } of putBack) {
    found.kept.add(blob);
    found.kept.add(datasetBlob(live));
  }
  if (checked?.foreign) found.kept.add(checked.foreign.blob);
  if (checked?.suggestions) found.kept.add(checked.suggestions.blob);
  if (checked?.division) keepAndLook(found, checked.division);
  if (basis) found.kept.add(datasetBlob(basis.dataset));
  if (golden) found.kept.add(golden);
  if (jobId !== null) found.kept.add(jobs.key(jobId));
  const isGivenUp = state === 'withdrawn' || state === 'uploading';
  if (!isGivenUp || Date.parse(draft.author.at) >= sinceMs) found.kept.add(`uploads/${id}/`);
  const isOpen = !isGivenUp && state !== 'live';
  if (!isOpen || !checked?.dataset) return;
  found.kept.add(`preview/${checked.dataset}/`);
  await addPart(ports, checked.dataset, found);
}

/** What its steps have left for the next ones: names of blobs, and other things that no blob is named by. */
function addJob({ id, left }: PublishJob, found: Found): void {
  found.kept.add(jobs.key(id));
  if (left.compile !== undefined) found.kept.add(datasetBlob(left.compile));
  for (const name of [left.merge, left.begun]) if (name !== undefined) keepAndLook(found, name);
}
