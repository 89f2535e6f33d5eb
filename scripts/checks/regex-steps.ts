// Owns counting the steps that a regular expression takes on a text, as a backtracking engine takes them, and how they grow
// with the text: a count and no clock, the same on every machine. Knows no file.

import { parseRegex, type RegexNode } from './regex-syntax';

type Go = (at: number) => boolean;

/** Steps of looking for the expression anywhere in `text`; Infinity above `most`. */
export function countSteps(expression: RegExp, text: string, most: number): number {
  return counterOf(expression)(text, most);
}

class TooMany extends Error {}

type Counter = (text: string, most: number) => number;
const counters = new Map<string, Counter>();

function counterOf(expression: RegExp): Counter {
  const known = counters.get(String(expression));
  if (known !== undefined) return known;
  const made = makeCounter(expression);
  counters.set(String(expression), made);
  return made;
}

/** Whether one character is of a set, asked of the engine once: `characterTests('i')('[a-f]')('C')`. */
function characterTests(flags: string): (part: string) => (character: string) => boolean {
  const takes = new Map<string, (character: string) => boolean>();
  return (part) => {
    const found = takes.get(part);
    if (found !== undefined) return found;
    const whole = new RegExp(`^${part}$`, flags.replace('m', ''));
    const answers = new Map<string, boolean>();
    const made = (character: string) => {
      const known = answers.get(character);
      if (known !== undefined) return known;
      const answer = whole.test(character);
      answers.set(character, answer);
      return answer;
    };
    takes.set(part, made);
    return made;
  };
}

function makeCounter({ source, flags }: RegExp): Counter {
  const tree = parseRegex(source);
  const ownFlags = flags.replace(/[gyd]/g, '');
  const takesOf = characterTests(ownFlags);
  let [text, steps, most] = ['', 0, 0];

  const step = () => {
    steps += 1;
    if (steps > most) throw new TooMany();
  };

  /** A function that goes on with `next` from wherever the part may end. */
  const compile = (node: RegexNode, next: Go): Go => {
    switch (node.kind) {
      case 'character': {
        const isTaken = takesOf(node.source);
        return (at) => {
          step();
          return at < text.length && isTaken(text[at]!) && next(at + 1);
        };
      }
      case 'sequence':
        return node.parts.reduceRight<Go>((rest, part) => compile(part, rest), next);
      case 'choice': {
        const ways = node.parts.map((part) => compile(part, next));
        return (at) => ways.some((way) => way(at));
      }
      case 'ahead': {
        const looked = compile(node.part, () => true);
        return (at) => looked(at) !== node.isNot && next(at);
      }
      case 'place':
        return place(node.source, next);
      case 'repeat':
        return repeat(node, next);
    }
  };
  const place = (part: string, next: Go): Go => {
    // A group that is meant again can be anything here: nothing, at the least.
    if (/^\\(?:[1-9]|k)/.test(part)) return next;
    const here = new RegExp(part, `${ownFlags}y`);
    return (at) => {
      step();
      here.lastIndex = at;
      return here.test(text) && next(at);
    };
  };
  const repeat = (node: Extract<RegexNode, { kind: 'repeat' }>, next: Go): Go => {
    const { min, max, isLazy } = node;
    const from =
      (count: number, began: number): Go =>
      (at) => {
        step();
        // A round that has taken nothing ends the repeating (§22.2.2.3.1).
        if (count > min && at === began) return false;
        const more = () => count < max && compile(node.part, from(count + 1, at))(at);
        if (count < min) return more();
        return isLazy ? next(at) || more() : more() || next(at);
      };
    return from(0, -1);
  };

  const whole = compile(tree, () => true);
  return (given, limit) => {
    [text, steps, most] = [given, 0, limit];
    try {
      for (let at = 0; at <= text.length; at += 1) if (whole(at)) break;
      return steps;
    } catch (error) {
      if (error instanceof TooMany) return Infinity;
      throw error;
    }
  };
}

/** How steps grow with the length of a text: `linear`; `square`: a text twice as long takes four times as many; `worse`. `text`
 *  is the beginning of one that shows it. */
export interface Growth {
  readonly degree: 'linear' | 'square' | 'worse';
  readonly text: string;
}

/** The worst growth over texts that are made of the expression's own characters: something that it begins with, one to three
 *  characters (or that beginning) over and over, and something that spoils the end. */
