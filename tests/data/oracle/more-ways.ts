// Owns the ways to write an address that need more than its parts: slips in every word, words left out and added, and ZIPs and towns
// of elsewhere in the same release.

import type { Random } from '@/scripts/generate/random';
import { directionOf, ordinalsOf } from './pub28';
import { spelt } from './spelt';
import { line, speltOut, type Way, type Words, write } from './words';
import { slip } from './wrong-ways';

/** Towns and ZIPs of the release, for those who mistake theirs. */
export interface Elsewhere {
  readonly towns: readonly string[];
  readonly zips: readonly string[];
}

const ADDED = [
  ...[
    'Old',
    'New',
    'Upper',
    'Lower',
    'Lake',
    'Mount',
    'Saint',
    'Little',
    'North',
    'South',
    'East',
    'West',
    'Fort',
  ],
  ...[
    'Hill',
    'Park',
    'View',
    'Creek',
    'Spring',
    'Springs',
    'Point',
    'Ridge',
    'Extension',
    'Business',
    'Circle',
    'Court',
  ],
];
const ACCENTS: Readonly<Record<string, string>> = { A: 'Á', E: 'é', I: 'Ï', O: 'ö', U: 'ú', N: 'Ñ', C: 'ç' };

const wordsOf = (name: string) => name.split(' ').filter((word) => word !== '');
const withWord = (words: readonly string[], at: number, word: string) =>
  [...words.slice(0, at), word, ...words.slice(at)].join(' ');

/** One letter of one word of the street or town, wherever it is. */
function slipAnywhere(words: Words, random: Random): Words | null {
  const parts = (['pre', 'name', 'type', 'post', 'city'] as const).filter((part) => words[part] !== '');
  if (parts.length === 0) return null;
  const part = random.pick(parts);
  const all = wordsOf(words[part]);
  const at = random.between(0, all.length - 1);
  return { ...words, [part]: all.with(at, slip(all[at]!, random)).join(' ') };
}

function withoutWord(words: Words, random: Random): Words | null {
  const all = wordsOf(words.name);
  return all.length < 2
    ? null
    : { ...words, name: all.toSpliced(random.between(0, all.length - 1), 1).join(' ') };
}

function withAdded(words: Words, random: Random): Words {
  const all = wordsOf(words.name);
  return { ...words, name: withWord(all, random.between(0, all.length), random.pick(ADDED)) };
}

function twoSlipsInDirection(words: Words, random: Random): Words | null {
  if (words.pre + words.post === '') return null;
  const twice = (direction: string) =>
    direction === '' ? '' : slip(slip(spelt(direction).toUpperCase(), random), random);
  return { ...words, pre: twice(words.pre), post: twice(words.post) };
}

/** Of a way that changes parts: without commas, too. */
const plain =
  (way: (words: Words, random: Random) => Words | null): Way =>
  (words, random) => {
    const made = way(words, random);
    return made === null ? null : write(made, ' ');
  };
const bare = (words: Words): Words => ({ ...words, city: '', state: '' });

/** Nothing is wrong. */
export const MORE_RIGHT: Readonly<Record<string, Way>> = {
  'numbers of the name spelt out, or in digits': (words, random) => {
    const found = ordinalsOf(words.name);
    return found.length === 0 ? null : { ...words, name: random.pick(found) };
  },
  'foreign letters': (words, random) => {
    const marked = (text: string) =>
      text.replace(/[AEIOUNC]/gi, (letter) =>
        random.chance(0.5) ? (ACCENTS[letter.toUpperCase()] ?? letter) : letter,
      );
    return { ...words, name: marked(words.name), city: marked(words.city) };
  },
  'wide letters': (words) =>
    /^\d+$/.test(words.number)
      ? { ...words, number: words.number.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))) }
      : null,
  'No. before the number': (words, random) =>
    /^\d+$/.test(words.number)
      ? `${random.pick(['No. ', 'no ', 'No ', '# ', 'Nr '.replace('Nr', 'Number')])}${write(words)}`
      : null,
  'hyphens between the words of the name': (words) =>
    /^[A-Z]+(?: [A-Z]{2,})+$/i.test(words.name) && !/^(?:[A-Z]|CO|US|ST|SR|CR) /i.test(words.name)
      ? { ...words, name: words.name.replaceAll(' ', '-') }
      : null,
};

