// The whole way, against plain arithmetic: whatever rows two offices give, each address of a release is
// answered as counting through the rows by hand would.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/core/result';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { toBase64Url } from './bytes';
import { compiledRelease } from './compiled.fixture';
import { KEY_ALGORITHM, keyIdOf } from './keys';
import { exampleCounty, place, precinct, sampleCounty, segment, VECTOR_NOW } from './offices.fixture';
import { openRelease } from './reader';
import { signPointer } from './sign';

const STREETS = ['OAK', 'ELM', 'LAKE'] as const;
const ZIPS = ['00011', '00012'] as const;
const LAST = 24;

const rows = fc.array(
  fc.record({
    street: fc.constantFrom(...STREETS),
    zip: fc.constantFrom(...ZIPS),
    start: fc.integer({ min: 1, max: LAST }),
    length: fc.nat(8),
    oddEvenBoth: fc.constantFrom('odd' as const, 'even' as const, 'both' as const),
    precinctId: fc.constantFrom('a', 'b', 'c'),
  }),
  { maxLength: 8 },
);

type Row = Parameters<typeof toSegment>[0];

function toSegment(
  row: {
    readonly street: string;
    readonly zip: string;
    readonly start: number;
    readonly length: number;
    readonly oddEvenBoth: StreetSegment['oddEvenBoth'];
    readonly precinctId: string;
  },
  index: number,
): StreetSegment {
  return segment({
    id: `s${index}`,
    precinctId: row.precinctId,
    streetName: row.street,
    zip: row.zip,
    startHouseNumber: row.start,
    endHouseNumber: row.start + row.length,
    oddEvenBoth: row.oddEvenBoth,
  });
}

/** Precincts a and b of an office share a place; c has its own. */
function office(base: Dataset, given: readonly Row[]): Dataset {
  const localityId = base.localities[0]!.id;
  const placeOf = (name: string) => `${base.officeId} ${name}`;
  return {
    ...base,
    pollingLocations: ['hall', 'school'].map((name) =>
      place({ id: placeOf(name), name: placeOf(name), line1: `1 ${placeOf(name)} ST` }),
    ),
    precincts: ['a', 'b', 'c'].map((id) =>
      precinct({ id, localityId, pollingLocationIds: [placeOf(id === 'c' ? 'school' : 'hall')] }),
    ),
    streetSegments: given.map(toSegment),
  };
}

/** Places that the rows give for a number, by counting. */
function byHand(
  datasets: readonly Dataset[],
  street: string,
  zip: string,
  number: number,
): readonly string[] {
  const places = datasets.flatMap((dataset) =>
    dataset.streetSegments
      .filter((row) => row.zip === zip && row.streetName === street)
      .filter((row) => row.startHouseNumber <= number && number <= row.endHouseNumber)
      .filter((row) => row.oddEvenBoth === 'both' || (row.oddEvenBoth === 'odd') === (number % 2 === 1))
      .flatMap((row) => dataset.precincts.find(({ id }) => id === row.precinctId)!.pollingLocationIds),
  );
  return [...new Set(places)].sort();
}

async function reader(datasets: readonly Dataset[]) {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const compiled = await compiledRelease(datasets);
  const { objects } = compiled;
  const pointer = await signPointer(compiled.pointer, {
    id: await keyIdOf(raw),
    privateKey: pair.privateKey,
  });
  const source = { pointer: async () => ok(pointer), object: async (name: string) => ok(objects.get(name)!) };
  const trust = { publicKeys: [toBase64Url(raw)], revokedKeyIds: [], highestSequences: {} };
  const release = await openRelease(source, trust, VECTOR_NOW);
  if (!release.ok) throw new Error(release.error.message);
  return release.value;
}

describe('every address of a release', () => {
  it('is answered as counting by hand would answer it', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (ours, theirs) => {
        const datasets = [office(exampleCounty, ours), office(sampleCounty, theirs)];
        const release = await reader(datasets);
        for (const zip of ZIPS) {
          for (const street of STREETS) {
            for (let number = 1; number <= LAST + 8; number += 3) {
              const text = `${number} ${street} St, Exampleton ${zip}`;
              const outcome = await release.answer(text, VECTOR_NOW);
              const places = byHand(datasets, street, zip, number);
              const kind =
                places.length === 0 ? ['missing', 'choose'] : [places.length === 1 ? 'found' : 'conflict'];
              expect(kind, text).toContain(outcome.kind);
              if (outcome.kind !== 'missing' && outcome.kind !== 'choose') {
                expect(outcome.pollingLocations.map(({ id }) => id).sort(), text).toEqual(places);
              }
            }
          }
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
