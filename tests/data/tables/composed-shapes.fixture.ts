// Owns headings that are put together by chance of the words and the spellings that systems use, with columns in any order and others
// between them. The same for the same seed.

import { createRandom, type Random } from '@/scripts/generate/random';
import type { Shape } from './shapes.fixture';
import { type CodeStyle, codeStyles } from './truth.fixture';

type Column = readonly [words: string, cell: string];

const words = (text: string): readonly string[] => text.split('; ');
const ends = words(
  'low|high; low number|high number; from|to; house from|house to; start number|end number; begin|end; address low|address high; range low|range high; first house|last house; low house number|high house number; from address|to address; min|max',
);
const sides = words('odd even; o/e; side; odd/even/both; oe flag; street side; parity; even odd');
const sideCells = ['side/oeb', 'side/words', 'side/upper', 'side/all'];
const wholes = words('street; street name; full street name; road name; street full; street and type');
const names = words('street name; st name; street; str nm');
const types = words('street type; st type; suffix; street suffix; str typ');
const fronts = words('pre dir; direction; street direction; prefix; predirection');
const backs = words('post dir; suffix direction; street post direction; post directional');
const towns = words('city; town; municipality; post office; city name; community');
const zips = words('zip; zip code; zip5; postal code');
const precincts = words(
  'precinct; pct; precinct number; precinct code; voting precinct; prec no; precinct id; vtd; election district; pct #; precinct no.',
);
const precinctNames = words('precinct name; pct name; precinct description');
const placeNames = words(
  'polling place; polling location; poll; voting location; pp; vote site; polling site; voting place; poll place',
);
const houses = words('house number; street number; house no; address number; hse nbr; house #');
const units = words('unit; apt; apartment number; unit no; apt #');
const lines = words('address; residence address; full address; voter address; residential address; res addr');
const others: readonly Column[] = [
  ['county', 'county'],
  ['county code', 'countyCode'],
  ['voter id', 'id'],
  ['segment id', 'id'],
  ['registered voters', 'count'],
  ['last updated', 'date'],
  ['active', 'flag'],
  ['congressional district', 'congress'],
  ['state senate', 'senate'],
  ['school district', 'school'],
  ['mailing address', 'mailLine'],
  ['mailing city', 'mailCity'],
  ['mailing zip', 'mailZip'],
  ['last name', 'lastName'],
  ['phone', 'phone'],
  ['party', 'party'],
  ['zip4', 'zip4'],
  ['status', 'status'],
  ['city code', 'cityCode'],
  ['notes', 'note'],
  ['council ward', 'ward'],
];

/** How a system writes the words of a name. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  (text) => text.toUpperCase().replace(/[ /]/g, '_'),
  (text) => text.replace(/[ /]/g, '_'),
  (text) => text.replace(/(?:^|[ /])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  (text) => text.replace(/[ /]/g, ''),
  (text) => text.replace(/[ /]/g, '.'),
];

/** A shape of one of the three kinds. */
export function composedShape(seed: number): Shape {
  const random = createRandom(seed, 59);
  const kind = random.pick(['ranges', 'addresses', 'precinctPlaces'] as const);
  const columns: Column[] = [...precinctColumns(random)];
  const hasPlaces = kind === 'precinctPlaces' || random.chance(0.4);
  if (hasPlaces) columns.push(...placeColumns(random));
  if (kind === 'ranges') columns.push(...rangeColumns(random), ...townColumns(random));
  if (kind === 'addresses') columns.push(...addressColumns(random), ...townColumns(random));
  const spelt = random.pick(spellings);
  const all = [
    ...columns.map(([name, cell]) => [spelt(name), `=${cell}`] as const),
    ...someOf(random, others, random.between(0, 4)).map(([name, cell]) => [spelt(name), `~${cell}`] as const),
  ];
  const heading = someOf(random, all, all.length)
    .map(([name, cell]) => `${name}${cell}`)
    .join(';');
  const codes: CodeStyle = random.pick(codeStyles);
  return {
    kind,
    heading,
    county: { codes, plainPlaces: random.chance(0.4), state: random.pick(['OH', 'MA', 'TX']) },
  };
}

/** `count` of them, each once, in any order. */
function someOf<T>(random: Random, all: readonly T[], count: number): readonly T[] {
  return all
    .map((one) => ({ one, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ one }) => one);
}

function precinctColumns(random: Random): readonly Column[] {
  const number: Column = [random.pick(precincts), 'precinctId'];
  return random.chance(0.3) ? [number, [random.pick(precinctNames), 'precinctName']] : [number];
}

function placeColumns(random: Random): readonly Column[] {
  const of = random.pick(placeNames);
  const isWhole = random.chance(0.3);
  const columns: Column[] = [
    [random.chance(0.5) ? of : `${of} name`, 'placeName'],
    [
      `${of} ${random.pick(['address', 'addr', 'street address'])}`,
      isWhole ? 'placeAddressWhole/town' : 'placeAddressWhole',
    ],
  ];
  if (!isWhole) columns.push([`${of} city`, 'placeCity'], [`${of} zip`, 'placeZip']);
  return columns;
}

function townColumns(random: Random): readonly Column[] {
  return [
    [random.pick(towns), 'city'],
    [random.pick(zips), 'zip'],
  ];
}

function streetColumns(random: Random): readonly Column[] {
  if (random.chance(0.5))
    return [[random.pick(wholes), random.chance(0.5) ? 'streetWhole' : 'streetWhole/upper']];
  return [
    [random.pick(fronts), 'streetDirection'],
    [random.pick(names), 'streetName'],
    [random.pick(types), 'streetSuffix'],
    [random.pick(backs), 'addressDirection'],
  ];
}

function rangeColumns(random: Random): readonly Column[] {
  if (random.chance(0.15)) return [['house number range', 'rangeText/side'], ...streetColumns(random)];
  const [low = '', high = ''] = random.pick(ends).split('|');
  return [
    [low, 'rangeStart'],
    [high, 'rangeEnd'],
    [random.pick(sides), random.pick(sideCells)],
    ...streetColumns(random),
  ];
}

function addressColumns(random: Random): readonly Column[] {
  const unit: Column = [random.pick(units), 'unit'];
  if (random.chance(0.5)) return [[random.pick(lines), 'addressWhole'], unit];
  return [[random.pick(houses), 'houseNumber'], unit, ...streetColumns(random)];
}
