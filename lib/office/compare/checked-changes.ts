// Owns what is checked once a list is compared with what is live: each cause just past its limit and just at it, and golden addresses.
// Data only: tests/contract/checked reads and compares the lists, docs/what-is-checked.md says the items.

import type { ExampleUpload } from '@/lib/ingest/problems/examples/example';
import { text } from '@/lib/ingest/problems/examples/spoil';
import type { CauseExample } from './cause-examples';
import type { CauseCode } from './change-causes';

/** A list after another. */
export interface ChangeWay {
  readonly way: string;
  /** null: nothing is live. */
  readonly live: ExampleUpload | null;
  readonly draft: ExampleUpload;
  /** Every cause with its count, and no other: `addresses-vanish 41`. */
  readonly found: readonly string[];
  readonly facts?: CauseExample['facts'];
}

export interface ChangeItem {
  readonly item: string;
  readonly happens?: string;
  readonly codes: readonly CauseCode[];
  readonly ways: readonly ChangeWay[];
}

interface County {
  /** Place of precinct `n` (from 1); left out: its own; '': none. */
  readonly places?: Readonly<Record<number, string>>;
  /** Precincts that are not on the list, with their streets. */
  readonly without?: readonly number[];
  /** Last number of the street of precinct 1. */
  readonly end?: number;
  /** Streets besides. */
  readonly more?: readonly string[];
  /** Rows of streets of each precinct, a hundred numbers each. */
  readonly streets?: number;
}

const size = 20;
const numbers = Array.from({ length: size }, (_, at) => at + 1);

/** Twenty precincts with a place each, and a street of the numbers 1 to 100 in each: 2,000 house numbers. */
function county({
  places = {},
  without = [],
  end = 100,
  more = [],
  streets = 1,
}: County = {}): ExampleUpload {
  const listed = numbers.filter((n) => !without.includes(n));
  const named = (n: number) => places[n] ?? `pl${n}`;
  const used = [...new Set(listed.map(named))].filter((id) => id !== '');
  const rows = listed.flatMap((n) =>
    Array.from({ length: streets }, (_, at) => {
      const last = n === 1 && at === 0 ? end : 100;
      return `s${n}-${at},1,${last},both,STREET${n}X${at},RD,Springvale,OH,43999,p${n}`;
    }),
  );
  return {
    files: [
      text(
        'polling_location.txt',
        'id,name,structured_line_1,structured_city,structured_state,structured_zip',
        ...used.map((id) => `${id},Hall ${id.slice(2)},${id.slice(2)} Main St,Springvale,OH,43999`),
      ),
      text(
        'precinct.txt',
        'id,name,locality_id,polling_location_ids',
        ...listed.map((n) => `p${n},Precinct ${n},loc1,${named(n)}`),
      ),
      text(
        'street_segment.txt',
        'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id',
        ...rows,
        ...more,
      ),
    ],
  };
}

const live = county();
const wide = county({ streets: 20 });
/** A row of the first street of precinct 1 that another precinct claims, too: two rows in conflict. */
const claimed = ['c1,50,50,both,STREET1X0,RD,Springvale,OH,43999,p2'];
/** Rows that no other list has, so that the whole is of another size. */
const filler = (count: number) =>
  Array.from({ length: count }, (_, at) => `f${at},1,9,both,FILLER${at},RD,Springvale,OH,43999,p3`);

