// Round trip of a shard: what the office said is what a look-up reads, whatever rows there are.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streetKey } from '@/lib/core/address/street-key';
import type { Shard } from '@/lib/core/lookup/shard';
import type { StreetSegment } from '@/lib/core/vip';
import type { EncodablePrecinct } from './encodable';
import { segment } from './offices.fixture';
import { decodeShard, KEY_VERSION } from './shard';
import { encodeLayer } from './shard-encode';
import { partOf, shardBytes } from './split';
import { keyBook, LAST_HOUSE_NUMBER, streetName } from './street-encode';

const VOTING = ['assigned', 'anyPlace', 'byMail', 'none'] as const;

const precincts = VOTING.map(
  (voting, index): EncodablePrecinct => ({
    id: `p${index}`,
    name: `Precinct ${index}`,
    number: index === 0 ? null : `00${index}`,
    localityId: index < 2 ? 'a' : 'b',
    placeIds: index === 3 ? [] : index === 1 ? ['x', 'y'] : ['y'],
    voting,
  }),
);

const word = fc.constantFrom('OAK', 'Lake', '97', 'ST JOHN', 'AVENUE B', "O'BRIEN", 'Ñandú', '"Quoted"', 'N');

const anySegment: fc.Arbitrary<StreetSegment> = fc
  .record({
    id: fc.constant('s'),
    precinctId: fc.constantFrom('p0', 'p1', 'p2', 'p3'),
    startHouseNumber: fc.nat(2_000),
    length: fc.nat(500),
    oddEvenBoth: fc.constantFrom('odd' as const, 'even' as const, 'both' as const),
    houseNumberPrefix: fc.constantFrom(null, null, 'N6W'),
    houseNumberSuffix: fc.constantFrom(null, null, '1/2'),
    streetDirection: fc.constantFrom('', 'N', 'SW'),
    streetName: word,
    streetSuffix: fc.constantFrom('', 'ST', 'Road', 'CR'),
    addressDirection: fc.constantFrom('', '', 'S'),
    units: fc.constantFrom([], [], [{ start: '1a', end: '2b' }]),
    city: fc.constantFrom('NATCHEZ', 'Natchez', '', 'ROXIE'),
    includesAllAddresses: fc.boolean(),
    includesAllStreets: fc.constantFrom(false, false, false, true),
  })
  .map(({ length, ...fields }) => segment({ ...fields, endHouseNumber: fields.startHouseNumber + length }));

function bytesOf(segments: readonly StreetSegment[]) {
  const layer = encodeLayer({
    officeId: 'office',
    state: 'MS',
    election: { id: 'e', name: 'Election', date: '2030-11-05' },
    segments: segments.map((row) => ({
      segment: row,
      precinct: precincts.find(({ id }) => id === row.precinctId)!,
    })),
    locality: (id) => ({
      id,
      name: `Locality ${id}`,
      type: null,
      office: { id: `o${id}`, name: 'Office', phone: null },
      confirm: false,
      streetsLoaded: true,
    }),
    place: (id) => ({
      id,
      name: `Place ${id}`,
      line1: '',
      city: '',
      state: 'MS',
      zip: '39120',
      latLng: [31.5, -91.4],
      timeZone: null,
    }),
    keyOf: keyBook(),
  });
  return shardBytes('39120', [layer]);
}

function decoded(bytes: Uint8Array): Shard {
  const shard = decodeShard(JSON.parse(new TextDecoder().decode(bytes)));
  if (shard === null) throw new Error('no shard');
  return shard;
}

/** Everything a segment says, as one text; rows that say the same are one. */
function said(shard: Shard): readonly string[] {
  const texts = shard.layers.flatMap((layer) =>
    layer.streets.flatMap((street) =>
      Array.from({ length: street.segments.length / 4 }, (_, index) => {
        const [start, end, side, at] = street.segments.slice(index * 4);
        const precinct = layer.precincts[at!]!;
        return JSON.stringify([
          street.key,
          layer.cities[street.city]!.toUpperCase(),
          [start, end, side],
          precinct.id,
          precinct.voting,
          layer.localities[precinct.locality]!.id,
          precinct.places.map((place) => layer.places[place]!.id),
          street.extras?.get(index) ?? null,
        ]);
      }),
    ),
  );
  return texts.sort();
}

