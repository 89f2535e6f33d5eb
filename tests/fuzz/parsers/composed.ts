// Owns the readers of cells that hold several things (`12 E Oak St Apt 4`, `NATCHEZ MS 39120`, `101-199 (odd)`). What none may ever give is a number, a ZIP or a side that the text does not say: said by code of its own.

import { readAddressLine, readHouse, readUnit } from '@/lib/ingest/mapping/convert/composed-address';
import { readNameAndAddress } from '@/lib/ingest/mapping/convert/composed-place';
import { readRangeWords, readSideWords } from '@/lib/ingest/mapping/convert/composed-range';
import { readCityStateZip } from '@/lib/ingest/mapping/convert/composed-town';
import { fuzzParser, type Verdict } from '../fuzz-parser';
import { mutateText } from '../mutate';
import { numbersOf, runsOf, waysToTake } from './digits';

/** Letters and digits, one case, no accents: what a part of a text shares with it. */
const core = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '');

const ADDRESSES = [
  '12 E Oak St Apt 4',
  '12A OAK ST #4, NATCHEZ MS 39120',
  '434 AIRPORT RD. NATCHEZ MS 39120-1234',
  'N6W23001 County Road 4, Exampleton, OH 44999',
  '12 1/2 Elm Ave NW Unit B2',
  '100-02 37TH AVE BLDG 2 APT 4',
  '6 3RD ST REAR',
];
const ADDRESS_WORDS = [
  ' APT ',
  '#',
  ', ',
  ' MS ',
  ' 39120',
  '-',
  ' 1/2 ',
  'NW',
  'ST',
  ' HWY 61',
  ' BLDG 2',
  '½',
  '.',
  "'",
  '１２',
  'ONE',
  'PO BOX 7',
];

const address = fuzzParser('composed address', async () => ({
  input: (random) => mutateText(ADDRESSES, random, ADDRESS_WORDS),
  read: (text) => ({
    line: readAddressLine(text, 'Natchez'),
    bare: readAddressLine(text, ''),
    house: readHouse(text),
    unit: readUnit(text),
  }),
  judge: (text, { line, bare, house, unit }): Verdict => {
    const [numbers, whole] = [numbersOf(text), core(text.replaceAll('&', ' AND '))];
    const strange = (digits: string) => runsOf(digits).find((run) => !numbers.has(Number(run)));
    if (house !== null && !(house.number > 0 && numbers.has(house.number)))
      return { wrong: `number ${house.number}` };
    const unitOf = strange(unit);
    if (unitOf !== undefined) return { wrong: `unit ${unit}` };
    for (const parts of [line, bare]) {
      if (parts === null) continue;
      const { number, street, zip, city, state } = parts;
      if (!(number > 0 && numbers.has(number))) return { wrong: `number ${number}` };
      if (
        zip !== '' &&
        !runsOf(text).some((run) => run.startsWith(zip) && (run.length === 5 || run.length === 9))
      )
        return { wrong: `ZIP ${zip}` };
      const odd = [street, parts.unit, parts.prefix, parts.suffix].find(
        (part) => strange(part) !== undefined,
      );
      if (odd !== undefined) return { wrong: `a number in ${odd} that the text has not` };
      if (street.trim() === '') return { wrong: 'no street' };
      if (!city.split(' ').every((word) => whole.includes(core(word)) || core(word) === 'NATCHEZ'))
        return { wrong: `town ${city}` };
      if (state !== '' && !/^[A-Z]{2}$/.test(state)) return { wrong: `state ${state}` };
    }
    return line === null && bare === null && house === null ? 'refused' : 'accepted';
  },
}));

const RANGES = [
  '0-99 EVEN',
  '101-199 (odd)',
  '100 - 198',
  'all',
  '5 & up',
  '1 THRU 99 ODD ONLY',
  'ODD 1-99',
  '2-END',
  '',
];
const RANGE_WORDS = [
  ' EVEN',
  ' ODD',
  '-',
  ' TO ',
  ' THRU ',
  '&',
  ' UP',
  '+',
  '(',
  ')',
  '/',
  ' ALL',
  '000',
  '2-Jan',
  '１２',
  'E',
  'O',
  ' OR ',
];

const range = fuzzParser('composed range', async () => ({
  input: (random) => mutateText(RANGES, random, RANGE_WORDS),
  read: (text) => ({ reading: readRangeWords(text), side: readSideWords(text) }),
  judge: (text, { reading, side }): Verdict => {
    if (reading === null && side === null) return 'refused';
    // One way to take the text has to say all of it.
    const faults = waysToTake(text).map((taken) => rangeFault(taken.toUpperCase(), reading, side));
    const fault = faults.every((each) => each !== null) ? faults[0] : null;
    return fault == null ? 'accepted' : { wrong: fault };
  },
}));

