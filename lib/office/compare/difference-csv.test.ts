// The comparison as a file: every range with its way, and nothing that a spreadsheet would run.

import { expect, it } from 'vitest';
import { exampleCounty, place, segment } from '@/lib/release/offices.fixture';
import { compareDatasets } from './compare-datasets';
import { differenceCsv } from './difference-csv';

it('writes a record for each range, and no formula', () => {
  const live = { ...exampleCounty, streetSegments: [segment({ id: 's1', precinctId: 'p1' })] };
  const draft = {
    ...live,
    pollingLocations: live.pollingLocations.map((each) => place({ ...each, name: '=HYPERLINK("x")' })),
    streetSegments: [segment({ id: '-1+1', precinctId: 'p1', endHouseNumber: 49 })],
  };
  const records = [...differenceCsv(compareDatasets(live, draft))];
  expect(records[1]).toContain('"range vanished","\'=HYPERLINK(""x"")","","50","99","both","","MAIN ST"');
  expect(records.join('')).not.toMatch(/(^|,|\n)"?[=+\-@]/);
});
