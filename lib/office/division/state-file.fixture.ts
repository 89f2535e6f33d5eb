// Owns a state's one file for tests: two counties that run their own elections, the state's office, and a draft of it at the desk.

import type { Dataset } from '@/lib/core/vip';
import { exampleCounty, locality, precinct, sampleCounty } from '@/lib/release/offices.fixture';
import { storeDataset } from '../drafts/datasets';
import { type Draft, drafts } from '../drafts/draft';
import { storeProblems } from '../drafts/stored-problems';
import { type Office, offices } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import { storeDivision } from './store-division';

export const STATE = 'xx-capitol';
export const EXAMPLE = 'xx-example';
export const SAMPLE = 'xx-sample-county';

/** An office of the state XX, its phone confirmed. */
export function officeOf(id: string, name: string, kind: Office['kind'] = 'county'): Office {
  return {
    id,
    name,
    kind,
    state: 'XX',
    phone: { number: '555-0100', electionDayHours: '6 to 9', confirmed: { by: 'cleo', at: '' } },
    singleNumberBeatsRange: false,
    dutyApproverIds: [],
    isPractice: false,
  };
}

/** Example and Sample County in one, and Fir, of which no precinct could be read. */
export function stateFile(example: Dataset = exampleCounty, sample: Dataset = sampleCounty): Dataset {
  const of = <
    Key extends
      | 'localities'
      | 'electionAdministrations'
      | 'precincts'
      | 'pollingLocations'
      | 'streetSegments',
  >(
    key: Key,
  ) => [...example[key], ...sample[key]];
  return {
    ...exampleCounty,
    officeId: STATE,
    source: { name: 'Capitol', vipId: '99', dateTime: null },
    localities: [...of('localities'), locality({ id: '3', name: 'Fir' })] as Dataset['localities'],
    electionAdministrations: of('electionAdministrations') as Dataset['electionAdministrations'],
    precincts: of('precincts') as Dataset['precincts'],
    pollingLocations: of('pollingLocations') as Dataset['pollingLocations'],
    streetSegments: of('streetSegments') as Dataset['streetSegments'],
  };
}

/** Its precinct p1 votes at the library. */
export const movedExample: Dataset = {
  ...exampleCounty,
  precincts: exampleCounty.precincts.map((each) =>
    each.id === 'p1' ? precinct({ ...each, pollingLocationIds: ['library'] }) : each,
  ),
};

/** A draft of the file in the state's office, checked by Ana; gives its id. */
export async function stateDraft(ports: OfficePorts, dataset: Dataset, authorId = 'ana'): Promise<string> {
  const at = ports.now().toISOString();
  const id = ports.newId();
  const { election, streetSegments, precincts, pollingLocations } = dataset;
  const desk = (await offices.list(ports.state)).map(({ value }) => value);
  const read = { dataset, problems: [], tables: [], rows: new Map(), at, desk, ofAll: false };
  const draft: Draft = {
    id,
    officeId: STATE,
    state: 'checked',
    author: { id: authorId, name: 'Ana', at, kind: 'person' },
    title: 'The state’s file',
    files: [],
    corrections: [],
    checked: {
      at,
      dataset: await storeDataset(ports, dataset),
      electionId: election.id,
      electionName: election.name,
      electionDate: election.date,
      segments: streetSegments.length,
      precincts: precincts.length,
      pollingLocations: pollingLocations.length,
      rowsIn: 0,
      rowsSetAside: 0,
      fatals: 0,
      errors: 0,
      conflicts: 0,
      warnings: 0,
      problems: await storeProblems(ports, [], new Map()),
      division: await storeDivision(ports, read, async () => {}),
    },
    acknowledged: {},
    submitted: null,
    approved: null,
    returned: null,
    jobId: null,
  };
  await ports.state.commit({ id: ports.newId(), checks: [], writes: [drafts.write(draft, [STATE, id])] });
  return id;
}
