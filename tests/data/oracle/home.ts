// Owns choosing a house that a row of a street list names. Knows nothing of how it is typed.

import type { Random } from '@/scripts/generate/random';
import type { ListedStreet } from './rows';
import type { Home } from './words';

/** Most numbers above the first one of a row that are asked for: an open end is no house. */
const SPAN = 400;

/** A house of one of the street's rows; null where the chosen row holds none on its side. */
export function homeOn(street: ListedStreet, state: string, random: Random): Home | null {
  const row = random.pick(street.rows);
  const last = Math.min(row.end, row.start + SPAN);
  const any = random.between(row.start, last);
  const isSide = row.side === 'both' || (any % 2 === 1) === (row.side === 'odd');
  const number = isSide ? any : any === last ? any - 1 : any + 1;
  if (number < Math.max(row.start, 1)) return null;
  const { pre, name, type, post, city, zip } = street;
  return {
    ...{ pre, name, type, post, city, zip, state },
    unit: row.units === null ? null : unitOf(row.units, random),
    house: { prefix: row.prefix.replace('-', ''), number, suffix: row.suffix.toUpperCase() },
  };
}

function unitOf([start, end]: readonly [string, string], random: Random): string {
  const isNumbered = /^\d+$/.test(start) && /^\d+$/.test(end);
  return isNumbered ? String(random.between(Number(start), Number(end))) : start;
}
