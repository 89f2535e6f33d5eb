// Going back, by two people, while others publish.

import { describe, expect, it } from 'vitest';
import { exampleCounty, sampleCounty, segment } from '@/lib/release/offices.fixture';
import type { OfficePorts } from '../ports/office-ports';
import { advanceJob } from './advance-job';
import { choices } from './choice';
import { history } from './history';
import {
  ANNA,
  BEN,
  driven,
  liveOffices,
  liveProblems,
  publish,
  publishPorts,
  told,
} from './publish-ports.fixture';
import { approveRollback, refuseRollback, requestRollback } from './request-rollback';
import { rollbacks } from './rollback';

const MAIN = '1 Main St, Exampleton, 00011';
const HILL = '1 Hill St, Sampleville, 00012';

const renamed = {
  ...exampleCounty,
  pollingLocations: exampleCounty.pollingLocations.map((place) => ({ ...place, name: `New ${place.name}` })),
};
const withoutMail = {
  ...exampleCounty,
  streetSegments: exampleCounty.streetSegments.filter(({ id }) => id !== 's5'),
};
const longerHill = {
  ...sampleCounty,
  streetSegments: [
    ...sampleCounty.streetSegments,
    segment({ id: 't2', precinctId: 'q1', streetName: 'VALLEY', city: 'SAMPLEVILLE', zip: '00012' }),
  ],
};

async function wish(ports: OfficePorts, dataset: string | null, officeId = 'xx-example') {
  const electionId = 'general-2030';
  const asked = await requestRollback(ports, { officeId, electionId, dataset, reason: 'wrong', by: ANNA });
  if (!asked.ok) throw new Error(asked.error.code);
  return asked.value;
}

async function approved(ports: OfficePorts, rollbackId: string, officeId = 'xx-example'): Promise<string> {
  const job = await approveRollback(ports, { officeId, rollbackId, by: BEN });
  if (!job.ok) throw new Error(job.error.code);
  return job.value.id;
}

const firstDataset = async (ports: OfficePorts, officeId = 'xx-example') =>
  (await choices.read(ports.state, officeId, 'general-2030'))?.value.previous[0]?.dataset ?? null;

describe('going back', () => {
  it('chooses the earlier dataset again, under a higher number, and keeps the other to go back to', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    const before = await publish(ports, renamed);
    const { id } = await wish(ports, await firstDataset(ports));
    expect(await told(ports, MAIN)).toBe('found New Example School');
    const job = await driven(ports, await approved(ports, id));
    expect(await told(ports, MAIN)).toBe('found Example School');
    expect(job.result?.sequence).toBeGreaterThan(before.result?.sequence ?? 0);
    const choice = (await choices.read(ports.state, 'xx-example', 'general-2030'))?.value;
    expect(choice?.previous.map(({ approvedBy }) => approvedBy)).toEqual(['Ben']);
    expect((await history(ports, { officeId: 'xx-example', limit: 1 }))[0]?.kind).toBe('rollback');
    expect((await rollbacks.read(ports.state, 'xx-example', id))?.value.state).toBe('done');
  });

  it('is not approved by who asked for it, nor twice', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    await publish(ports, renamed);
    const { id: rollbackId } = await wish(ports, await firstDataset(ports));
    const officeId = 'xx-example';
    expect(await approveRollback(ports, { officeId, rollbackId, by: ANNA })).toMatchObject({
      error: { code: 'samePerson' },
    });
    await approved(ports, rollbackId);
    expect(await approveRollback(ports, { officeId, rollbackId, by: BEN })).toMatchObject({
      error: { code: 'notRequested' },
    });
  });

  it('is refused, and nothing changes', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    await publish(ports, renamed);
    const { id: rollbackId } = await wish(ports, await firstDataset(ports));
    expect((await refuseRollback(ports, { officeId: 'xx-example', rollbackId, by: BEN })).ok).toBe(true);
    expect(await told(ports, MAIN)).toBe('found New Example School');
  });

  it('undoes nobody else’s publish, also one that happens meanwhile', async () => {
    for (let steps = 0; steps < 6; steps += 1) {
      const ports = await publishPorts();
      for (const dataset of [exampleCounty, sampleCounty, renamed]) await publish(ports, dataset);
      const jobId = await approved(ports, (await wish(ports, await firstDataset(ports))).id);
      for (let step = 0; step < steps; step += 1) await advanceJob(ports, jobId);
      await publish(ports, longerHill);
      await driven(ports, jobId);
      expect(await told(ports, MAIN)).toBe('found Example School');
      expect(await told(ports, '1 Valley St, Sampleville, 00012')).toBe('found Sample Hall');
      expect(await liveProblems(ports)).toEqual([]);
    }
  });

  it('takes an office’s data back, and leaves the neighbour in the shared ZIP', async () => {
    const ports = await publishPorts();
    for (const dataset of [exampleCounty, sampleCounty, withoutMail]) await publish(ports, dataset);
    await driven(ports, await approved(ports, (await wish(ports, null)).id));
    expect(await liveOffices(ports)).toEqual(['xx-sample']);
    expect(await told(ports, HILL)).toBe('found Sample Hall');
    expect(await liveProblems(ports)).toEqual([]);
    // And it can be had again.
    await driven(ports, await approved(ports, (await wish(ports, await firstDataset(ports))).id));
    expect(await told(ports, MAIN)).toBe('found Example School');
  });

  it('does not take the last office’s data back', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    const asked = await requestRollback(ports, {
      officeId: 'xx-example',
      electionId: 'general-2030',
      dataset: null,
      reason: '',
      by: ANNA,
    });
    expect(asked).toMatchObject({ ok: false, error: { code: 'lastOffice' } });
  });
});
