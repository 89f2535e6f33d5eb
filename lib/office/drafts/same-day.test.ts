// One list for a day, whatever an export calls its election.

import { describe, expect, it } from 'vitest';
import { exampleCounty } from '@/lib/release/offices.fixture';
import type { OfficeChoice } from '../publish/choice';
import { asLiveElection } from './same-day';

const { election } = exampleCounty;

function live(electionId: string, electionDate: string, isTaken = false): OfficeChoice {
  const at = '2030-10-01T00:00:00.000Z';
  const current = {
    dataset: 'a',
    published: 'a',
    draftId: null,
    approvedBy: 'Ben',
    at,
    segments: 1,
    pollingLocations: 1,
  };
  return {
    officeId: exampleCounty.officeId,
    electionId,
    electionName: 'An election',
    electionDate,
    current: isTaken ? null : current,
    previous: [],
  };
}

describe('the election of a draft', () => {
  it.each([
    ['has the id under which its day is live', [live('4001', election.date)], '4001'],
    [
      'keeps its id where that is live',
      [live('4001', election.date), live(election.id, election.date)],
      election.id,
    ],
    ['keeps its id where another day is live', [live('4001', '2030-12-03')], election.id],
    [
      'keeps its id where what was live of its day was taken back',
      [live('4001', election.date, true)],
      election.id,
    ],
    ['keeps its id where nothing is live', [], election.id],
  ])('%s', (_, choices, id) => {
    expect(asLiveElection(exampleCounty, choices).election).toEqual({ ...election, id });
  });
});
