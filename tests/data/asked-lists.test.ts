// Addresses of every real list, typed rightly, short and wrongly in many ways by chance that can be repeated: no place is shown that the
// rows give to no reading of the text, and no whole address of a list is missing. `npm run test:long` asks many more.

import { describe, expect, it } from 'vitest';
import { hasSharedData } from '../shared-data';
import { askList } from './oracle/ask-list';
import { listsToAsk, writtenForms } from './oracle/lists';

const COUNT = 300;
/** Forms that people wrote are damaged at times, or of other countries. */
const MOST_FORMS_MISSING = 0.1;

describe.skipIf(!hasSharedData)('a list that is asked for its own addresses', () => {
  const lists = hasSharedData ? listsToAsk([1], 60) : [];

  it.each(lists.map((list) => [list.name, list] as const))(
    'answers none wrongly: %s',
    async (_, list) => {
      const tally = await askList(list, writtenForms(), { seed: 20261103, count: COUNT });
      expect(tally.wrong).toEqual([]);
      expect(tally.falseMissing).toEqual([]);
      expect(tally.formsMissing.length).toBeLessThanOrEqual(tally.forms * MOST_FORMS_MISSING);
      expect(tally.right).toBeGreaterThan(COUNT / 2);
      expect(tally.choseOne).toBeLessThan(COUNT / 50);
    },
    120_000,
  );
});
