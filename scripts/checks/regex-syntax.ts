// Owns reading the source of a regular expression into a tree, as far as counting a match's steps needs it (ECMAScript 2024
// §22.2.1). What one character may be is left to the engine itself. Knows no file.

/** One part of an expression. `min`/`max` are counts; `max` may be Infinity. */
export type RegexNode =
  /** One character; `source` as written: `a`, `\d`, `[^,#]`, `.`. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly RegexNode[] }
  | {
      readonly kind: 'repeat';
      readonly part: RegexNode;
      readonly min: number;
      readonly max: number;
      readonly isLazy: boolean;
    }
  | { readonly kind: 'ahead'; readonly part: RegexNode; readonly isNot: boolean }
  /** Takes no character: `^`, `$`, `\b`, a look behind; a group that is meant again is taken for one, too. */
  | { readonly kind: 'place'; readonly source: string };

/** `parseRegex('a+b')`. The source must be one that the engine takes; throws where a part is not known here. */
export function parseRegex(source: string): RegexNode {
  const reader = { source, at: 0 };
  const tree = choice(reader);
  if (reader.at < source.length) throw new Error(`${source}: “${source.slice(reader.at)}” is left over`);
  return tree;
}

interface Reader {
  readonly source: string;
  at: number;
}

function choice(reader: Reader): RegexNode {
  const parts = [sequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    parts.push(sequence(reader));
  }
  return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
}

function sequence(reader: Reader): RegexNode {
  const parts: RegexNode[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    parts.push(quantified(reader, atom(reader)));
  }
  return { kind: 'sequence', parts };
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  const found = pattern.exec(reader.source.slice(reader.at));
  if (found !== null) reader.at += found[0].length;
  return found;
}

function quantified(reader: Reader, part: RegexNode): RegexNode {
  const found = take(reader, /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/);
  if (found === null) return part;
  const [text] = found;
  const isLazy = text.length > 1 && text.endsWith('?');
  const bounds = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[text[0]!] ?? counts(text);
  return { kind: 'repeat', part, min: bounds[0]!, max: bounds[1]!, isLazy };
}

function counts(text: string): readonly number[] {
  const [, min = '', comma, max] = /^\{(\d+)(,?)(\d*)\}/.exec(text) ?? [];
  return [Number(min), comma === '' ? Number(min) : max === '' ? Infinity : Number(max)];
}

function atom(reader: Reader): RegexNode {
  const behind = /^\(\?<[=!]/.test(reader.source.slice(reader.at));
  if (behind) return { kind: 'place', source: lookBehind(reader) };
  const opening = take(reader, /^\((?:\?(?::|=|!|<\w+>))?/);
  if (opening !== null) return group(reader, opening[0]);
  const place = take(reader, /^(?:\^|\$|\\b|\\B|\\[1-9]|\\k<\w+>)/);
  if (place !== null) return { kind: 'place', source: place[0] };
  const character = take(
    reader,
    /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[A-Za-z]|\\[pP]\{[^}]*\}|\\[\s\S]|[\s\S])/,
  );
  if (character === null) throw new Error(`${reader.source}: nothing at ${reader.at}`);
  return { kind: 'character', source: character[0] };
}

function group(reader: Reader, opening: string): RegexNode {
  const part = choice(reader);
  if (take(reader, /^\)/) === null) throw new Error(`${reader.source}: a group does not end`);
  if (opening === '(?=' || opening === '(?!') return { kind: 'ahead', part, isNot: opening === '(?!' };
  return part;
}

/** Its source; what is in it is the engine's. */
function lookBehind(reader: Reader): string {
  const start = reader.at;
  take(reader, /^\(\?<[=!]/);
  choice(reader);
  take(reader, /^\)/);
  return reader.source.slice(start, reader.at);
}
