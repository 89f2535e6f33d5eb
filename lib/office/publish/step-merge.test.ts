// Owns the proof that a merge which has not time for all of it in one call comes to the same release by several, with
// nothing at hand from one to the next.

import { expect, it } from 'vitest';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { advanceJob } from './advance-job';
import { getJson } from './json-blobs';
import { planSchema } from './plan';
import { livePointer } from './pointer';
import type { PublishPorts } from './publish-ports';
import { approvedDraft, liveProblems, publish, publishPorts } from './publish-ports.fixture';

const emptyShelf = () => ({ parts: new Map(), merged: new Map() });

/** A clock that is looked at a second time only after a step's time is up. */
function hurried(ports: PublishPorts): PublishPorts {
  let ms = ports.now().getTime();
  return {
    ...ports,
    shelf: emptyShelf(),
    now: () => {
      ms += 10_000;
      return new Date(ms);
    },
  };
}

async function livePlan(ports: PublishPorts) {
  const live = await livePointer(ports);
  return live === null ? null : getJson(ports.blobs, live.value.plan, planSchema);
}

/** Gives the steps in the order in which they were called. */
async function driveHurried(ports: PublishPorts, jobId: string): Promise<readonly string[]> {
  const steps: string[] = [];
  let step: string = 'compile';
  for (;;) {
    steps.push(step);
    const job = await advanceJob(hurried(ports), jobId);
    if (!job.ok) throw new Error(job.error.message);
    if (job.value.state === 'done') return steps;
    if (job.value.state !== 'running') throw new Error(job.value.error?.message);
    step = job.value.step;
  }
}

it('makes a group of pages a call where there is not time for more, and the same release', async () => {
  const quick = await publishPorts();
  const slow = await publishPorts();
  for (const dataset of [exampleCounty, sampleCounty]) {
    await publish(quick, dataset);
    const { jobId } = await approvedDraft(slow, dataset);
    const steps = await driveHurried(slow, jobId);
    expect(steps.filter((step) => step === 'merge').length).toBeGreaterThan(2);
  }
  expect(await livePlan(slow)).toEqual(await livePlan(quick));
  expect(await liveProblems(slow)).toEqual([]);
});

it('comes to its end where every office has to be compiled anew, as after an update of Levee', async () => {
  const ports = await publishPorts();
  await publish(ports, exampleCounty);
  await publish(ports, sampleCounty);
  const updated = { ...ports, compilerVersion: 'next', shelf: emptyShelf() };
  const { jobId } = await approvedDraft(updated, {
    ...exampleCounty,
    streetSegments: exampleCounty.streetSegments.slice(1),
  });
  await driveHurried(updated, jobId);
  expect((await livePlan(updated))?.compilerVersion).toBe('next');
  expect(await liveProblems(updated)).toEqual([]);
});
