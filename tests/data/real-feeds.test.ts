// Real offices' feeds, compiled and asked for addresses whose one right place is known. Nothing here is tuned
// to a feed: the same rules must hold for any other.

import { beforeAll, describe, expect, it } from 'vitest';
import type { LookupOutcome, PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { OpenRelease } from '@/lib/release/reader';
import { hasSharedData, sharedData } from '../shared-data';
import { releaseOf, rowsOf } from './real-release';
import { type Case, SPELLINGS, seeded, withTypo, withWrongSuffix } from './spellings';

interface KnownCase extends Case {
  readonly place: string;
  readonly precinct: string;
}

const FEEDS = [
  {
    feed: 'ms-adams-2014',
    cases: 'ms_adams_2014',
    unique: 3575,
    outside: 112,
    day: '2014-11-01',
    mailOnly: [],
  },
  {
    feed: 'va-portsmouth-powhatan-2015',
    cases: 'va_portsmouth_powhatan_2015',
    unique: 7240,
    outside: 1000,
    day: '2015-03-20',
    mailOnly: ['0034'],
  },
];

/** Kinds that carry the place of the address. */
const ANSWERS = ['found', 'byMail'];

function casesOf(feed: string, name: string): KnownCase[] {
  const prefix = 'non_house_address_';
  const segments = new Map(
    rowsOf(sharedData('vip', feed, 'street_segment.txt')).map((row) => [row.id!, row]),
  );
  return rowsOf(sharedData('cases', `${name}_unique.csv`)).map((row) => {
    const segment = segments.get(row.segment_id!)!;
    return {
      number: row.number!,
      direction: segment[`${prefix}street_direction`]!,
      name: segment[`${prefix}street_name`]!,
      suffix: segment[`${prefix}street_suffix`]!,
      postDirection: segment[`${prefix}address_direction`]!,
      city: row.city!,
      state: row.state!,
      zip: row.zip!,
      place: asOneLine(row.place_name!, row.place_addr1!),
      precinct: row.precinct_number!,
    };
  });
}

/** Feeds repeat a place under one id with and without a full stop: that is the same place. */
function asOneLine(name: string, line1: string): string {
  return `${name}, ${line1}`.replaceAll('.', '').trim();
}

const lineOf = (place: PlaceAnswer) => asOneLine(place.name, place.line1);
const placesOf = (outcome: LookupOutcome) => outcome.pollingLocations.map(lineOf);

function offeredPlaces(outcome: LookupOutcome): string[] {
  const candidates = outcome.kind === 'choose' ? outcome.candidates : [];
  return [...placesOf(outcome), ...candidates.flatMap((one) => one.pollingLocations).map(lineOf)];
}

/** A slip that turns one street of the list into another one is that other street: nobody could tell. */
function withSeededTypo(seed: number) {
  const random = seeded(seed);
  const asWritten = SPELLINGS['as the office writes it']!;
  let listed: ReadonlySet<string | null> | null = null;
  return (one: KnownCase, all: readonly KnownCase[]) => {
    listed ??= new Set(all.map((other) => asWritten({ ...other, number: '1' })));
    const typed = withTypo({ ...one, number: '1' }, random)?.replace(/ +/g, ' ');
    return typed === undefined || listed.has(typed) ? null : typed.replace('1', one.number);
  };
}

describe.skipIf(!hasSharedData).each(FEEDS)(
  'the feed $feed',
  ({ feed, cases: name, unique, outside, day, mailOnly }) => {
    const now = new Date(`${day}T15:00:00Z`);
    let release: OpenRelease;
    let known: KnownCase[];

    beforeAll(async () => {
      release = await releaseOf([sharedData('vip', feed)], now);
      known = casesOf(feed, name);
    });

    const askAll = async (write: (one: KnownCase, all: readonly KnownCase[]) => string | null) => {
      const answers: { text: string; one: KnownCase; outcome: LookupOutcome }[] = [];
      for (const one of known) {
        const text = write(one, known);
        if (text !== null) answers.push({ text, one, outcome: await release.answer(text, now) });
      }
      return answers;
    };

    it('answers every listed address with the listed place', async () => {
      expect(known).toHaveLength(unique);
      for (const { text, one, outcome } of await askAll(SPELLINGS['as the office writes it']!)) {
        const kind = mailOnly.includes(one.precinct) ? 'byMail' : 'found';
        expect([text, outcome.kind, ...placesOf(outcome)]).toEqual([text, kind, one.place]);
      }
    });

    it.each(Object.keys(SPELLINGS))(
      'gives no wrong place, and in 995 of 1,000 cases the right one, %s',
      async (spelling) => {
        const answers = await askAll(SPELLINGS[spelling]!);
        const answered = answers.filter(({ outcome }) => ANSWERS.includes(outcome.kind));
        const wrong = answered.filter(({ one, outcome }) => placesOf(outcome).join() !== one.place);
        expect(wrong.map(({ text }) => text)).toEqual([]);
        expect(answered.length).toBeGreaterThanOrEqual(answers.length * 0.995);
      },
    );

    it.each([
      { slip: 'a wrong suffix', write: withWrongSuffix },
      { slip: 'a slip of the finger', write: withSeededTypo(20261103) },
    ])(
      'never answers $slip with a wrong place, and offers the right one in 95 of 100 cases',
      async ({ write }) => {
        const answers = await askAll(write);
        const wrong = answers.filter(
          ({ one, outcome }) => placesOf(outcome).length > 0 && placesOf(outcome).join() !== one.place,
        );
        expect(wrong.map(({ text }) => text)).toEqual([]);
        const right = answers.filter(({ one, outcome }) => offeredPlaces(outcome).includes(one.place));
        expect(right.length).toBeGreaterThanOrEqual(answers.length * 0.95);
      },
    );

    it('gives no address outside the feed a place', async () => {
      const rows = rowsOf(sharedData('cases', `${name}_outside.csv`));
      expect(rows).toHaveLength(outside);
      for (const row of rows) {
        const outcome = await release.answer(row.address!, now);
        expect([row.address, outcome.kind, offeredPlaces(outcome)]).toEqual([row.address, 'missing', []]);
      }
    });
  },
);

describe.skipIf(!hasSharedData)('the county of a ZIP', () => {
  it('is asked about only where the ZIP mainly belongs to a county that is not loaded', async () => {
    const now = new Date('2014-11-01T15:00:00Z');
    const release = await releaseOf([sharedData('vip', 'ms-adams-2014')], now);
    const asked = new Map<string, Set<string | null>>();
    for (const one of casesOf('ms-adams-2014', 'ms_adams_2014')) {
      const outcome = await release.answer(SPELLINGS['as the office writes it']!(one)!, now);
      asked.set(one.zip, (asked.get(one.zip) ?? new Set()).add(outcome.confirmLocality?.name ?? null));
    }
    expect(Object.fromEntries([...asked].map(([zip, names]) => [zip, [...names]]))).toEqual({
      '39120': [null],
      '39190': [null],
      '39661': ['Adams County'],
    });
    expect((await release.answer('100 State St, Jackson, MS 39201', now)).kind).toBe('notCovered');
    expect(await release.answer('100 State St, Natchez, MS 39121', now)).toMatchObject({
      kind: 'missing',
      reason: 'zipUnknown',
    });
  });
});
