// Owns what a kept blob names: a plan its objects and their pages, a job's leavings what they are about, an index of problems
// its pages. What is not there names nothing; what cannot be read stops the sweep, for it might name anything.

import type { Sha256Hex } from '@/lib/release/format';
import { readPageManifest, readPagesRoot } from '@/lib/release/page-manifests';
import { divisionSchema } from '../division/division';
import { datasetBlob } from '../drafts/datasets';
import { loadIndex } from '../drafts/stored-problems';
import { StoreError } from '../ports/store-error';
import { inBatches } from '../publish/in-batches';
import { getJsonOrNull } from '../publish/json-blobs';
import { loadMemos, memoOfPlan } from '../publish/memos';
import { mergedSchema } from '../publish/merged';
import { namesOfRelease, planSchema } from '../publish/plan';
import type { PublishPorts } from '../publish/publish-ports';
import { objectBlob, pageBlob } from '../publish/stored-release';
import { type Found, keepAndLook } from './found';
import { addChoice } from './roots';

const AT_ONCE = 16;

/** Looks into what is still to be looked into, until all is or `mayGoOn` says that the time is up. Throws `StoreError`. */
export async function lookInto(ports: PublishPorts, found: Found, mayGoOn: () => boolean): Promise<void> {
  for (const name of found.toLook) {
    if (!(await lookIntoOne(ports, found, name, mayGoOn))) return;
    found.toLook.delete(name);
    if (!mayGoOn()) return;
  }
}

/** False: there is more of it. */
async function lookIntoOne(
  ports: PublishPorts,
  found: Found,
  name: string,
  mayGoOn: () => boolean,
): Promise<boolean> {
  if (name.startsWith('plans/')) return lookIntoPlan(ports, found, name, mayGoOn);
  if (name.startsWith('memo/')) {
    const { pages } = await loadMemos(ports, [name]);
    return keepManifests(
      ports,
      found,
      [...pages.values()].map(({ object }) => object),
      mayGoOn,
    );
  }
  if (name.startsWith('merged/')) await lookIntoMerged(ports, found, name);
  if (name.startsWith('problems/')) await lookIntoProblems(ports, found, name);
  if (name.startsWith('divisions/')) await lookIntoDivision(ports, found, name);
  return true;
}

async function lookIntoPlan(
  ports: PublishPorts,
  found: Found,
  name: string,
  mayGoOn: () => boolean,
): Promise<boolean> {
  const plan = await getJsonOrNull(ports.blobs, name, planSchema);
  if (plan === null) return true;
  for (const { published } of plan.inputs) if (published) found.kept.add(datasetBlob(published));
  for (const object of plan.objects) found.kept.add(objectBlob(object));
  found.releases.add(namesOfRelease(plan));
  const bytes = plan.pagesRoot === null ? null : await ports.blobs.get(objectBlob(plan.pagesRoot));
  if (bytes === null) return true;
  const root = readPagesRoot(bytes);
  if (!root.ok) throw new StoreError('damaged', `${plan.pagesRoot}: ${root.error.message}`);
  return keepManifests(ports, found, Object.values(root.value.manifests), mayGoOn);
}

/** Manifests and the pages they name; most were looked into with another release. */
function keepManifests(
  { blobs }: PublishPorts,
  found: Found,
  names: readonly Sha256Hex[],
  mayGoOn: () => boolean,
): Promise<boolean> {
  const fresh = names.filter((name) => !found.looked.has(name));
  return inBatches(fresh, AT_ONCE, async (name) => {
    found.kept.add(objectBlob(name));
    const bytes = await blobs.get(objectBlob(name));
    const manifest = bytes === null ? null : readPageManifest(bytes);
    if (manifest?.ok === false) throw new StoreError('damaged', `${name}: ${manifest.error.message}`);
    for (const hash of Object.values(manifest?.value.pages ?? {})) found.kept.add(pageBlob(hash));
    found.looked.add(name);
    return mayGoOn();
  });
}

async function lookIntoMerged({ blobs }: PublishPorts, found: Found, name: string): Promise<void> {
  const merged = await getJsonOrNull(blobs, name, mergedSchema);
  if (merged === null) return;
  for (const plan of [merged.plan, merged.base]) {
    if (plan === null) continue;
    keepAndLook(found, plan);
    keepAndLook(found, await memoOfPlan(plan));
  }
  for (const { next } of merged.choices) {
    for (const choice of [next.current, ...next.previous]) addChoice(choice, found);
  }
}

async function lookIntoDivision({ blobs }: PublishPorts, found: Found, name: string): Promise<void> {
  const division = await getJsonOrNull(blobs, name, divisionSchema);
  for (const { checked } of division?.parts ?? []) {
    if (checked === null) continue;
    if (checked.dataset !== null) found.kept.add(datasetBlob(checked.dataset));
    if (!found.kept.has(checked.problems)) await lookIntoProblems({ blobs }, found, checked.problems);
    found.kept.add(checked.problems);
  }
}

async function lookIntoProblems(
  ports: Pick<PublishPorts, 'blobs'>,
  found: Found,
  name: string,
): Promise<void> {
  const bytes = await ports.blobs.get(name);
  // Empty: of a list that was put there without having been checked.
  if (bytes === null || bytes.length === 0) return;
  for (const page of (await loadIndex(ports, name)).pages) found.kept.add(page);
}
