// Owns how a message becomes a text: `{name}` places filled, plurals picked by Intl.
// Knows no message and no language of its own.

/** A message with places to fill: `Text<'zip'>` holds `{zip}`. At run time a plain string, so that a
 *  catalogue is data which survives JSON and a server-to-browser boundary; the names exist for the compiler. */
export type Text<Names extends string> = string & { readonly __names?: Names };

/** One text for each of the language's plural forms; `other` always. Each may hold `{count}`. */
export type Plural<Names extends string = never> = {
  readonly [Rule in Exclude<Intl.LDMLPluralRule, 'other'>]?: Text<Names | 'count'>;
} & { readonly other: Text<Names | 'count'> };

const placeholder = /\{(\w+)\}/g;
// Between them the end of an isolate: ./isolate.ts.
const placeholderAndStop = /\{(\w+)\}(\u2069?)(\.?)/g;

/** Fill a message. `format('ZIP {zip}', {zip: '00001'})` -> `ZIP 00001`. A place without a value is a bug: throws. After
 *  an abbreviation's own full stop a sentence gets no second one: `at 9 p. m.` (Ortografía de la lengua española, RAE). */
export function format<Names extends string>(
  text: Text<Names>,
  values: Readonly<Record<Names, string>>,
): string {
  return text.replace(placeholderAndStop, (_, name: string, end: string, stop: string) => {
    const value = filled(values, name);
    return endsInStop(value) ? value + end : value + end + stop;
  });
}

/** Like `format`, but keeps the filled pieces apart, so that one of them can be a link.
 *  `formatParts('Call {phone}.', {phone: link})` -> `['Call ', link, '.']`. */
export function formatParts<Names extends string, Piece>(
  text: Text<Names>,
  values: Readonly<Record<Names, string | Piece>>,
): readonly (string | Piece)[] {
  const parts: (string | Piece)[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    const value = filled<string | Piece>(values, match[1] ?? '');
    parts.push(value);
    from = match.index + match[0].length;
    if (text[from] === '.' && endsInStop(value)) from += 1;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Pick the plural form by the language's rules and fill it; `{count}` is written with the language's digits. */
export function formatCount<Names extends string>(
  tag: string,
  plural: Plural<Names>,
  count: number,
  ...values: [Names] extends [never] ? [] : [Readonly<Record<Names, string>>]
): string {
  const text: Text<Names | 'count'> = plural[new Intl.PluralRules(tag).select(count)] ?? plural.other;
  const all = { ...values[0], count: new Intl.NumberFormat(tag).format(count) };
  return format(text, all as Readonly<Record<Names | 'count', string>>);
}

/** The names a message wants filled, sorted: `'{zip} {city}'` -> `['city', 'zip']`. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? '').sort();
}

function endsInStop(value: unknown): boolean {
  return typeof value === 'string' && value.endsWith('.');
}

function filled<Value>(values: Readonly<Record<string, Value>>, name: string): Value {
  const value = values[name];
  if (value === undefined) throw new Error(`message place without a value: {${name}}`);
  return value;
}
