// Owns the fourth step: what was stored is read back as a reader would, before anybody is pointed to it. Objects of the
// release that is live were looked at when they were new.

import { sha256Hex } from '@/lib/release/bytes';
import type { Sha256Hex } from '@/lib/release/format';
import { verifyFresh } from '@/lib/release/verify-fresh';
import { verifyPointer } from '@/lib/release/verify-pointer';
import { signNow } from '../keys/signing';
import { freshOf } from './fresh';
import { goldenProblem } from './golden';
import { inBatches } from './in-batches';
import { officesOf } from './job';
import { livePointer, pointerTo } from './pointer';
import type { PublishPorts } from './publish-ports';
import { failed, type Step, type StepOutcome } from './step';
import { freshPages } from './step-store';
import { pageBlob, storedObjects } from './stored-release';

const AT_ONCE = 16;

/** `notVerified`: the store gave back something else than it was given, or no reader would believe the signature.
 *  `golden`: an address that the office knows the answer to is answered otherwise. */
export const verifyStep: Step = async (ports, { value: job }) => {
  const { plan, base, merged } = await freshOf(ports, job);
  const signed = await signNow(
    ports,
    await pointerTo(ports, plan, (await livePointer(ports))?.value ?? null),
  );
  if (!signed.ok) return { kind: 'failed', error: signed.error };
  const trust = { publicKeys: ports.publicKeys, revokedKeyIds: [], highestSequences: {} };
  const pointer = await verifyPointer(signed.value, trust);
  if (!pointer.ok) return notRight(pointer.error.message);
  const objects = storedObjects(ports.blobs);
  const [problem] = await verifyFresh(objects, plan, new Set(base?.objects));
  if (problem !== undefined) return notRight(`${problem.file}: ${problem.message}`);
  const page = await wrongPage(ports, await freshPages(ports, plan.pagesRoot, base?.pagesRoot ?? null));
  if (page !== null) return notRight(`${page}: it is not what was stored`);
  const own = officesOf(job);
  const chosen = merged.choices.map(({ next }) => next).filter(({ officeId }) => own.has(officeId));
  const golden = await goldenProblem(ports, chosen, pointer.value, objects);
  return golden === null ? { kind: 'next', left: {} } : failed('golden', golden);
};

/** The path of a page whose bytes are missing or are others. */
async function wrongPage(
  { blobs }: PublishPorts,
  pages: ReadonlyMap<string, Sha256Hex>,
): Promise<string | null> {
  let wrong: string | null = null;
  await inBatches([...pages], AT_ONCE, async ([path, hash]) => {
    const bytes = await blobs.get(pageBlob(hash));
    if (bytes === null || (await sha256Hex(bytes)) !== hash) wrong = path;
    return wrong === null;
  });
  return wrong;
}

function notRight(what: string): StepOutcome {
  return failed(
    'notVerified',
    `What was stored does not read back right (${what}). Nothing was published. Try again.`,
  );
}
