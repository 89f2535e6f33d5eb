// Owns laying an address over a form that somebody has really written one in: the labelled addresses of ../shared (usaddress).

import type { Random } from '@/scripts/generate/random';
import { spelt } from './spelt';
import type { Typed } from './typed';
import { type Home, line, numberText, type Words, write } from './words';

/** A written address and what each of its words is: `['St.,', 'StreetNamePostType']`. */
export interface LabelledForm {
  readonly input: string;
  readonly tokens?: readonly (readonly [string, string])[];
}

const FIELDS: Readonly<Record<string, keyof Words>> = {
  AddressNumber: 'number',
  StreetNamePreDirectional: 'pre',
  StreetName: 'name',
  StreetNamePostType: 'type',
  StreetNamePostDirectional: 'post',
  PlaceName: 'city',
  StateName: 'state',
  ZipCode: 'zip',
};
/** Words that stay as they were written. */
const KEPT = new Set([
  'OccupancyType',
  'OccupancyIdentifier',
  'Recipient',
  'BuildingName',
  'CountryName',
  'LandmarkName',
]);

const NAMES = new Set(['Recipient', 'BuildingName', 'LandmarkName']);

/** Forms of one whole address with a number, a street, and a ZIP or town. */
export function usableForms(all: readonly LabelledForm[]): readonly LabelledForm[] {
  return all.filter(({ tokens = [] }) => {
    const labels = tokens.map(([, label]) => label);
    const runs = labels.filter((label, at) => label !== labels[at - 1]);
    return (
      labels.every((label) => label in FIELDS || KEPT.has(label)) &&
      new Set(runs).size === runs.length &&
      labels.includes('AddressNumber') &&
      labels.includes('StreetName') &&
      isParted(tokens) &&
      (labels.includes('ZipCode') || labels.includes('PlaceName'))
    );
  });
}

/** A building behind a street, or a name in front of a number, is parted from it by a comma: else it may be more of either. */
function isParted(tokens: readonly (readonly [string, string])[]): boolean {
  return tokens.every(([, label], at) => {
    const [before, last] = tokens[at - 1] ?? ['', label];
    return last === label || !(NAMES.has(label) || NAMES.has(last)) || /[,;]$/.test(before);
  });
}

/** The home's own words in the places, the case and the length of the form's; null where the form has no place for its unit. */
export function laidOver(home: Home, form: LabelledForm, random: Random): Typed | null {
  const tokens = form.tokens ?? [];
  const labels = new Set(tokens.map(([, label]) => label));
  if (home.unit !== null || home.zip === '' || (!labels.has('ZipCode') && home.city === '')) return null;
  const words: Words = { ...home, number: numberText(home.house), unit: '' };
  const said: Record<string, string> = {};
  let text = '';
  let rest = form.input;
  let last = '';
  for (const [token, label] of tokens) {
    const at = rest.indexOf(token);
    if (at < 0) return null;
    const gap = rest.slice(0, at);
    rest = rest.slice(at + token.length);
    const field = FIELDS[label];
    const end = /[,;]+$/.exec(token)?.[0] ?? '';
    if (field === undefined) text += gap + token;
    else if (label === last) text += end;
    else {
      said[field] = words[field] === '' ? '' : likeToken(words[field], token.replace(/[,;]+$/, ''), field);
      text += (said[field] === '' ? '' : gap) + said[field] + end;
    }
    last = label;
  }
  const isWhole = (['pre', 'type', 'post'] as const).every(
    (part) => words[part] === '' || said[part] !== undefined,
  );
  const plain = (part: keyof Words) => (said[part] === undefined ? '' : words[part]);
  const read: Words = {
    ...{
      number: words.number,
      pre: plain('pre'),
      name: words.name,
      type: plain('type'),
      post: plain('post'),
    },
    ...{ unit: '', city: plain('city'), state: plain('state'), zip: plain('zip') },
  };
  return {
    how: `a form that somebody wrote: ${form.input}`,
    kind: isWhole ? 'right' : 'short',
    text: random.chance(0.2) ? text.toLowerCase() : text + rest,
    said: write(read),
    town: read.city,
    zip: read.zip,
  };
}

function likeToken(word: string, token: string, field: keyof Words): string {
  const isSpelt = (field === 'type' || field === 'pre' || field === 'post') && /^[A-Za-z]{5,}$/.test(token);
  const base = isSpelt ? spelt(word) : word;
  const dotted = token.endsWith('.') && /^[A-Za-z]{1,4}$/.test(base) ? `${base}.` : base;
  if (/^[a-z]+$/.test(token)) return dotted.toLowerCase();
  return /^[A-Z][a-z]+$/.test(token) ? line(dotted.split(' ').map(titled)) : dotted;
}

const titled = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
