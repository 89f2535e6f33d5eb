// Any list of single addresses, the whole way to answers: each listed address answers its own place or a contradiction, and a number
// that is not listed answers nothing at all.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { datasetOf, readMapped } from '@/lib/ingest/mapping/convert/convert-tables.fixture';
import { releaseOfDatasets } from './real-release';

const NOW = new Date('2026-11-01T12:00:00Z');
const STREETS = ['Oak St', 'E Lake Rd', 'County Road 4'] as const;
const LAST = 16;

const lists = fc.array(
  fc.record({
    street: fc.constantFrom(...STREETS),
    number: fc.integer({ min: 1, max: LAST }),
    unit: fc.constantFrom('', '', '', '1', '2B'),
    place: fc.constantFrom('A', 'B', 'C'),
  }),
  { minLength: 1, maxLength: 40 },
);

it('answers each listed address with its own place or conflict, and every other number with missing', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async (list) => {
      const lines = list.map(
        ({ street, number, unit, place }) =>
          `"${number} ${street}${unit === '' ? '' : ` Apt ${unit}`}, Springvale, OH 44999",${place},Hall ${place},${place} Hall Rd`,
      );
      const read = await readMapped([
        {
          name: 'voters.csv',
          kind: 'addresses',
          columns: {
            addressWhole: 'Address',
            precinctId: 'Precinct',
            placeName: 'Place',
            placeAddressWhole: 'At',
          },
          text: ['Address,Precinct,Place,At', ...lines].join('\n'),
        },
      ]);
      const release = await releaseOfDatasets([datasetOf(read)], NOW);
      for (const { street, number, unit, place } of list) {
        const text = `${number} ${street}${unit === '' ? '' : ` Apt ${unit}`}, Springvale, OH 44999`;
        const outcome = await release.answer(text, NOW);
        const isSplit = list.some(
          (one) => one.street === street && one.number === number && one.place !== place,
        );
        expect(isSplit ? ['found', 'conflict', 'choose'] : ['found'], text).toContain(outcome.kind);
        const names = 'pollingLocations' in outcome ? outcome.pollingLocations.map(({ name }) => name) : [];
        if (outcome.kind !== 'choose') expect(names, text).toContain(`Hall ${place}`);
        if (unit !== '') expect(outcome.kind, text).not.toBe('choose');
      }
      for (const street of STREETS) {
        for (let number = 1; number <= LAST + 2; number++) {
          if (list.some((one) => one.street === street && one.number === number)) continue;
          const outcome = await release.answer(`${number} ${street}, Springvale, OH 44999`, NOW);
          expect(outcome.kind, `${number} ${street}`).toBe('missing');
        }
      }
    }),
    { seed: 42, numRuns: 25 },
  );
}, 120_000);
