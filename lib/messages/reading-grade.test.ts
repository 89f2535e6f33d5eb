// Reading grades by formula: a rough measure, but one that a long word or a long sentence cannot hide from. The formulas
// are made for texts: of a handful of words they say nothing, so that small groups are taken together.
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { es } from './es';
import type { Messages } from './messages';
import { englishSyllables, spanishSyllables } from './syllables.fixture';

/** What stands in for filled places: about as long, and as hard to say, as what does. A new one wants a line here. */
const fillings: Readonly<Record<string, string>> = {
  address: '12 Lake Street',
  ago: '2 days ago',
  asked: '9',
  call: 'call us',
  count: '2',
  county: 'Lake County',
  date: 'May 5',
  digits: '12',
  done: '2',
  end: '12',
  example: '12 Lake Street',
  from: '7',
  hours: '7 to 7',
  languages: 'Spanish',
  last: 'May 5',
  list: 'A',
  locality: 'Lake County',
  miles: '2',
  name: 'Vote',
  next: '7',
  number: '12',
  office: 'Lake County',
  party: 'Blue',
  phone: '12',
  place: 'Town Hall',
  places: 'Lake County',
  precinct: '7',
  precincts: '7',
  right: '9',
  share: '99%',
  size: '50',
  start: '12',
  state: 'Maine',
  street: 'Lake Street',
  tell: 'tell us',
  time: '7',
  to: '7',
  total: '9',
  town: 'Lakeside',
  units: '2',
  until: '7',
  weekday: 'Monday',
  zip: '12',
};

/** The formulas want a hundred words; from sixty on they are steady. */
const WORDS_AT_LEAST = 60;
/** A sentence that one long breath says. */
const WORDS_IN_A_SENTENCE_AT_MOST = 24;
/** Long words that people know, or have no shorter one for. An average would hide any other. */
const knownLongWords: Readonly<Record<'en' | 'es', RegExp>> = {
  en: /^(usually|military|disabilities)$/,
  es: /^(computadora|desactivados|discapacidad|dispositivo|electorales|estacionamiento)$/,
};
/** The page for programmers: it keeps to grade 6 too, yet must not make up for harder words elsewhere. */
const NOT_FOR_VOTERS = ['data'];
/** Names of states are as long as they are. */
const NAMES = ['states'];

type Group = readonly [name: string, texts: readonly string[]];

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsOf);
}

function filled(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const filling = fillings[name];
    if (filling === undefined) throw new Error(`say what stands in for {${name}}`);
    return filling;
  });
}

/** Words of each sentence. A colon or semicolon ends one, as Flesch counted; labels of a word or two are none. */
function sentencesOf(texts: readonly string[]): readonly (readonly string[])[] {
  return texts
    .flatMap((text) => filled(text).split(/[.?:;]+(?:\s|$)/))
    .map((sentence) => sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [])
    .filter((words) => words.length > 2);
}

function wordsIn(texts: readonly string[]): number {
  return sentencesOf(texts).flat().length;
}

function rates(texts: readonly string[], syllables: (word: string) => number) {
  const sentences = sentencesOf(texts);
  const words = sentences.flat();
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return { wordsASentence: words.length / sentences.length, syllablesAWord: spoken / words.length };
}

/** Flesch and Kincaid's grade (1975). */
function englishGrade(texts: readonly string[]): number {
  const { wordsASentence, syllablesAWord } = rates(texts, englishSyllables);
  return 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59;
}

/** Crawford's grade for Spanish (1989), by sentences and syllables in a hundred words. */
function spanishGrade(texts: readonly string[]): number {
  const { wordsASentence, syllablesAWord } = rates(texts, spanishSyllables);
  return -0.205 * (100 / wordsASentence) + 0.049 * (100 * syllablesAWord) - 3.407;
}

