// Owns the addresses of a made-up ZIP whose true answer is known, found by counting rows. It shares no code
// with lib/core/lookup, so that the two can disagree. Leaves out what is a matter of judgement.

import type { Random } from './random';
import type { Place, Precinct, Zip } from './state';
import type { Row, Street } from './streets';
import { DIRECTIONS, SUFFIXES } from './words';

/** `{address: '112 n lake st, Brackenmoor, ZZ 69512', kind: 'found', places: [{id: 'pl-7', …}]}`. */
export interface Golden {
  readonly address: string;
  readonly kind: 'found' | 'anyPlace' | 'byMail' | 'noElection' | 'choose' | 'conflict' | 'missing';
  readonly places: readonly Place[];
  readonly note: string;
}

/** Which truth an address has, from the rows of its street alone. */
type Truth = Pick<Golden, 'kind' | 'places'>;

const ADDRESSES_A_ROW = 1 / 30;
/** No street is ever called this. */
const NOWHERE = 'ZYZZYVA';

/** Golden addresses of one ZIP, about one to 30 rows, and one street that it does not have. */
export function zipGoldens(zip: Zip, streets: readonly Street[], random: Random): readonly Golden[] {
  const rowCount = streets.reduce((sum, street) => sum + street.rows.length, 0);
  const goldens: Golden[] = [];
  for (let count = Math.max(2, Math.round(rowCount * ADDRESSES_A_ROW)); count > 0; count -= 1) {
    const street = random.pick(streets);
    const golden = streetGolden(zip, street, random);
    if (golden !== null && !hasDouble(golden, street, streets)) goldens.push(golden);
  }
  const number = random.between(1, 900);
  const address = `${number} ${NOWHERE} LN, ${zip.towns[0]}, ZZ ${zip.zip}`;
  return [
    ...goldens,
    { address, kind: 'missing', places: [], note: 'no such street' },
    ...halves(zip, streets),
  ];
}

function streetGolden(zip: Zip, street: Street, random: Random): Golden | null {
  const row = random.pick(street.rows);
  const step = row.parity === 'both' ? 1 : 2;
  const steps = Math.floor((Math.min(row.end, row.start + 3_000) - row.start) / step);
  if (random.chance(0.04)) return outside(zip, street, random);
  const number = row.start + step * random.between(0, steps);
  if (row.units !== undefined) return splitGolden(zip, street, number, row, random);
  const truth = truthAt(street, number, row.prefix ?? null);
  if (truth === null) return null;
  const written = spelling(`${row.prefix ?? ''}${number}`, street, zip, random);
  return { ...truth, ...written };
}

/** Another street that people may mean as well: RED WOOD RD for REDWOOD RD; and for a number that PORTER does not have, any
 *  other PORTER. Whether to ask or to say that it is missing is a matter of judgement then. */
function hasDouble({ kind }: Golden, street: Street, streets: readonly Street[]): boolean {
  const whole = closed(streetText(street));
  const name = closed(street.name);
  return streets.some(
    (other) =>
      other !== street &&
      (closed(streetText(other)) === whole || (kind === 'missing' && closed(other.name) === name)),
  );
}

const closed = (text: string): string => text.replaceAll(' ', '').toUpperCase();

function splitGolden(zip: Zip, street: Street, number: number, row: Row, random: Random): Golden | null {
  const truth = truthOf([row.precinct]);
  const unit = row.units?.[0];
  const address = `${number} ${streetText(street)} ${random.pick(['APT', 'UNIT', '#'])} ${unit}, ${street.city}, ZZ ${zip.zip}`;
  return truth === null ? null : { ...truth, address, note: 'a unit of a split building' };
}

function outside(zip: Zip, street: Street, random: Random): Golden | null {
  const highest = Math.max(...street.rows.map(({ end }) => end));
  if (highest >= 9_000 || street.rows.some(({ prefix }) => prefix !== undefined)) return null;
  const address = `${highest + 2 * random.between(1, 400)} ${streetText(street)}, ${street.city}, ZZ ${zip.zip}`;
  return { address, kind: 'missing', places: [], note: 'number beyond the street’s ranges' };
}

