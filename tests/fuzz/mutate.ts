// Owns the spoiling of bytes and texts: flipped bits, cuts, splices, numbers at their limits, oddities of Unicode, long runs.
// All chance comes in. Knows no parser.

import type { Random } from '@/scripts/generate/random';

/** Where numbers and names break: put in whole by every mutator. */
const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1e999',
  '1e-7',
  '2147483648',
  '4294967296',
  '9007199254740993',
  '00',
  '0x10',
  '٣',
  '１２',
];
const ODDITIES = [
  '\u0000',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2028',
  '\u00a0',
  '\u200b',
  'e\u0301',
  'ﬁ',
  'İ',
  'ß',
  '½',
  '🗳️',
  'Ａ',
  '\r\n',
  '\r',
  '\n',
  '\t',
  '\v',
  '"',
  '""',
  "'",
  '\\',
  '..',
  '/../',
  '%2e%2e%2f',
  '%',
  '=1+1',
  '<script>',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
];
const BYTES = [0, 1, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x7f, 0x80, 0xbf, 0xc0, 0xed, 0xf4, 0xfe, 0xff];

/** How long a run of one character may be: long enough for what grows with its square to be seen. */
const LONG_RUN = 30_000;

/** One of `corpus`, spoilt one to six times. `words` are what the format itself has: `['"', 'id,name']`. */
export function mutateBytes(
  corpus: readonly Uint8Array[],
  random: Random,
  words: readonly string[] = [],
): Uint8Array<ArrayBuffer> {
  let bytes = Uint8Array.from(random.pick(corpus));
  for (let left = random.between(1, 6); left > 0; left -= 1) bytes = spoilt(bytes, corpus, random, words);
  return bytes;
}

function spoilt(
  bytes: Uint8Array<ArrayBuffer>,
  corpus: readonly Uint8Array[],
  random: Random,
  words: readonly string[],
): Uint8Array<ArrayBuffer> {
  const at = random.between(0, bytes.length);
  const end = Math.min(bytes.length, at + span(random));
  switch (random.between(0, 9)) {
    case 0:
      if (at < bytes.length) bytes[at]! ^= 1 << random.between(0, 7);
      return bytes;
    case 1:
      if (at < bytes.length) bytes[at] = random.pick(BYTES);
      return bytes;
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(end));
    case 3:
      return joined(bytes.subarray(0, end), bytes.subarray(at));
    case 4:
      return Uint8Array.from(bytes.subarray(0, at));
    case 5: {
      const other = random.pick(corpus);
      const start = random.between(0, other.length);
      return joined(bytes.subarray(0, at), other.subarray(start, start + span(random)), bytes.subarray(end));
    }
    case 6:
      return withNumber(bytes, at, random);
    case 7:
      return joined(
        bytes.subarray(0, at),
        encoded(random.pick(words.length > 0 ? words : ODDITIES)),
        bytes.subarray(end),
      );
    case 8:
      return joined(
        bytes.subarray(0, at),
        encoded(random.pick([...NUMBERS, ...ODDITIES])),
        bytes.subarray(at),
      );
    default:
      return joined(
        bytes.subarray(0, at),
        new Uint8Array(runLength(random)).fill(random.pick(BYTES)),
        bytes.subarray(at),
      );
  }
}

/** Two or four bytes set to a limit, either end first. */
function withNumber(bytes: Uint8Array<ArrayBuffer>, at: number, random: Random): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = random.chance(0.7);
  if (random.chance(0.5) && at + 2 <= bytes.length) {
    view.setUint16(at, random.pick([0, 1, 0x7f, 0x7fff, 0x8000, 0xfffe, 0xffff]), isLittle);
  } else if (at + 4 <= bytes.length) {
    view.setUint32(at, random.pick([0, 1, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]), isLittle);
  }
  return bytes;
}

/** One of `corpus`, spoilt one to four times; lone surrogates are among the oddities. */
export function mutateText(corpus: readonly string[], random: Random, words: readonly string[] = []): string {
  let text = random.pick(corpus);
  for (let left = random.between(1, 4); left > 0; left -= 1) {
    const at = random.between(0, text.length);
    const end = Math.min(text.length, at + span(random));
    const other = random.pick(corpus);
    const middle = [
      '',
      text.slice(at, end).repeat(random.between(2, 4)),
      text.slice(at, end).toUpperCase(),
      other.slice(random.between(0, other.length)),
      random.pick(words.length > 0 ? words : ODDITIES),
      random.pick(NUMBERS),
      random.pick(ODDITIES),
      String.fromCharCode(random.between(0, 0xffff)),
      random
        .pick([...words, ' ', '1', 'A', '-', '.', ',', '/', '('])
        .repeat(random.chance(0.1) ? runLength(random) / 10 : 3),
    ];
    text = text.slice(0, at) + random.pick(middle) + text.slice(random.chance(0.5) ? at : end);
  }
  return text;
}