/** Against the list that is live. */
export const changeItems: readonly ChangeItem[] = [
  {
    item: 'More than 5% of precincts change their place',
    codes: ['precincts-change-place'],
    ways: [
      {
        way: '2 of 20',
        live,
        draft: county({ places: { 1: 'pl21', 2: 'pl22' } }),
        found: ['precincts-change-place 2'],
      },
      { way: '1 of 20 is no more than 5%', live, draft: county({ places: { 1: 'pl21' } }), found: [] },
    ],
  },
  {
    item: 'Any precinct loses its place',
    codes: ['precinct-loses-place'],
    ways: [
      {
        way: 'it is not on the list any more',
        live,
        draft: county({ without: [20] }),
        found: ['precinct-loses-place 1', 'addresses-vanish 100'],
      },
      {
        way: 'its place is blank',
        live,
        draft: county({ places: { 20: '' } }),
        found: ['precinct-loses-place 1', 'addresses-vanish 100'],
      },
    ],
  },
  {
    item: 'Two precincts have each other’s place',
    codes: ['precincts-swap-places'],
    ways: [
      {
        way: 'however few they are',
        live,
        draft: county({ places: { 1: 'pl2', 2: 'pl1' } }),
        found: ['precincts-change-place 2', 'precincts-swap-places 2'],
      },
    ],
  },
  {
    item: 'More than 0.5% of addresses are in another precinct, and vote elsewhere',
    codes: ['addresses-move'],
    ways: [
      {
        way: '11 of 2,000',
        live,
        draft: county({ end: 89, more: ['m1,90,100,both,STREET1X0,RD,Springvale,OH,43999,p2'] }),
        found: ['addresses-move 11'],
      },
      {
        way: '10 of 2,000',
        live,
        draft: county({ end: 90, more: ['m1,91,100,both,STREET1X0,RD,Springvale,OH,43999,p2'] }),
        found: [],
      },
    ],
  },
  {
    item: 'More than 2% of addresses vanish',
    codes: ['addresses-vanish'],
    ways: [
      { way: '41 of 2,000', live, draft: county({ end: 59 }), found: ['addresses-vanish 41'] },
      { way: '40 of 2,000', live, draft: county({ end: 60 }), found: [] },
    ],
  },
  {
    item: 'Last election’s file again',
    codes: ['same-file-again', 'election-over'],
    ways: [
      {
        way: 'word for word one that was live before',
        live,
        draft: live,
        facts: { isOfBefore: true },
        found: ['same-file-again 1'],
      },
      {
        way: 'of a day that is over',
        live,
        draft: live,
        facts: { today: '2026-11-04' },
        found: ['election-over 1'],
      },
      { way: 'on election day itself', live, draft: live, facts: { today: '2026-11-03' }, found: [] },
    ],
  },
  {
    item: 'A fix that an earlier upload had and this one lost',
    codes: ['fix-lost'],
    ways: [
      {
        way: 'two of them',
        live,
        draft: live,
        facts: { lostFixes: ['1 Oak St: South again', '3 Oak St: South again'] },
        found: ['fix-lost 2'],
      },
    ],
  },
  {
    item: 'More than 0.5% of ranges answer that the list disagrees with itself',
    codes: ['many-conflicts'],
    ways: [
      { way: '2 of 21', live: null, draft: county({ more: claimed }), found: ['many-conflicts 2'] },
      { way: '2 of 401', live: wide, draft: county({ streets: 20, more: claimed }), found: [] },
      {
        way: '2 of 400 is no more than 0.5%',
        live: null,
        draft: county({ more: [...claimed, ...filler(379)] }),
        found: [],
      },
      {
        way: '2 of 399',
        live: null,
        draft: county({ more: [...claimed, ...filler(378)] }),
        found: ['many-conflicts 2'],
      },
      {
        way: 'the office has declared that a single number beats a range',
        live: null,
        draft: { ...county({ more: claimed }), singleNumberBeatsRange: true },
        found: [],
      },
    ],
  },
];

/** An address whose place the office knows by heart, asked of a list. */
export interface GoldenWay {
  readonly way: string;
  readonly draft: ExampleUpload;
  readonly address: string;
  readonly placeId: string;
  readonly isRight: boolean;
}

const asked = { address: '50 Street1x0 Rd, Springvale, OH 43999', placeId: 'pl1' } as const;

/** The office's own golden addresses. */
export const goldenWays: readonly GoldenWay[] = [
  { way: 'answered right', draft: live, ...asked, isRight: true },
  { way: 'led to another place', draft: county({ places: { 1: 'pl2' } }), ...asked, isRight: false },
  { way: 'no longer on the list', draft: county({ end: 40 }), ...asked, isRight: false },
  { way: 'answered in two ways', draft: county({ more: claimed }), ...asked, isRight: false },
  {
    way: 'a real move, changed in the same draft',
    draft: county({ places: { 1: 'pl21' } }),
    ...asked,
    placeId: 'pl21',
    isRight: true,
  },
];

/** What has no cause and no code of its own. */
export const otherItems: readonly { readonly item: string; readonly happens: string }[] = [
  {
    item: 'Each of these causes',
    happens:
      'It is shown to whoever approves, with its count and examples, and taken note of once, not row by row. Where the count rises, it has to be looked at anew.',
  },
  {
    item: 'The office’s golden addresses: addresses whose place it knows by heart',
    happens:
      'All must be answered right, or the list is not published. Where a place has really moved, the golden address is changed in the same draft, and approved with it.',
  },
  {
    item: 'Cells that begin with = + - @, a tab or a line break, in files that are downloaded for a spreadsheet (problems, comparison)',
    happens: 'An apostrophe stands before them, so that no spreadsheet computes them.',
  },
];