export function growthOf(expression: RegExp): Growth {
  const { source, flags } = expression;
  const tree = parseRegex(source);
  const alphabet = alphabetOf(tree, flags);
  let worst: Growth = { degree: 'linear', text: '' };
  const prefixes = prefixesOf(tree, flags);
  const pumps = new Set([...pumpsOf(alphabet), ...prefixes.filter((each) => each !== '')]);
  for (const prefix of prefixes) {
    for (const pump of pumps) {
      for (const end of ENDS) {
        const textOf = (count: number) => prefix + pump.repeat(count) + end;
        const degree = degreeAt(expression, textOf, worst.degree);
        if (degree !== null) worst = { degree, text: `${prefix}${pump.repeat(3)}…` };
        if (worst.degree === 'worse') return worst;
      }
    }
  }
  return worst;
}

/** What keeps a text from fitting after all: what few sets of characters have. */
const ENDS = ['\u0000', '\n', ' ', ''];
const MOST_STEPS = 300_000;

/** How steps grow where that is worse than `known`; null where it is not. */
function degreeAt(
  expression: RegExp,
  textOf: (count: number) => string,
  known: Growth['degree'],
): 'square' | 'worse' | null {
  const steps = (count: number) => countSteps(expression, textOf(count), MOST_STEPS);
  const few = steps(12);
  if (few === Infinity) return 'worse';
  const many = steps(24);
  // Twice as long: twice the steps, and a few. What looks like more is looked at again, further out.
  if (many < few * (known === 'linear' ? 2.5 : 5)) return null;
  const ratio = many === Infinity ? Infinity : steps(96) / steps(48);
  if (!(ratio < 5.7)) return 'worse';
  return ratio >= 2.9 && known === 'linear' ? 'square' : null;
}

/** One character for each set of characters that the expression names, and one that none of them has. */
function alphabetOf(tree: RegexNode, flags: string): readonly string[] {
  const found = new Set<string>();
  const add = (each: string | undefined) => {
    if (each !== undefined && found.size < MOST_CHARACTERS) found.add(each);
  };
  const sources = charactersOf(tree);
  for (const source of sources) {
    const samples = samplesOf(source, flags);
    add(samples.find((each) => !found.has(each)) ?? samples[0]);
  }
  // What a set names one by one: the comma of `[\s,]`.
  for (const source of sources.filter((each) => /^\[[^^]/.test(each))) {
    for (const [each] of source.slice(1, -1).matchAll(/(?<!\\|-)[^\w\\](?!-)/g)) add(each);
  }
  return [...found];
}

const MOST_CHARACTERS = 10;
const CANDIDATES = [
  ...'0 aA-\t\n,.#/"\'<>{}()[]=:;&?%_@|\\$!~x*+',
  ...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)),
  'é',
  '\u2014',
  '\ufeff',
];

function samplesOf(source: string, flags: string): readonly string[] {
  const whole = new RegExp(`^${source}$`, flags.replace(/[gydm]/g, ''));
  const own = source.length === 1 ? [source] : [];
  return [...own, ...CANDIDATES].filter((each) => whole.test(each));
}

function charactersOf(node: RegexNode): readonly string[] {
  if (node.kind === 'character') return [node.source];
  if (node.kind === 'place') return [];
  return 'part' in node ? charactersOf(node.part) : node.parts.flatMap(charactersOf);
}

/** Over and over: one character, two, and three where there are few. */
function pumpsOf(alphabet: readonly string[]): readonly string[] {
  const pairs = alphabet.flatMap((a) => alphabet.filter((b) => b !== a).map((b) => a + b));
  const threes = alphabet.length > 4 ? [] : alphabet.flatMap((a) => pairs.map((pair) => a + pair));
  return [...alphabet, ...pairs, ...threes];
}

/** What a text that fits begins with, cut after each part of the outermost sequence; for each choice, its first way. */
function prefixesOf(tree: RegexNode, flags: string): readonly string[] {
  // Nothing, and something that no beginning fits: `-+$` after `^-+|`.
  const prefixes = new Set(['', '\u0000']);
  for (const way of tree.kind === 'choice' ? tree.parts : [tree]) {
    let text = '';
    for (const part of way.kind === 'sequence' ? way.parts : [way]) {
      text += sampleOf(part, flags);
      if (prefixes.size < MOST_PREFIXES) prefixes.add(text);
    }
  }
  return [...prefixes];
}

const MOST_PREFIXES = 9;

function sampleOf(node: RegexNode, flags: string): string {
  switch (node.kind) {
    case 'character':
      return samplesOf(node.source, flags)[0] ?? '';
    case 'sequence':
      return node.parts.map((part) => sampleOf(part, flags)).join('');
    case 'choice':
      return sampleOf(node.parts[0]!, flags);
    case 'repeat':
      return sampleOf(node.part, flags).repeat(Math.max(1, node.min));
    default:
      return '';
  }
}
