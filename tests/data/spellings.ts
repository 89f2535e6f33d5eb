// Owns the ways in which a test writes one address differently: what a voter may type for what an office
// has in its list. Its own small tables, so that it does not repeat the product's reading of them.

/** One address of a list that has exactly one right place. */
export interface Case {
  readonly number: string;
  readonly direction: string;
  readonly name: string;
  readonly suffix: string;
  readonly postDirection: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

const SPELT_OUT: Readonly<Record<string, string>> = {
  ALY: 'Alley',
  ARCH: 'Arch',
  AVE: 'Avenue',
  BLF: 'Bluff',
  BLVD: 'Boulevard',
  BND: 'Bend',
  CIR: 'Circle',
  CR: 'Circle',
  CRES: 'Crescent',
  CRK: 'Creek',
  CT: 'Court',
  CV: 'Cove',
  DR: 'Drive',
  EST: 'Estate',
  ESTS: 'Estates',
  EXT: 'Extension',
  FWY: 'Freeway',
  GRN: 'Green',
  HL: 'Hill',
  HOLW: 'Hollow',
  HTS: 'Heights',
  HWY: 'Highway',
  LDG: 'Landing',
  LN: 'Lane',
  LNDG: 'Landing',
  LOOP: 'Loop',
  MEWS: 'Mews',
  PATH: 'Path',
  PKWY: 'Parkway',
  PKY: 'Parkway',
  PL: 'Place',
  PT: 'Point',
  QTR: 'Quarter',
  RCH: 'Reach',
  RD: 'Road',
  RDG: 'Ridge',
  RUN: 'Run',
  SQ: 'Square',
  ST: 'Street',
  TER: 'Terrace',
  TRL: 'Trail',
  WALK: 'Walk',
  WAY: 'Way',
};
const DIRECTIONS: Readonly<Record<string, string>> = { N: 'North', S: 'South', E: 'East', W: 'West' };

type Parts = Partial<Case> & { readonly tail?: string; readonly extra?: string };

function write(one: Case, change: Parts = {}): string {
  const { number, direction, name, suffix, postDirection, city, state, zip } = { ...one, ...change };
  const street = [number, direction, name, suffix, postDirection].filter((part) => part !== '').join(' ');
  const town = city === '' ? '' : `, ${city}`;
  return `${street}${change.extra ?? ''}${town}, ${state} ${zip}${change.tail ?? ''}`;
}

const spelt = (direction: string) => DIRECTIONS[direction] ?? direction;
const hasDirection = (one: Case) => one.direction !== '' || one.postDirection !== '';

/** Spellings that must lead to the same place. Null where a spelling does not apply to an address. */
export const SPELLINGS: Readonly<Record<string, (one: Case) => string | null>> = {
  'as the office writes it': (one) => write(one),
  'in lower case': (one) => write(one).toLowerCase(),
  'with the suffix spelt out': (one) => {
    const suffix = SPELT_OUT[one.suffix.toUpperCase()];
    return suffix === undefined ? null : write(one, { suffix });
  },
  'with a unit': (one) => write(one, { extra: ' Apt 4' }),
  'with a unit behind a comma': (one) => write(one, { extra: ', #12' }),
  'with the city left out': (one) => write(one, { city: '' }),
  'with ZIP+4': (one) => write(one, { tail: '-1234' }),
  'with a wrong city': (one) => write(one, { city: 'Springfield' }),
  'without commas': (one) => write(one).replaceAll(',', ''),
  'on several lines, with the country': (one) => `${write(one).replaceAll(', ', '\n')}\nUSA`,
  'with the direction moved': (one) =>
    hasDirection(one) ? write(one, { direction: one.postDirection, postDirection: one.direction }) : null,
  'with the direction spelt out': (one) =>
    hasDirection(one)
      ? write(one, { direction: spelt(one.direction), postDirection: spelt(one.postDirection) })
      : null,
};

/** A street type that the office's list does not have for this name. */
export function withWrongSuffix(one: Case): string | null {
  return one.suffix === '' ? null : write(one, { suffix: one.suffix.toUpperCase() === 'PLZ' ? 'SQ' : 'PLZ' });
}

/** One slip of the finger in the street: a letter wrong, left out, put in, or swapped with the next.
 *  `random` gives numbers from 0 up to 1. Null where the slip changes nothing. */
export function withTypo(one: Case, random: () => number): string | null {
  const street = [one.direction, one.name, one.suffix, one.postDirection]
    .filter((part) => part !== '')
    .join(' ');
  const at = Math.floor(random() * street.length);
  const letter = String.fromCharCode(65 + Math.floor(random() * 26));
  const kinds = [
    street.slice(0, at) + letter + street.slice(at + 1),
    street.slice(0, at) + street.slice(at + 1),
    street.slice(0, at) + letter + street.slice(at),
    street.slice(0, at) + (street[at + 1] ?? '') + street[at] + street.slice(at + 2),
  ];
  const typed = kinds[Math.floor(random() * kinds.length)]!;
  if (typed === street) return null;
  return write({ ...one, direction: '', name: typed, suffix: '', postDirection: '' });
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