/** Null where precincts of different kinds overlap: what to say then is a matter of judgement. */
function truthAt(street: Street, number: number, prefix: string | null): Truth | null {
  const rows = street.rows.filter((row) => covers(row, number) && (row.prefix ?? null) === prefix);
  if (rows.some(({ units }) => units !== undefined)) return null;
  return truthOf(rows.map(({ precinct }) => precinct));
}

function covers(row: Row, number: number): boolean {
  if (number < row.start || number > row.end) return false;
  return row.parity === 'both' || (number % 2 === 1) === (row.parity === 'odd');
}

const KIND_OF_VOTING = {
  assigned: 'found',
  anyPlace: 'anyPlace',
  byMail: 'byMail',
  none: 'noElection',
} as const;

function truthOf(precincts: readonly Precinct[]): Truth | null {
  const votings = new Set(precincts.map(({ voting }) => voting));
  const ids = new Set(precincts.map(({ id }) => id));
  const first = precincts[0];
  if (first === undefined || votings.size > 1) return null;
  if (first.voting !== 'assigned') {
    return ids.size > 1 ? null : { kind: KIND_OF_VOTING[first.voting], places: first.places };
  }
  const places = new Map(precincts.flatMap((precinct) => precinct.places).map((place) => [place.id, place]));
  return { kind: places.size > 1 ? 'conflict' : 'found', places: [...places.values()] };
}

/** "12 MAPLE" where the ZIP has Maple St and Maple Ave, both have a number 12, and they vote apart. */
function halves(zip: Zip, streets: readonly Street[]): readonly Golden[] {
  if (zip.towns.length > 1) return [];
  const byName = grouped(streets);
  const goldens: Golden[] = [];
  for (const [name, [first, second, third]] of byName) {
    if (first === undefined || second === undefined || third !== undefined) continue;
    if (first.suffix === '' || second.suffix === '' || first.suffix === second.suffix) continue;
    const number = first.rows[0]!.start;
    const truths = [first, second].map((street) => truthAt(street, number, null));
    if (truths.some((truth) => truth?.kind !== 'found')) continue;
    if (truths[0]!.places[0]!.id === truths[1]!.places[0]!.id) continue;
    const address = `${number} ${name}, ${first.city}, ZZ ${zip.zip}`;
    goldens.push({ address, kind: 'choose', places: [], note: 'the suffix is left out and two streets fit' });
    if (goldens.length === 2) break;
  }
  return goldens;
}

function grouped(streets: readonly Street[]): ReadonlyMap<string, readonly Street[]> {
  const groups = new Map<string, Street[]>();
  for (const street of streets) {
    const group = groups.get(street.name);
    if (group === undefined) groups.set(street.name, [street]);
    else group.push(street);
  }
  return groups;
}

function streetText({ pre, name, suffix, post }: Street): string {
  return [pre, name, suffix, post].filter((part) => part !== '').join(' ');
}

/** One of the ways in which people write the same address. */
function spelling(
  number: string,
  street: Street,
  zip: Zip,
  random: Random,
): Pick<Golden, 'address' | 'note'> {
  const text = streetText(street);
  const end = `${street.city}, ZZ ${zip.zip}`;
  switch (random.between(0, 6)) {
    case 0:
      return { address: `${number} ${text}, ${end}`.toLowerCase(), note: 'lower case' };
    case 1:
      return { address: `${number} ${spelledOut(street)}, ${end}`, note: 'spelt out' };
    case 2:
      return { address: `${number} ${text} Apt 4B, ${end}`, note: 'a unit that splits nothing' };
    case 3:
      return { address: `${number} ${text}, ${end}-${random.between(1000, 9999)}`, note: 'ZIP+4' };
    case 4:
      return { address: `  ${number}  ${text}  ${street.city} ZZ   ${zip.zip}`, note: 'blanks, no commas' };
    case 5:
      if (zip.towns.length > 1)
        return { address: `${number} ${text}, ${end}`, note: 'as the office writes it' };
      return { address: `${number} ${text} ${zip.zip}`, note: 'no town' };
    default:
      return { address: `${number} ${text}, ${end}`, note: 'as the office writes it' };
  }
}

function spelledOut({ pre, name, suffix, post }: Street): string {
  const long = (short: string) =>
    [...SUFFIXES, ...DIRECTIONS].find((entry) => entry.short === short)?.long ?? short;
  return [long(pre), name, long(suffix), long(post)].filter((part) => part !== '').join(' ');
}
