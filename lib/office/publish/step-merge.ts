// Owns the second step: what is live is read, the job's own choice put beside everybody else's, and a release made of it.
// Nothing that voters can reach changes. In several calls where there is much to make: a whole state's first publish, the
// first one after Levee itself was updated.

import { adoptNewer } from './adopt';
import { choices } from './choice';
import { claims } from './claim';
import { inputsInForce } from './in-force';
import { putJson } from './json-blobs';
import { makeRelease } from './make-release';
import { MERGED, type Merged } from './merged';
import { noticesInForce } from './notices-in-force';
import { loadParts } from './parts';
import { livePointer } from './pointer';
import { settle } from './settle';
import { failed, type Step, timeLimit } from './step';
import { wantedOf } from './wanted';

/** So long offices are compiled and pages made. What comes before and after is to end in ten seconds, too. */
const BUDGET_MS = 4_000;

/** Leaves `merge`: blob `merged/<sha256>`; `begun`, where one call was not enough, the memo of what is there by then, and
 *  its `begunBytes`. `empty`:
 *  no office would be left. */
export const mergeStep: Step = async (ports, { value: job }) => {
  const wanted = await wantedOf(ports, job);
  if (!wanted.ok) return { kind: 'failed', error: wanted.error };
  await adoptNewer(ports);
  // The pointer before the choices: a publish between the two shows as another plan when ours is about to move.
  const base = await livePointer(ports);
  const [standing, known] = [await choices.list(ports.state), await claims.list(ports.state)];
  const mayGoOn = timeLimit(ports, BUDGET_MS);
  // All that are live, at once: whether one of them has a claim is seen by its part.
  const live = standing.flatMap(({ value: { current } }) => (current === null ? [] : [current.published]));
  if ((await loadParts(ports, live, mayGoOn)) === null) return { kind: 'again', left: {} };
  const settled = await settle(ports, {
    standing,
    claims: known,
    wanted: wanted.value,
    claimId: job.target.kind === 'claim' ? job.target.claimId : null,
  });
  const inputs = inputsInForce(settled.all, ports.now());
  if (inputs.length === 0) {
    return failed(
      'empty',
      'No office would be left on the list, and a list without any office cannot be published.',
    );
  }
  const notices = await noticesInForce(ports, ports.now());
  const before = base?.value.plan ?? null;
  const beginning = { before, begun: job.left.begun ?? null };
  const made = await makeRelease(ports, { inputs, notices }, beginning, mayGoOn);
  const begunBytes = String(Number(job.left.begunBytes ?? 0) + made.bytes);
  const begun = made.begun === null ? {} : { begun: made.begun, begunBytes };
  if (made.kind === 'unfinished') return { kind: 'again', left: begun };
  const merged: Merged = {
    plan: made.planName,
    base: before,
    choices: [...settled.choices],
    claims: [...settled.claims],
  };
  return { kind: 'next', left: { ...begun, merge: await putJson(ports.blobs, MERGED, merged) } };
};
