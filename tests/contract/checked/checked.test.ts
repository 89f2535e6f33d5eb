// Every item of what is checked: found where it shows, in each form that the upload may have, at its row and column and with its
// severity; and nothing found in its sound twin.

import { describe, expect, it } from 'vitest';
import type { CheckedItem, FeedForm, Way } from '@/lib/ingest/problems/checked/checked-item';
import { checkedSections } from '@/lib/ingest/problems/checked/checked-items';
import { readExample, readFiles } from '@/lib/ingest/problems/examples/real-files.fixture';
import type { ReadUpload } from '@/lib/ingest/read-upload';
import { filesIn } from './forms';
import { codesOf, foundIn, withoutNames } from './found';

/** What an upload of the three tables or of a list of the office may have, and what a whole feed may. */
const ownForms = ['zip', 'workbook', 'tabs in UTF-16BE'] as const satisfies readonly FeedForm[];
const feedForms = [...ownForms, 'XML 3.1', 'XML 5.2', 'XML 6.0'] as const satisfies readonly FeedForm[];

const isXml = (form: FeedForm): boolean => form.startsWith('XML');

function expectGiven({ dataset }: ReadUpload, { gives }: Way): void {
  if (gives === undefined) return;
  const { streetSegments = [], precincts = [], pollingLocations = [] } = dataset ?? {};
  expect([streetSegments.length, precincts.length, pollingLocations.length]).toEqual([...gives]);
}

for (const { heading, items } of checkedSections) {
  describe(heading, () => {
    describe.each(items.map((item) => ({ ...item, name: item.item })))('$name', (item: CheckedItem) => {
      for (const way of item.ways) {
        it(way.way, async () => {
          const read = await readExample(way, way);
          expect(foundIn(read.problems)).toEqual([...way.found].sort());
          expect(read.dataset === null).toBe(way.found.some((line) => line.startsWith('fatal')));
          expectGiven(read, way);
        });
        for (const form of way.forms ?? (way.around === 'own' ? ownForms : feedForms)) {
          it(`${way.way}: ${form}`, async ({ skip }) => {
            const files = await filesIn(form, way);
            if (files === null) return skip('only texts have other forms');
            const read = await readFiles(files, way, way);
            const found = foundIn(read.problems);
            if (isXml(form)) expect(codesOf(found)).toEqual(codesOf(way.found));
            else expect(withoutNames(found)).toEqual(withoutNames(way.found));
            expectGiven(read, way);
          });
        }
      }

      it('is one that its codes are found of, and no others', () => {
        const found = new Set(item.ways.flatMap(({ found }) => found.map((line) => line.split(' ')[1])));
        expect(item.codes.filter((code) => !found.has(code))).toEqual([]);
      });
    });
  });
}
