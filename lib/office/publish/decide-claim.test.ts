// Two offices claiming the same numbers: whose rows answer, and what becomes of it when either publishes, goes back, or
// takes its data away.

import { describe, expect, it } from 'vitest';
import { exampleCounty, sampleCounty, segment } from '@/lib/release/offices.fixture';
import { choices } from './choice';
import { claims } from './claim';
import { claimsOf, decideClaim } from './decide-claim';
import type { PublishPorts } from './publish-ports';
import { ANNA, BEN, driven, liveProblems, publish, publishPorts, told } from './publish-ports.fixture';
import { approveRollback, requestRollback } from './request-rollback';

/** Sample County claims numbers 50 to 199 of Hill Street's neighbour, Mail Road, which Example County has. */
const claiming = {
  ...sampleCounty,
  streetSegments: [
    ...sampleCounty.streetSegments,
    segment({ id: 't2', precinctId: 'q1', streetName: 'LAKE', addressDirection: 'S', endHouseNumber: 299 }),
  ],
};
const LAKE = '5 Lake St S, Exampleton, 00011';
const HILL = '1 Hill St, Sampleville, 00012';
const id = '2030-11-05_xx-example_xx-sample';

async function claimed(): Promise<PublishPorts> {
  const ports = await publishPorts();
  await publish(ports, exampleCounty);
  await publish(ports, claiming);
  return ports;
}

async function decide(ports: PublishPorts, answers: string | null): Promise<void> {
  const job = await decideClaim(ports, { claimId: id, answers, by: ANNA });
  if (!job.ok) throw new Error(job.error.code);
  expect((await driven(ports, job.value.id)).state).toBe('done');
}

const lost = async (ports: PublishPorts) =>
  (await claims.read(ports.state, id))?.value.setAside.map(({ officeId, segments }) => [officeId, segments]);

describe('a claim on a neighbour’s numbers', () => {
  it('sets the newcomer’s rows aside, and shows it to both', async () => {
    const ports = await claimed();
    expect(await told(ports, LAKE)).toBe('found Example School');
    expect(await told(ports, HILL)).toBe('found Sample Hall');
    expect(await claimsOf(ports, 'xx-example')).toEqual(await claimsOf(ports, 'xx-sample'));
    expect(await claimsOf(ports, null)).toMatchObject([
      {
        id,
        answers: null,
        setAside: [{ officeId: 'xx-sample', segments: 1, examples: ['1-299 LAKE ST S, EXAMPLETON 00011'] }],
      },
    ]);
    const choice = (await choices.read(ports.state, 'xx-sample', 'general-2030'))?.value.current;
    expect(choice?.published).not.toBe(choice?.dataset);
    expect(await liveProblems(ports)).toEqual([]);
  });

  it('is decided for the newcomer, and then for the holder', async () => {
    const ports = await claimed();
    await decide(ports, 'xx-sample');
    expect(await told(ports, LAKE)).toBe('found Sample Hall');
    expect(await lost(ports)).toEqual([['xx-example', 1]]);
    await decide(ports, 'xx-example');
    expect(await told(ports, LAKE)).toBe('found Example School');
    expect(await lost(ports)).toEqual([['xx-sample', 1]]);
    expect(await liveProblems(ports)).toEqual([]);
  });

  it('stays decided when either office publishes again', async () => {
    const ports = await claimed();
    await decide(ports, 'xx-sample');
    await publish(ports, { ...exampleCounty, source: { ...exampleCounty.source, dateTime: 'later' } });
    expect(await told(ports, LAKE)).toBe('found Sample Hall');
    await publish(ports, { ...claiming, source: { ...claiming.source, dateTime: 'later' } });
    expect(await told(ports, LAKE)).toBe('found Sample Hall');
    expect(await lost(ports)).toEqual([['xx-example', 1]]);
  });

  it('is over when the holder lets the numbers go', async () => {
    const ports = await claimed();
    await publish(ports, {
      ...exampleCounty,
      streetSegments: exampleCounty.streetSegments.filter(({ id: row }) => row !== 's3'),
    });
    expect(await told(ports, LAKE)).toBe('found Sample Hall');
    expect(await claimsOf(ports, null)).toEqual([]);
  });

  it('gives the newcomer its rows back when the holder’s data are taken away, and not the other way round', async () => {
    const ports = await claimed();
    const asked = await requestRollback(ports, {
      officeId: 'xx-example',
      electionId: 'general-2030',
      dataset: null,
      reason: '',
      by: ANNA,
    });
    if (!asked.ok) throw new Error(asked.error.code);
    const job = await approveRollback(ports, {
      officeId: 'xx-example',
      rollbackId: asked.value.id,
      by: BEN,
    });
    if (!job.ok) throw new Error(job.error.code);
    await driven(ports, job.value.id);
    expect(await told(ports, LAKE)).toBe('found Sample Hall');
    await publish(ports, exampleCounty);
    expect(await told(ports, LAKE)).toBe('found Sample Hall');
    expect(await lost(ports)).toEqual([['xx-example', 1]]);
    expect(await liveProblems(ports)).toEqual([]);
  });

  it('is none on another election day', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    const later = { ...claiming.election, id: 'runoff', date: '2030-12-03' };
    await publish(ports, { ...claiming, election: later });
    expect(await claimsOf(ports, null)).toEqual([]);
  });
});