/** Something is wrong. */
export function moreWrong({ towns, zips }: Elsewhere): Readonly<Record<string, Way>> {
  const inOtherTown = (words: Words, random: Random) => ({ ...words, city: random.pick(towns) });
  const inOtherZip = (words: Words, random: Random) => ({ ...words, zip: random.pick(zips) });
  return {
    'a slip anywhere': slipAnywhere,
    'a slip anywhere, spelt out': (words, random) => slipAnywhere(speltOut(words), random),
    'a slip anywhere, no commas': plain(slipAnywhere),
    'a slip anywhere, spelt out, no commas': plain((words, random) => slipAnywhere(speltOut(words), random)),
    'a slip anywhere, no town': (words, random) => slipAnywhere(bare(words), random),
    'a slip anywhere, no ZIP': (words, random) =>
      words.city === '' ? null : slipAnywhere({ ...words, zip: '' }, random),
    'two slips in a direction': twoSlipsInDirection,
    'two slips in a direction, no commas': plain(twoSlipsInDirection),
    'a word left out': withoutWord,
    'a word left out, no commas': plain(withoutWord),
    'a word left out, no town': (words, random) => withoutWord(bare(words), random),
    'a word left out, no ZIP': (words, random) =>
      words.city === '' ? null : withoutWord({ ...words, zip: '' }, random),
    'a word left out, no type': (words, random) => withoutWord({ ...words, type: '' }, random),
    'a word added': withAdded,
    'a word added, no commas': plain(withAdded),
    'a word added, no town': (words, random) => withAdded(bare(words), random),
    'a word added, no ZIP': (words, random) =>
      words.city === '' ? null : withAdded({ ...words, zip: '' }, random),
    'a word added, no type': (words, random) => withAdded({ ...words, type: '' }, random),
    'a word twice': (words) => ({
      ...words,
      name: withWord(wordsOf(words.name), 1, wordsOf(words.name)[0]!),
    }),
    'a comma somewhere': (words, random) => {
      const all = wordsOf(write(words));
      const at = random.between(1, all.length - 1);
      return all.with(at, `, ${all[at]!}`).join(' ');
    },
    'a blank lost': (words, random) => {
      const all = line([words.pre, words.name, words.type, words.post]).split(' ');
      if (all.length < 2) return null;
      const at = random.between(1, all.length - 1);
      return {
        ...words,
        pre: '',
        type: '',
        post: '',
        name: `${all.slice(0, at).join(' ')}${all.slice(at).join(' ')}`,
      };
    },
    'a blank too many': (words, random) => {
      const all = line([words.pre, words.name, words.type, words.post]);
      const at = random.between(1, all.length - 1);
      return { ...words, pre: '', type: '', post: '', name: `${all.slice(0, at)} ${all.slice(at)}` };
    },
    'a letter behind the number': (words, random) =>
      /^\d+$/.test(words.number)
        ? { ...words, number: words.number + random.pick(['A', 'B', '-C', ' D']) }
        : null,
    'a fraction behind the number': (words) =>
      /^\d+$/.test(words.number) ? { ...words, number: `${words.number} 1/2` } : null,
    'the number hyphenated': (words, random) =>
      /^\d{2,}$/.test(words.number)
        ? { ...words, number: `${words.number.slice(0, -1)}-${random.between(1, 60)}` }
        : null,
    'a number with a hyphen, no direction': (words) =>
      words.number.includes('-') && words.pre + words.post !== '' ? { ...words, pre: '', post: '' } : null,
    'the direction in another word': (words) =>
      directionOf.has(wordsOf(words.name)[0]?.toUpperCase() ?? '') || words.pre === ''
        ? null
        : { ...words, pre: '', name: withWord(wordsOf(words.name), 1, words.pre) },
    'another ZIP': inOtherZip,
    'another ZIP, no commas': plain(inOtherZip),
    'another ZIP, no town': (words, random) => bare(inOtherZip(words, random)),
    'another ZIP, no type': (words, random) => ({ ...inOtherZip(words, random), type: '' }),
    'another town of the release': inOtherTown,
    'another town of the release, no commas': plain(inOtherTown),
    'another town of the release, no ZIP': (words, random) => ({ ...inOtherTown(words, random), zip: '' }),
    'another town of the release, a slip': (words, random) =>
      slipAnywhere(inOtherTown(words, random), random),
  };
}