/** What is said of a text that it does not say; null for nothing. */
function rangeFault(
  text: string,
  reading: ReturnType<typeof readRangeWords>,
  side: string | null,
): string | null {
  const words: readonly string[] = text.normalize('NFKD').match(/[A-Z]+/g) ?? [];
  for (const said of [side, reading?.side ?? null]) {
    const pattern =
      said === 'odd' ? /^(?:O|ODDS?|IMPAR(?:ES)?)$/ : said === 'even' ? /^(?:E|EVENS?|PAR(?:ES)?)$/ : /./;
    if (said !== null && !words.some((word) => pattern.test(word))) return `a side ${said}`;
  }
  if (reading === null) return null;
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  if (reading.all) return numbers.length === 0 ? null : 'all, beside a number';
  const isOpen = reading.end === 999_999 && /\+|UP|END|ABOVE|OVER|HIGHER|GREATER|BEYOND/.test(text);
  if (!numbers.includes(reading.start)) return `a start ${reading.start}`;
  if (!isOpen && !numbers.includes(reading.end)) return `an end ${reading.end}`;
  const passed = numbers.find((number) => number !== reading.start && number !== reading.end);
  return passed === undefined ? null : `${passed} was passed over`;
}

const TOWNS = [
  'NATCHEZ MS 39120',
  'Natchez, MS 39120-1234',
  'CT 06511',
  'NEW YORK, NY',
  'Exampleton, Ohio 44999, USA',
  'NATCHEZ 39120',
];

const town = fuzzParser('composed town', async () => ({
  input: (random) =>
    mutateText(TOWNS, random, [
      ', ',
      ' MS',
      ' 39120',
      '-1234',
      'USA',
      'OHIO',
      'NEW YORK',
      ' ',
      '3912',
      '391200',
      'Washington',
      '\n',
    ]),
  read: readCityStateZip,
  judge: (text, reading): Verdict => {
    if (reading === null) return 'refused';
    const { city, state, zip } = reading;
    const runs = text.match(/\p{Nd}+/gu) ?? [];
    if (zip !== '' && !/^\d{5}(?:-?\d{4})?$/.test(zip)) return { wrong: `ZIP ${zip}` };
    if (state !== '' && !/^[A-Za-z]{2}$/.test(state)) return { wrong: `state ${state}` };
    if (/\d/.test(city) || !core(text).includes(core(city))) return { wrong: `town ${city}` };
    // No number is passed over, and none is made up.
    const digits = zip.replace('-', '');
    const isAll = runs.every((run) => digits.startsWith(run) || digits.endsWith(run));
    return isAll && (zip === '' || runs.join('').includes(digits))
      ? 'accepted'
      : { wrong: `ZIP ${zip} of the numbers ${runs.join()}` };
  },
}));

const PLACES = [
  'FIRST BAPTIST CHURCH, 123 MAIN ST, NATCHEZ MS 39120',
  'City Hall - 200 Oak St',
  'Fire Station 4 (4500 Hwy 61 N, Natchez, MS 39120-1234)',
  'Town Hall\n12 1/2 Elm Ave NW\nNatchez, Mississippi',
  'VFW Post 1234: 12 Oak St, Suite 100, Natchez 39120',
  '100 Black Men Center; N6W23001 County Road 4; Rear Gym',
  '200 Oak St #4, Natchez MS',
];
const PLACE_WORDS = [
  ', ',
  ' - ',
  '\n',
  ' (',
  ')',
  ': ',
  ' 12 ',
  ' 4 - 14 ',
  ' Oak St',
  ' HWY 61',
  ' MS',
  ' 39120',
  'Natchez',
  'Suite 2',
  'Church',
  'Fire Station 4',
  'PO Box 7',
  ' & ',
  '１２',
  '½',
];

/** All that the cell says is in one of the parts, in its order, and a number that names a house stands before a street. */
const place = fuzzParser('composed place', async () => ({
  input: (random) => mutateText(PLACES, random, PLACE_WORDS),
  read: (text) => ({ known: readNameAndAddress(text, 'Natchez'), bare: readNameAndAddress(text, '') }),
  judge: (text, { known, bare }): Verdict => {
    if (known === null && bare === null) return 'refused';
    for (const found of [known, bare]) {
      if (found === null) continue;
      const fault = placeFault(text, found);
      if (fault !== null) return { wrong: fault };
    }
    return 'accepted';
  },
}));

function placeFault(
  text: string,
  { name, line1, city, state, zip }: NonNullable<ReturnType<typeof readNameAndAddress>>,
): string | null {
  const whole = core(text);
  const told = core(name) + core(line1) + core(city);
  if (!whole.startsWith(told)) return `${name} | ${line1} | ${city} of ${text}`;
  // What is left is a state, a ZIP and a country.
  const rest = whole.slice(told.length).replace(/(?:USA?)$/, '');
  if (!rest.endsWith(zip.replace('-', ''))) return `ZIP ${zip} of ${rest}`;
  const named = rest.slice(0, rest.length - zip.replace('-', '').length);
  const isState = state === '' ? named === '' : named !== '' && !/\d/.test(named);
  if (!isState) return `state ${state} of ${named}`;
  if (/\d/.test(city) || !/^\p{L}?\p{N}/u.test(line1)) return `line ${line1}, town ${city}`;
  if (name !== '' && !/\p{L}{2}/u.test(name)) return `name ${name}`;
  // The name ends where a mark stands, and not between two words.
  const behind = text
    .replace(/[^\S\r\n]+/g, ' ')
    .trim()
    .slice(name.length);
  return name === '' || /^ ?[\r\n,;|:@(–—-]/.test(behind) || /^ [(@]/.test(behind)
    ? null
    : `cut before ${behind}`;
}

/** In the order in which they are tried. */
export const composedParsers = [address, range, town, place];
