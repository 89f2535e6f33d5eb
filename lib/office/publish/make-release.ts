// Owns making a release of what is chosen: parts in, plan and bytes out. The same inputs give the same release, so that
// what is no longer at hand can be made again. Knows no job.

import type { Notice } from '@/lib/core/lookup/outcome';
import { sha256Hex } from '@/lib/release/bytes';
import { assemble, type CompiledRelease } from '@/lib/release/compile';
import type { ReleaseMemo } from '@/lib/release/release-memo';
import type { BlobName } from '../ports/blob-store';
import { putJson } from './json-blobs';
import { loadMemos, memoOfPlan, saveMemo } from './memos';
import { loadParts } from './parts';
import { PLANS, type Plan } from './plan';
import type { PublishPorts } from './publish-ports';
import { putBlobs } from './put-blobs';
import { objectBlob, pageBlob } from './stored-release';

/** What a release is made of, but for compiler and reference. */
export interface PlanInputs extends Pick<Plan, 'inputs'> {
  readonly notices: readonly Notice[];
}

/** What is there already. */
export interface Beginning {
  /** The plan of the release before; null: there is none. */
  readonly before: string | null;
  /** What an earlier call left that had not time for all of it; null: none. */
  readonly begun: BlobName | null;
}

/** What a call has stored of a release of which one call cannot make all. */
export interface Begun {
  /** For the next call's `Beginning`. */
  readonly begun: BlobName | null;
  /** Bytes of pages that this call has stored. */
  readonly bytes: number;
}

/** A plan with its blob's name, and the bytes. */
export interface MadeRelease extends Begun {
  readonly kind: 'made';
  readonly planName: string;
  readonly plan: Plan;
  readonly compiled: CompiledRelease;
}

/** There was not time for all of it. */
export interface UnfinishedRelease extends Begun {
  readonly kind: 'unfinished';
}

/** Make it, store the plan, and keep the bytes on the shelf; pages that are there already are not made again. `unfinished`:
 *  `mayGoOn` has said that the time is up; call again with this `begun`. At least one input, sorted by office and
 *  election. Throws `StoreError`. */
export async function makeRelease(
  ports: PublishPorts,
  wanted: PlanInputs,
  { before, begun }: Beginning,
  mayGoOn: () => boolean,
): Promise<MadeRelease | UnfinishedRelease> {
  const memos = [...(before === null ? [] : [await memoOfPlan(before)]), ...(begun === null ? [] : [begun])];
  const compiled = await assembled(ports, wanted, await loadMemos(ports, memos), mayGoOn);
  if (compiled === null) return { kind: 'unfinished', begun, bytes: 0 };
  if (compiled.unmade > 0) return { kind: 'unfinished', ...(await keepPages(ports, compiled)) };
  // What several calls were needed for is not to be made again by the steps after this one, either.
  const isLast = begun !== null && compiled.pages.size > 0;
  const kept = isLast ? await keepPages(ports, compiled) : { begun, bytes: 0 };
  const { root, pagesRoot, elections, notices } = compiled.pointer;
  const plan: Plan = {
    inputs: wanted.inputs,
    notices: notices.map((notice) => ({ ...notice, pollingLocationIds: [...notice.pollingLocationIds] })),
    compilerVersion: ports.compilerVersion,
    referenceVersion: ports.referenceVersion,
    root,
    pagesRoot,
    elections: [...elections],
    objects: [...compiled.objects.keys(), ...compiled.keptObjects].sort(),
  };
  const planName = await putJson(ports.blobs, PLANS, plan);
  await saveMemo(ports, await memoOfPlan(planName), compiled.memo);
  ports.shelf.merged.clear();
  ports.shelf.merged.set(planName, compiled);
  return { kind: 'made', planName, plan, compiled, ...kept };
}

/** The bytes of a plan: from the shelf, or made again. null: this compiler makes another release of it. */
export async function remade(
  ports: PublishPorts,
  planName: string,
  plan: Plan,
  beginning: Beginning,
): Promise<CompiledRelease | null> {
  const known = ports.shelf.merged.get(planName);
  if (known !== undefined) return known;
  const made = await makeRelease(ports, plan, beginning, () => true);
  return made.kind === 'made' && made.planName === planName ? made.compiled : null;
}

/** Its pages are stored as they are, so that the next call need not make them. */
async function keepPages(ports: PublishPorts, { objects, pages, memo }: CompiledRelease): Promise<Begun> {
  const files = new Map<BlobName, Uint8Array>();
  for (const bytes of pages.values()) files.set(pageBlob(await sha256Hex(bytes)), bytes);
  for (const { object } of memo.pages.values()) {
    // What another release or an earlier call has is stored.
    const bytes = objects.get(object);
    if (bytes !== undefined) files.set(objectBlob(object), bytes);
  }
  await putBlobs(ports, files, () => true);
  const begun = await memoOfPlan(ports.newId());
  await saveMemo(ports, begun, memo);
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return { begun, bytes };
}

/** null: the time was up before every office was compiled. */
async function assembled(
  ports: PublishPorts,
  { inputs, notices }: PlanInputs,
  memo: ReleaseMemo,
  mayGoOn: () => boolean,
): Promise<CompiledRelease | null> {
  const wanted = inputs.map(({ published }) => published);
  const parts = await loadParts(ports, wanted, mayGoOn);
  if (parts === null) return null;
  const used = new Set(wanted);
  for (const dataset of ports.shelf.parts.keys()) if (!used.has(dataset)) ports.shelf.parts.delete(dataset);
  // Line, number and times stand in the pointer alone, and that is made when it is signed.
  return assemble(parts, {
    notices,
    reference: ports.reference(),
    releaseLine: '',
    sequence: 0,
    now: new Date(0),
    expiresAt: new Date(0),
    languages: ports.languages,
    origin: ports.origin,
    memo,
    mayGoOn,
  });
}