/** Fernández Huerta's ease (1959), which reads like Flesch's: 70 to 80 is sixth grade, more is easier. */
function spanishEase(texts: readonly string[]): number {
  const { wordsASentence, syllablesAWord } = rates(texts, spanishSyllables);
  return 206.84 - 60 * syllablesAWord - 1.02 * wordsASentence;
}

/** Every group of a catalogue that is long enough, those that are not taken as one, and all that voters read. */
function groupsOf(messages: Messages): readonly Group[] {
  const groups = Object.entries(messages)
    .filter(([name]) => name !== 'tag' && !NAMES.includes(name))
    .map(([name, group]) => [name, textsOf(group)] as const);
  const isLong = ([, texts]: Group) => wordsIn(texts) >= WORDS_AT_LEAST;
  const all = groups.filter(([name]) => !NOT_FOR_VOTERS.includes(name));
  const taken = (some: readonly Group[]) => some.flatMap(([, texts]) => texts);
  return [
    ['all that voters read', taken(all)],
    ['the small groups together', taken(groups.filter((group) => !isLong(group)))],
    ...groups.filter(isLong),
  ];
}

describe('English', () => {
  it.each(groupsOf(en))('%s: at most grade 6', (_, texts) => {
    expect(englishGrade(texts)).toBeLessThanOrEqual(6);
  });
});

describe('Spanish', () => {
  it.each(groupsOf(es))('%s: at most grade 6, by both formulas', (_, texts) => {
    expect(spanishGrade(texts)).toBeLessThanOrEqual(6);
    expect(spanishEase(texts)).toBeGreaterThanOrEqual(70);
  });
});

describe.each([
  ['English', en, knownLongWords.en, (word: string) => englishSyllables(word) > 3],
  ['Spanish', es, knownLongWords.es, (word: string) => spanishSyllables(word) > 4],
] as const)('%s', (_, messages, known, isLong) => {
  it('has no long word but those that people know', () => {
    const words = textsOf({ ...messages, states: {} }).flatMap(
      (text) => filled(text).match(/\p{L}+/gu) ?? [],
    );
    const unknown = words.filter((word) => isLong(word) && !known.test(word.toLowerCase()));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('has no sentence that takes two breaths', () => {
    const long = sentencesOf(textsOf(messages)).filter(({ length }) => length > WORDS_IN_A_SENTENCE_AT_MOST);
    expect(long.map((words) => words.join(' '))).toEqual([]);
  });

  it('is measured whole: each group alone or among the small ones', () => {
    const [all, small, ...long] = groupsOf(messages);
    const data = wordsIn(textsOf(messages.data));
    const measured = [small, ...long].reduce((sum, group) => sum + wordsIn(group?.[1] ?? []), 0);
    expect(measured).toBe(wordsIn(all?.[1] ?? []) + data);
  });
});

describe('the measure', () => {
  it.each([
    [
      'an office’s letter',
      12,
      25,
      'Notification is hereby given that electors who are duly registered within the jurisdiction may ascertain ' +
        'their designated polling location by consulting the administrative authority.',
    ],
    ['a first reader', -2, 2, 'The cat sat on the mat. The dog ran to the park. We like to play in the sun.'],
  ])('in English tells %s', (_, least, most, text) => {
    expect(englishGrade([text])).toBeGreaterThan(least);
    expect(englishGrade([text])).toBeLessThan(most);
  });

  it.each([
    [
      'an office’s letter',
      6,
      'Por la presente se notifica a la ciudadanía empadronada en esta jurisdicción la obligatoriedad de verificar ' +
        'anticipadamente la circunscripción electoral correspondiente ante la autoridad administrativa.',
      true,
    ],
    ['a first reader', 3, 'El gato ve la luna. El perro va al parque. La niña come pan con su papá.', false],
  ])('in Spanish tells %s', (_, grade, text, isHard) => {
    expect(spanishGrade([text]) > grade).toBe(isHard);
    expect(spanishEase([text]) < 70).toBe(isHard);
  });
});