function meant(row: StreetSegment): string {
  const precinct = precincts.find(({ id }) => id === row.precinctId)!;
  const extra = {
    ...(row.houseNumberPrefix === null ? {} : { prefix: row.houseNumberPrefix }),
    ...(row.houseNumberSuffix === null ? {} : { suffix: row.houseNumberSuffix }),
    ...(row.units.length === 0 ? {} : { units: row.units.map(({ start, end }) => ({ end, start })) }),
  };
  const { pre, core, suffix, post } = streetKey(streetName(row));
  return JSON.stringify([
    { pre, core, suffix, post },
    row.city.toUpperCase(),
    row.includesAllAddresses
      ? [0, LAST_HOUSE_NUMBER, 0]
      : [row.startHouseNumber, row.endHouseNumber, ['both', 'odd', 'even'].indexOf(row.oddEvenBoth)],
    precinct.id,
    precinct.voting,
    precinct.localityId,
    precinct.placeIds,
    Object.keys(extra).length === 0 ? null : extra,
  ]);
}

describe('a shard', () => {
  it('says after the round trip what the rows said, each once, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.array(anySegment, { minLength: 1, maxLength: 40 }), (rows) => {
        const [bytes] = bytesOf(rows);
        expect(said(decoded(bytes!))).toEqual([...new Set(rows.map(meant))].sort());
        expect(bytesOf([...rows].reverse())).toEqual([bytes]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('carries only the precincts, places and localities that its streets lead to', () => {
    const shard = decoded(bytesOf([segment({ id: 's', precinctId: 'p0' })])[0]!);
    const [layer] = shard.layers;
    expect(layer!.precincts.map(({ id }) => id)).toEqual(['p0']);
    expect(layer!.places.map(({ id }) => id)).toEqual(['y']);
    expect(layer!.localities.map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps the name of a street where its key does not give it back', () => {
    const rows = [
      segment({ id: '1', precinctId: 'p0', streetName: 'Oak', streetSuffix: 'Street' }),
      segment({ id: '2', precinctId: 'p0', streetName: 'MAIN', streetSuffix: 'ST' }),
    ];
    expect(decoded(bytesOf(rows)[0]!).layers[0]!.streets.map(({ name }) => name)).toEqual([
      'MAIN ST',
      'Oak Street',
    ]);
  });

  it('is read with keys of the own making where the compiler had other rules', () => {
    const wire = JSON.parse(new TextDecoder().decode(bytesOf([segment({ id: '1', precinctId: 'p0' })])[0]));
    wire.layers[0].streets[0] = ['OLD', 'RULES', '', '', 0, [1, 99, 0, 0], 'North Main Street'];
    const street = (keyVersion: number) => decodeShard({ ...wire, keyVersion })!.layers[0]!.streets[0]!;
    expect(street(KEY_VERSION).key.core).toBe('OLD');
    expect(street(KEY_VERSION + 1).key).toEqual(streetKey('North Main Street'));
  });

  it.each([
    null,
    7,
    [],
    {},
    { kind: 'zip3' },
    { kind: 'shard' },
    { kind: 'shard', zip: '39120', layers: [{}] },
    { kind: 'shard', zip: '39120', layers: [{ precincts: [['p', 'P', null, 0, [], 9]], streets: [] }] },
  ])('is not made of %j', (value) => {
    expect(decodeShard(value)).toBeNull();
  });
});

describe('a ZIP above 40 KB compressed', () => {
  const rows = Array.from({ length: 12_000 }, (_, index) =>
    segment({
      id: String(index),
      precinctId: `p${index % 3}`,
      streetName: `ROAD ${(index * 7919) % 6007} ${index % 13}`,
      startHouseNumber: (index * 104_729) % 90_000,
      endHouseNumber: ((index * 104_729) % 90_000) + 98,
    }),
  );
  const parts = bytesOf(rows);
  const shards = parts.map(decoded);

  it('is split into a power of two of parts that lose nothing', () => {
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.log2(parts.length) % 1).toBe(0);
    expect(shards.flatMap(said).sort()).toEqual([...new Set(rows.map(meant))].sort());
  });

  it('keeps each street in the one part that its core decides', () => {
    for (const [index, { layers }] of shards.entries()) {
      for (const { key } of layers[0]!.streets) expect(partOf(key.core, parts.length)).toBe(index);
    }
  });

  it('changes one part alone when one street changes', () => {
    const [first, ...others] = rows;
    const after = bytesOf([{ ...first!, endHouseNumber: 99_999 }, ...others]);
    const changed = after.filter((bytes, index) => !Buffer.from(bytes).equals(parts[index]!));
    expect(changed).toHaveLength(1);
  });
});

describe('partOf', () => {
  it.each([
    ['', 2_166_136_261],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('is FNV-1a of %j', (core, hash) => {
    expect(partOf(core, 2 ** 32)).toBe(hash);
  });
});
