// Elections that a clerk can choose instead of typing one.

import { describe, expect, it } from 'vitest';
import { choices } from '../publish/choice';
import { draftPorts, OFFICE } from './draft-ports.fixture';
import { knownElections, nextFederal } from './known-elections';

describe('nextFederal', () => {
  it.each([
    ['2026-01-01', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['2026-11-04', '2028-11-07'],
    ['2027-06-01', '2028-11-07'],
    ['2028-12-31', '2030-11-05'],
    ['2032-02-29', '2032-11-02'],
  ])('after %s is on %s', (today, date) => {
    expect(nextFederal(today)).toEqual({ name: 'General Election', date });
  });
});

describe('knownElections', () => {
  it('gives what other offices of the state have, the nearest first, and nothing that is over', async () => {
    const ports = await draftPorts();
    const today = ports.now().getTime();
    const day = (days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10);
    const choice = (officeId: string, electionDate: string) =>
      choices.write(
        {
          officeId,
          electionId: electionDate,
          electionName: `E ${officeId}`,
          electionDate,
          current: null,
          previous: [],
        },
        [officeId, electionDate],
      );
    await ports.state.commit({
      id: ports.newId(),
      checks: [],
      writes: [choice('oh-other', day(10)), choice('oh-other', day(-10)), choice('ms-adams', day(5))],
    });
    const known = await knownElections(ports, { officeId: OFFICE.id, state: 'OH' });
    expect(known[0]).toEqual({ name: 'E oh-other', date: day(10) });
    expect(known).toHaveLength(2);
  });
});
