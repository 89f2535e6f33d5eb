// Owns the ways to write an address in which something is wrong.

import type { Random } from '@/scripts/generate/random';
import { spelt } from './spelt';
import { line, speltOut, UNITS, type Way, type Words, write } from './words';

export function slip(text: string, random: Random): string {
  const at = random.between(0, Math.max(0, text.length - 1));
  const letter = String.fromCharCode(65 + random.between(0, 25));
  switch (random.between(0, 4)) {
    case 0:
      return text.slice(0, at) + letter + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + letter + text.slice(at);
    case 3:
      return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
    default:
      return text.slice(0, at) + (text[at] ?? '') + text.slice(at);
  }
}

const slipped = (words: Words, random: Random): Words => ({
  ...words,
  pre: '',
  type: '',
  post: '',
  name: slip(line([words.pre, words.name, words.type, words.post]), random),
});
const OPPOSITE: Readonly<Record<string, string>> = {
  N: 'S',
  S: 'N',
  E: 'W',
  W: 'E',
  NE: 'NW',
  NW: 'SW',
  SE: 'NE',
  SW: 'SE',
};
const opposite = (direction: string): string => {
  const short = Object.entries(OPPOSITE).find(
    ([one]) => one === direction.toUpperCase() || spelt(one).toUpperCase() === direction.toUpperCase(),
  );
  return short?.[1] ?? '';
};
const ANY_TYPE = ['ST', 'AVE', 'RD', 'DR', 'LN', 'CT', 'CIR', 'HWY', 'WAY', 'PL'];
export const ANY_TOWN = [
  'Springfield',
  'Natchez',
  'Salem',
  'Fork',
  'North Salem',
  'Lake City',
  'St Paul',
  'West Point',
  'Union',
  'Park City',
  'Broadway',
  'Hill',
  'Oakdale',
  'East Haven',
  'Mill',
  'Centerville',
];

/** Something is wrong. */
export const WRONG: Readonly<Record<string, Way>> = {
  'a slip': (words, random) => slipped(words, random),
  'a slip, no commas': (words, random) => write(slipped(words, random), ' '),
  'a slip, spelt out': (words, random) => slipped(speltOut(words), random),
  'a slip, spelt out, no commas': (words, random) => write(slipped(speltOut(words), random), ' '),
  'a slip, spelt out, no town': (words, random) =>
    write(slipped(speltOut({ ...words, city: '', state: '' }), random), ' '),
  'a slip, no ZIP': (words, random) => (words.city === '' ? null : { ...slipped(words, random), zip: '' }),
  'a slip, a unit': (words, random) => ({ ...slipped(speltOut(words), random), unit: random.pick(UNITS) }),
  'a slip and no type': (words, random) => ({ ...slipped({ ...words, type: '' }, random) }),
  'another type': (words, random) => ({ ...words, type: random.pick(ANY_TYPE) }),
  'another type, no commas': (words, random) => write({ ...words, type: random.pick(ANY_TYPE) }, ' '),
  'another type, no direction': (words, random) => ({
    ...words,
    pre: '',
    post: '',
    type: random.pick(ANY_TYPE),
  }),
  'a type too many': (words, random) => ({ ...words, type: line([words.type, random.pick(ANY_TYPE)]) }),
  'the other direction': (words) =>
    words.pre + words.post === '' ? null : { ...words, pre: opposite(words.pre), post: opposite(words.post) },
  'the other direction, spelt out, no commas': (words) =>
    words.pre + words.post === ''
      ? null
      : write(speltOut({ ...words, pre: opposite(words.pre), post: opposite(words.post) }), ' '),
  'the other direction behind a comma': (words) =>
    words.post === '' ? null : { ...words, post: '', type: `${words.type}, ${opposite(words.post)}` },
  'a direction too many': (words, random) => ({
    ...words,
    pre: line([random.pick(Object.keys(OPPOSITE)), words.pre]),
  }),
  'a direction too many behind': (words, random) => ({
    ...words,
    post: line([words.post, spelt(random.pick(Object.keys(OPPOSITE)))]),
  }),
  'a direction too many behind a comma': (words, random) => ({
    ...words,
    post: `${words.post}, ${random.pick(Object.keys(OPPOSITE))}`,
  }),
  'a direction at the number': (words, random) =>
    /^\d+$/.test(words.number)
      ? { ...words, number: words.number + random.pick(['N', 'S', 'E', 'W']), pre: '' }
      : null,
  'a digit of the ZIP': (words, random) => {
    if (words.zip === '') return null;
    const at = random.between(3, 4);
    return { ...words, zip: words.zip.slice(0, at) + random.between(0, 9) + words.zip.slice(at + 1) };
  },
  'another town': (words, random) => ({ ...words, city: random.pick(ANY_TOWN) }),
  'another town, no commas': (words, random) => write({ ...words, city: random.pick(ANY_TOWN) }, ' '),
  'another town, no type': (words, random) => ({ ...words, type: '', city: random.pick(ANY_TOWN) }),
  'another town, no type, no commas': (words, random) =>
    write({ ...words, type: '', city: random.pick(ANY_TOWN) }, ' '),
  'another town, no direction': (words, random) => ({
    ...words,
    pre: '',
    post: '',
    city: random.pick(ANY_TOWN),
  }),
  'another town, no ZIP': (words, random) => ({ ...words, city: random.pick(ANY_TOWN), zip: '' }),
  'the town misspelt': (words, random) =>
    words.city === '' ? null : { ...words, city: slip(words.city, random) },
  'the town misspelt, no commas': (words, random) =>
    words.city === '' ? null : write({ ...words, city: slip(words.city, random) }, ' '),
  'the town misspelt, no ZIP': (words, random) =>
    words.city === '' ? null : { ...words, city: slip(words.city, random), zip: '' },
  'another state': (words, random) => ({
    ...words,
    state: random.pick(['LA', 'CT', 'NE', 'Ohio', 'West Virginia', 'PA']),
  }),
  'the number behind': (words) =>
    line(
      [
        line([words.pre, words.name, words.type, words.post, words.number]),
        words.city,
        line([words.state, words.zip]),
      ],
      ', ',
    ),
  'the number behind a comma': (words) =>
    line(
      [
        line([words.pre, words.name, words.type, words.post]),
        words.number,
        words.city,
        line([words.state, words.zip]),
      ],
      ', ',
    ),
  'the number’s head left out': (words) =>
    /^(?:[NSEW]?\d+[NSEW]|\d+-)\d+/.test(words.number)
      ? { ...words, number: words.number.replace(/^(?:[NSEW]?\d+[NSEW]|\d+-)/, '') }
      : null,
  'another head of the number': (words) =>
    /^\d+$/.test(words.number) ? { ...words, number: `N6W${words.number}` } : null,
  'a word too many': (words, random) => ({
    ...words,
    name: random.pick([
      `${words.name} Hill`,
      `Old ${words.name}`,
      `${words.name} Park`,
      `Lake ${words.name}`,
      `${words.name} Creek`,
      `${words.name} Business`,
    ]),
  }),
  'words in another order': (words) => {
    const all = words.name.split(' ');
    return all.length < 2 ? null : { ...words, name: all.reverse().join(' ') };
  },
};
