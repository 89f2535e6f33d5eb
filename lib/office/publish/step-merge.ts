// Owns the second step: what is live is read, the job's own choice put beside everybody else's, and a release made of it.
// Nothing that voters can reach changes.

import { adoptNewer } from './adopt';
import { choices } from './choice';
import { claims } from './claim';
import { inputsInForce } from './in-force';
import { putJson } from './json-blobs';
import { makeRelease } from './make-release';
import { MERGED, type Merged } from './merged';
import { noticesInForce } from './notices-in-force';
import { livePointer } from './pointer';
import { settle } from './settle';
import { failed, type Step } from './step';
import { wantedOf } from './wanted';

/** Leaves `merge`: blob `merged/<sha256>`. `empty`: no office would be left. */
export const mergeStep: Step = async (ports, { value: job }) => {
  const wanted = await wantedOf(ports, job);
  if (!wanted.ok) return { kind: 'failed', error: wanted.error };
  await adoptNewer(ports);
  // The pointer before the choices: a publish between the two shows as another plan when ours is about to move.
  const base = await livePointer(ports);
  const [standing, known] = [await choices.list(ports.state), await claims.list(ports.state)];
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
  const { planName } = await makeRelease(ports, { inputs, notices }, base?.value.plan ?? null);
  const merged: Merged = {
    plan: planName,
    base: base?.value.plan ?? null,
    choices: [...settled.choices],
    claims: [...settled.claims],
  };
  return { kind: 'next', left: { merge: await putJson(ports.blobs, MERGED, merged) } };
};