/** `value` as JSON text in which one to three places are not as they were: another kind of value, a key twice, a key that
 *  objects have of themselves, a thousand lists in each other. Sometimes the text itself is spoilt, too. */
export function mutateJson(
  corpus: readonly unknown[],
  random: Random,
  words: readonly string[] = [],
): string {
  const value = random.pick(corpus);
  const places = countPlaces(value);
  const spoiltAt = new Set(Array.from({ length: random.between(1, 3) }, () => random.between(0, places - 1)));
  const writer: JsonWriter = { at: 0, spoiltAt, random, words, corpus };
  const text = written(value, writer);
  return random.chance(0.15) ? mutateText([text], random, ['{', '}', '[', ']', ':', ',', '"']) : text;
}

interface JsonWriter {
  at: number;
  readonly spoiltAt: ReadonlySet<number>;
  readonly random: Random;
  readonly words: readonly string[];
  readonly corpus: readonly unknown[];
}

function countPlaces(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countPlaces(each), 1);
}

function written(value: unknown, writer: JsonWriter): string {
  const isSpoilt = writer.spoiltAt.has(writer.at);
  writer.at += 1;
  if (isSpoilt) return oddJson(value, writer);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each) => written(each, writer)).join(',')}]`;
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${written(each, writer)}`)
    .join(',')}}`;
}

function oddJson(value: unknown, { random, words, corpus }: JsonWriter): string {
  const text = JSON.stringify(value) ?? 'null';
  const isObject = text.startsWith('{');
  const inside = text.slice(1, -1);
  const rest = inside === '' ? '' : `,${inside}`;
  const key = JSON.stringify(random.pick([...words, ...ODDITIES]));
  switch (random.between(0, 11)) {
    case 0:
      return random.pick(['null', 'true', 'false', '""', '[]', '{}', '[[]]', '{"":{}}']);
    case 1:
      return random.pick(NUMBERS);
    case 2:
      return JSON.stringify(random.pick([...words, ...ODDITIES]));
    case 3:
      return isObject
        ? `{${inside === '' ? '' : `${inside},`}${key}:${random.pick(['1', 'null', '"x"', '{"polluted":true}'])}}`
        : `[${text}]`;
    case 4:
      return isObject ? `{"__proto__":{"polluted":true}${rest}}` : `{"__proto__":${text}}`;
    case 5:
      return '['.repeat(random.pick([10, 1_000, 5_000])) + ']'.repeat(random.pick([10, 1_000, 5_000]));
    case 6:
      return isObject && inside !== ''
        ? `{${inside},${inside}}`
        : text.startsWith('[')
          ? `[${inside}${rest}]`
          : 'null';
    case 7:
      return JSON.stringify(random.pick(['A', '1', ' ', '\u0000']).repeat(runLength(random)));
    case 8:
      return typeof value === 'string'
        ? JSON.stringify(mutateText([value], random, words))
        : JSON.stringify(text);
    case 9:
      return typeof value === 'number'
        ? String(value + random.pick([-1, 1, 0.5, 1e6, -1e6]))
        : `[${text},${text}]`;
    case 10:
      return JSON.stringify(part(random.pick(corpus), random)) ?? 'null';
    default:
      return isObject ? withoutOne(value as object, random) : text.startsWith('[') ? '[null]' : '-1';
  }
}

/** A part of another value, at any depth. */
function part(value: unknown, random: Random): unknown {
  let at = value;
  while (at !== null && typeof at === 'object' && random.chance(0.7)) {
    const inside = Object.values(at);
    if (inside.length === 0) break;
    at = random.pick(inside);
  }
  return at;
}

function withoutOne(value: object, random: Random): string {
  const entries = Object.entries(value);
  entries.splice(random.between(0, Math.max(0, entries.length - 1)), 1);
  return JSON.stringify(Object.fromEntries(entries));
}

const span = (random: Random): number => random.pick([1, 1, 2, 3, 4, 8, 16, 64]);
const runLength = (random: Random): number =>
  random.chance(0.02) ? LONG_RUN : random.pick([2, 16, 70, 300]);

const encoder = new TextEncoder();
const encoded = (text: string): Uint8Array => encoder.encode(text);

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of parts) {
    whole.set(each, at);
    at += each.length;
  }
  return whole;
}
