// Owns an address in parts, and how it is put together as a text.

import type { Random } from '@/scripts/generate/random';
import type { House, StreetParts } from './rows';
import { spelt } from './spelt';

/** An address by its parts, each as the list has it. */
export interface Home extends StreetParts {
  readonly house: House;
  readonly unit: string | null;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

export interface Words extends StreetParts {
  readonly number: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

export function numberText({ prefix, number, suffix }: House): string {
  const head = prefix === '' ? '' : /^\d+$/.test(prefix) ? `${prefix}-` : prefix;
  return `${head}${number}${suffix.includes('/') ? ` ${suffix}` : suffix}`;
}

export function line(parts: readonly string[], glue = ' '): string {
  return parts.filter((part) => part !== '').join(glue);
}

export function write(words: Words, comma = ', '): string {
  const street = line([words.number, words.pre, words.name, words.type, words.post]);
  const state = line([words.state, words.zip]);
  return line([street + (words.unit === '' ? '' : ` ${words.unit}`), words.city, state], comma);
}

export const speltOut = (words: Words): Words => ({
  ...words,
  pre: spelt(words.pre),
  type: spelt(words.type),
  post: spelt(words.post),
});
export const UNITS = [
  'Apt 4',
  '#4',
  'apt.4',
  'APT 4B',
  '4B',
  ', 4B',
  ', #12',
  'Unit 4',
  'Lot 7',
  'Trlr 9',
  'Ste 200',
  'Apartment 4-B',
  'Bldg 2 Apt 3',
  'Fl 2',
  '# 4',
  'No. 4',
  'Unit B',
  'Space 12',
  'Rear',
  'Apt #4',
];

export type Way = (words: Words, random: Random) => Words | string | null;
