// Reading ease by formula: a rough measure, but one that a long word or a long sentence cannot hide from.
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { es } from './es';

/** What stands in for filled places: about as long as what does. */
const fillings: Readonly<Record<string, string>> = {
  address: '12 Lake Street',
  call: 'call us',
  count: '2',
  county: 'Lake County',
  date: 'May 5',
  example: '12 Lake Street',
  locality: 'Lake County',
  name: 'Vote',
  office: 'Lake County',
  phone: '12',
  place: 'Town Hall',
  street: 'Lake Street',
  time: '7',
  zip: '12',
};

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsOf);
}

function sentencesOf(messages: object): readonly (readonly string[])[] {
  return textsOf(messages)
    .map((text) => text.replace(/\{(\w+)\}/g, (_, name: string) => fillings[name] ?? '7'))
    .flatMap((text) => text.split(/[.?:;]+(?:\s|$)/))
    .map((sentence) => sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [])
    .filter((words) => words.length > 2);
}

/** Vowel groups, a silent e left out: "place" 1, "table" 2, "people" 2. */
function englishSyllables(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/** Vowel groups; two strong vowels, or a stressed weak one beside a strong one, make two. */
function spanishSyllables(word: string): number {
  const vowels = word
    .toLowerCase()
    .replace(/qu|gu(?=[eiéí])/g, 'k')
    .match(/[aeiouáéíóúü]+/g);
  const breaks = (group: string) =>
    group.match(/(?<=[aeoáéó])(?=[aeoáéóíú])|(?<=[íú])(?=[aeoáéó])/g)?.length ?? 0;
  return Math.max(
    1,
    (vowels ?? []).reduce((sum, group) => sum + 1 + breaks(group), 0),
  );
}

function rates(messages: object, syllables: (word: string) => number) {
  const sentences = sentencesOf(messages);
  const words = sentences.flat();
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return { wordsASentence: words.length / sentences.length, syllablesAWord: spoken / words.length };
}

/** Flesch-Kincaid grade. */
function englishGrade(messages: object): number {
  const { wordsASentence, syllablesAWord } = rates(messages, englishSyllables);
  return 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59;
}

/** Fernández Huerta's ease, which reads like Flesch's: 70 to 80 is sixth grade, more is easier. */
function spanishEase(messages: object): number {
  const { wordsASentence, syllablesAWord } = rates(messages, spanishSyllables);
  return 206.84 - 60 * syllablesAWord - 1.02 * wordsASentence;
}

/** Sections long enough for the formulas, which mean nothing for a handful of words. */
function sectionsOf(messages: object): readonly (readonly [string, object])[] {
  return Object.entries(messages)
    .filter((entry): entry is [string, object] => typeof entry[1] === 'object')
    .filter(([, section]) => sentencesOf(section).flat().length >= 60);
}

describe('syllables', () => {
  it.each([
    ['place', 1],
    ['places', 1],
    ['vote', 1],
    ['table', 2],
    ['people', 2],
    ['address', 2],
    ['registered', 3],
    ['election', 3],
  ])('%s has %i', (word, count) => {
    expect(englishSyllables(word)).toBe(count);
  });

  it.each([
    ['lugar', 2],
    ['votación', 3],
    ['dirección', 3],
    ['oficina', 4],
    ['calle', 2],
    ['aquí', 2],
    ['día', 2],
    ['vea', 2],
    ['número', 3],
    ['guía', 2],
  ])('%s has %i', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });
});

describe('English reads at grade 6 or below', () => {
  it('as a whole', () => {
    expect(englishGrade(en)).toBeLessThanOrEqual(6);
  });

  it.each(sectionsOf(en))('%s', (_, section) => {
    expect(englishGrade(section)).toBeLessThanOrEqual(6);
  });
});

describe('Spanish reads at grade 6 or below', () => {
  it('as a whole', () => {
    expect(spanishEase(es)).toBeGreaterThanOrEqual(70);
  });

  it.each(sectionsOf(es))('%s', (_, section) => {
    expect(spanishEase(section)).toBeGreaterThanOrEqual(70);
  });
});

it('the measure tells an office’s letter from our words', () => {
  const letter =
    'Notification is hereby given that electors who are duly registered within the jurisdiction may ascertain ' +
    'their designated polling location by consulting the administrative authority.';
  expect(englishGrade({ letter })).toBeGreaterThan(12);
});
