// Owns making a release of what is chosen: parts in, plan and bytes out. The same inputs give the same release, so that
// what is no longer at hand can be made again. Knows no job.

import type { Notice } from '@/lib/core/lookup/outcome';
import { assemble, type CompiledRelease } from '@/lib/release/compile';
import type { PageMemo } from '@/lib/release/plain-pages/plain-pages';
import { putJson } from './json-blobs';
import { loadPageMemo, savePageMemo } from './page-memos';
import { loadPart } from './parts';
import { PLANS, type Plan } from './plan';
import type { PublishPorts } from './publish-ports';

/** What a release is made of, but for compiler and reference. */
export interface PlanInputs extends Pick<Plan, 'inputs'> {
  readonly notices: readonly Notice[];
}

/** A plan with its blob's name, and the bytes. */
export interface MadeRelease {
  readonly planName: string;
  readonly plan: Plan;
  readonly compiled: CompiledRelease;
}

/** Make it, store the plan, and keep the bytes on the shelf; pages that the plan `before` has are not made again. At least
 *  one input, sorted by office and election. Throws `StoreError`. */
export async function makeRelease(
  ports: PublishPorts,
  wanted: PlanInputs,
  before: string | null,
): Promise<MadeRelease> {
  const compiled = await assembled(ports, wanted, await loadPageMemo(ports, before));
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
  await savePageMemo(ports, planName, compiled.pageMemo);
  ports.shelf.merged.clear();
  ports.shelf.merged.set(planName, compiled);
  return { planName, plan, compiled };
}

/** The bytes of a plan: from the shelf, or made again. null: this compiler makes another release of it. */
export async function remade(
  ports: PublishPorts,
  planName: string,
  plan: Plan,
  before: string | null,
): Promise<CompiledRelease | null> {
  const known = ports.shelf.merged.get(planName);
  if (known !== undefined) return known;
  const made = await makeRelease(ports, plan, before);
  return made.planName === planName ? made.compiled : null;
}

async function assembled(
  ports: PublishPorts,
  { inputs, notices }: PlanInputs,
  pageMemo: PageMemo,
): Promise<CompiledRelease> {
  const parts = [];
  for (const { published } of inputs) parts.push(await loadPart(ports, published));
  const used = new Set(inputs.map(({ published }) => published));
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
    pageMemo,
  });
}
