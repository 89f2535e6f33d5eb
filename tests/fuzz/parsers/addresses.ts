// Owns what voters type, tried on the practice county's release: no text is taken for an address whose places are others. What
// is right is counted from the county's rows, by code that shares nothing with the look-up.

import Papa from 'papaparse';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { sandboxSources } from '@/data/sandbox/sandbox';
import { suggestStreets, typedStreet } from '@/lib/client/suggest-streets';
import { zipInBox, zipInText } from '@/lib/client/typed-zip';
import { readAddress } from '@/lib/core/address/read-address';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { ok } from '@/lib/core/result';
import { openRelease } from '@/lib/release/reader';
import { fuzzParser, type Verdict } from '../fuzz-parser';
import { FUZZ_NOW, madeRelease } from '../made-release';
import { mutateText } from '../mutate';

const WORDS = [
  ...[
    'ST',
    'AVE',
    'N',
    'S',
    'LAKE',
    'MAIN',
    'HERON',
    'APT 4',
    '#',
    'UNIT B',
    'PO BOX 5',
    'RR 2',
    'HWY',
    'ZZ',
    '00001',
    '00003',
  ],
  ...[
    '1/2',
    '½',
    '12-40',
    '-',
    '112',
    '1',
    ',',
    '\n',
    'USA',
    'ZIP CODE',
    'COUNTY',
    '1ST',
    'FIRST',
    'MARTIN LUTHER KING',
  ],
];

type Row = Readonly<Record<string, string>>;

interface Truth {
  /** ZIP, tab, street in the office's words -> its rows, each with the names of its places. */
  readonly streets: ReadonlyMap<string, readonly { readonly row: Row; readonly places: readonly string[] }[]>;
}

function truthOf(): Truth {
  const streets = new Map<string, { row: Row; places: readonly string[] }[]>();
  for (const { files } of sandboxSources(FUZZ_NOW)) {
    const rowsOf = (table: string): readonly Row[] => {
      const file = files.find(({ name }) => name === `${table}.csv`);
      const text = new TextDecoder().decode(file?.bytes ?? new Uint8Array());
      return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
    };
    const places = new Map(rowsOf('polling_location').map((row) => [row.id, row.name ?? '']));
    const precincts = new Map(
      rowsOf('precinct').map((row) => [
        row.id,
        (row.polling_location_ids ?? '').split(' ').map((id) => places.get(id) ?? ''),
      ]),
    );
    for (const row of rowsOf('street_segment')) {
      const words = [row.street_direction, row.street_name, row.street_suffix, row.address_direction];
      const key = `${row.zip}\t${words.filter((word) => word).join(' ')}`;
      const known = streets.get(key) ?? [];
      known.push({ row, places: precincts.get(row.precinct_id) ?? [] });
      streets.set(key, known);
    }
  }
  return { streets };
}

/** Whether each place shown is one that some row leads to which has the number on this street, or has the whole ZIP. */
function judge(text: string, outcome: LookupOutcome, { streets }: Truth): Verdict {
  if (outcome.kind === 'cannotCheck')
    return { wrong: `cannotCheck: ${outcome.reason}, and nothing is altered` };
  const { kind, understood, pollingLocations } = outcome;
  if (kind !== 'found' && kind !== 'anyPlace' && kind !== 'byMail' && kind !== 'conflict') {
    return pollingLocations.length === 0 ? 'refused' : { wrong: `${kind} with a place` };
  }
  const { houseNumber = '', street, zip } = understood;
  const rows = [...(streets.get(`${zip}\t${street}`) ?? []), ...(streets.get(`${zip}\t*`) ?? [])];
  const fitting = rows.filter(
    ({ row }) => row.includes_all_addresses === 'true' || covers(row, houseNumber ?? ''),
  );
  const right = new Set(fitting.flatMap(({ places }) => places));
  const wrong = pollingLocations.find(({ name }) => !right.has(name));
  if (wrong !== undefined) return { wrong: `${houseNumber} ${street} ${zip} leads to ${wrong.name}` };
  // A ZIP may stand between the number and its fraction.
  const texts = zip === null ? [text] : [text, text.replaceAll(zip, ' ')];
  return texts.some((each) => isTyped(each, houseNumber ?? ''))
    ? 'accepted'
    : { wrong: `${houseNumber} was not typed` };
}

/** By its digits alone where they are all there is to the number; of `12-40` and `12B` by either group, and by both in one. */
function covers(row: Row, houseNumber: string): boolean {
  const [start, end] = [Number(row.start_house_number), Number(row.end_house_number)];
  return [...(houseNumber.match(/\d+/g) ?? []), houseNumber.replace(/\D/g, '')].some((digits) => {
    const number = Number(digits);
    const isSide = row.odd_even_both === 'both' || (number % 2 === 1) === (row.odd_even_both === 'odd');
    return number >= start && number <= end && isSide;
  });
}

/** The number's digits stand in the text, in this order, with nothing but signs between. */
function isTyped(text: string, houseNumber: string): boolean {
  const digits = houseNumber.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const plain = text.replace(
    /[½¼¾⅓⅔]/g,
    (sign) => ({ '½': '12', '¼': '14', '¾': '34', '⅓': '13', '⅔': '23' })[sign] ?? '',
  );
  return plain.normalize('NFKD').replace(/\D/g, '').includes(digits);
}

const corpus = [
  ...practiceAddresses.map(({ address }) => address),
  '112 Heron St\nApt 4\nPractice Falls, ZZ 00001-0123\nUSA',
  'Apt 4, 112½ Lake Street South, Practice Falls ZZ00001',
  '12-40 Canal St # B 00001',
];

const look = fuzzParser('address', async () => {
  const { objects, pointerBytes, trust } = await madeRelease();
  const source = {
    pointer: async () => ok(pointerBytes),
    object: async (name: string) => ok(objects.get(name) ?? new Uint8Array()),
  };
  const opened = await openRelease(source, trust, FUZZ_NOW);
  if (!opened.ok) throw new Error(opened.error.message);
  const truth = truthOf();
  return {
    input: (random) => mutateText(corpus, random, WORDS),
    read: (text) => opened.value.answer(text, FUZZ_NOW),
    judge: (text, outcome) => judge(text, outcome, truth),
  };
});

/** What is read while somebody types, before any release is there. */
const typing = fuzzParser('typing', async () => {
  const streets = [
    { street: 'LAKE ST S', city: 'Practice Falls' },
    { street: 'HERON ST', city: 'Practice Falls' },
    { street: "O'HARE PL", city: '' },
  ];
  return {
    input: (random) => mutateText(corpus, random, WORDS),
    read: (text) => {
      const typed = typedStreet(text);
      return {
        reading: readAddress(text),
        zips: [zipInText(text), zipInBox(text)],
        suggested: typed === null ? [] : suggestStreets(typed.street, streets),
      };
    },
    judge: (text, { reading, zips }) => {
      const zip = reading.kind === 'address' ? reading.address.zip : reading.zip;
      const all = [zip, ...zips.map((each) => (each?.whole ? each.digits : null))].filter(
        (each) => each !== null,
      );
      const wrong = all.find((each) => !/^\d{5}$/.test(each) || !isTyped(text, each));
      return wrong === undefined
        ? reading.kind === 'address'
          ? 'accepted'
          : 'refused'
        : { wrong: `ZIP ${wrong} was not typed` };
    },
  };
});

/** In the order in which they are tried. */
export const addressParsers = [look, typing];
