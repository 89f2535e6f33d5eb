// Owns the cutting of `NATCHEZ MS 39120-1234` into town, state and ZIP. Cuts only where there is one way to.

import { STATES } from '@/lib/core/usps/states';
import { readZip5 } from '../../tables/cells';

/** '' for what the text does not say. */
export interface TownReading {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

const maxChars = 120;

/** `Natchez, MS 39120`, `CT 06511`, `NATCHEZ 39120`, `NATCHEZ`. A state's name counts behind a comma only: PORT WASHINGTON is a
 *  town. Null where the text is something else. */
export function readCityStateZip(text: string): TownReading | null {
  if (text.length > maxChars) return null;
  const parts = text
    .split(/[,;\r\n]/)
    .map((part) => part.split(/\s/).filter((word) => word !== ''))
    .filter((part) => part.length > 0);
  dropCountry(parts);
  const zip = takeZip(parts);
  const state = takeState(parts);
  if (zip === null || parts.length > 1) return null;
  const city = (parts[0] ?? []).join(' ');
  if (/[\p{N}#]/u.test(city) || (city === '' && zip === '' && state === '')) return null;
  // NEW YORK 10001 may be the town or the state.
  if (city !== '' && state === '' && city.length > 2 && zip !== '' && STATES.has(city.toUpperCase()))
    return null;
  return { city, state, zip };
}

function dropCountry(parts: string[][]): void {
  const last = parts.at(-1);
  if (last === undefined || !/^(?:USA|US|U\.S\.A?\.)$/i.test(last.at(-1)!)) return;
  last.pop();
  if (last.length === 0) parts.pop();
}

/** '' where there is none; null where a number is no ZIP. */
function takeZip(parts: string[][]): string | null {
  const last = parts.at(-1);
  const word = last?.at(-1) ?? '';
  if (last === undefined || !/^\d/.test(word)) return '';
  if (readZip5(word) === '') return null;
  last.pop();
  if (last.length === 0) parts.pop();
  return word;
}

function takeState(parts: string[][]): string {
  const last = parts.at(-1);
  if (last === undefined) return '';
  const whole = STATES.get(last.join(' ').toUpperCase().replaceAll('.', ''));
  if (whole !== undefined && (parts.length > 1 || (last.length === 1 && last[0]!.length === 2))) {
    parts.pop();
    return whole;
  }
  const word = last.at(-1)!.toUpperCase().replaceAll('.', '');
  const code = word.length === 2 ? STATES.get(word) : undefined;
  if (code === undefined || last.length < 2) return '';
  last.pop();
  return code;
}
