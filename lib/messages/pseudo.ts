// Owns a language that nobody speaks: the English texts, changed by rule, read from right to left. A text of a page that is
// not changed stands in no catalogue. It is a language as any other, and shows that one file is all that one takes.
// Built into no site for voters (docs/adr/0017-pseudo-language.md).

import { changeTexts } from './change-texts';
import { en } from './en';
import { withIsolatedPlaces } from './isolate';
import type { Language } from './languages';
import type { Catalogue } from './messages';

/** Intl reads it as Arabic: other names of days, six plural forms. BCP 47 keeps what follows `x` for private use. */
export const PSEUDO_TAG = 'ar-x-levee';

/** Around each text, so that one that is cut off, or put together from two, shows. */
export const PSEUDO_MARKS = ['⟦', '⟧'] as const;

const PLURAL_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
/** Neither is for people. */
const SETTINGS = new Set(['tag', 'hours.clock']);

/** No letter stays as it was: whatever is plain a to z on a page is data, or an untranslated text. */
const plain = 'abcdefghijklmnopqrstuvwxyz';
const accented = 'áƀçđéƒĝĥíĵķĺɱñóþǫŕšťúṽŵẋýž';
const letters = new Map(
  [...plain].flatMap((letter, index) => {
    const other = [...accented][index] ?? letter;
    return [
      [letter, other],
      [letter.toUpperCase(), other.toUpperCase()],
    ] as const;
  }),
);

/** `pseudoText('Call {phone}.')` -> `⟦Çááĺĺ {phone}.⟧`: a third longer, as translations from English are. */
export function pseudoText(text: string): string {
  const [open, close] = PSEUDO_MARKS;
  const changed = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : lengthened(part)))
    .join('');
  return `${open}${changed}${close}`;
}

/** Vowels twice: about as much as Spanish or German is longer than English, and words grow as well as sentences. */
function lengthened(text: string): string {
  return [...text]
    .map((letter) => {
      const other = letters.get(letter) ?? letter;
      return /[aeiou]/i.test(letter) ? other + other.toLowerCase() : other;
    })
    .join('');
}

/** Every text of a catalogue, in the pseudo-language, with all of its plural forms. */
export function pseudoMessages(messages: Catalogue): Catalogue {
  const texts = changeTexts(messages, (text, path) => (SETTINGS.has(path) ? text : pseudoText(text)));
  return withPluralForms({ ...texts, tag: PSEUDO_TAG }) as Catalogue;
}

function withPluralForms(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withPluralForms);
  const changed = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withPluralForms(each)]),
  );
  if (typeof changed.other !== 'string') return changed;
  return { ...Object.fromEntries(PLURAL_FORMS.map((form) => [form, changed.other])), ...changed };
}

/** As it would stand in ./languages, where it never does. */
export const pseudoLanguage: Language = {
  tag: PSEUDO_TAG,
  ownName: pseudoText('Pseudo'),
  direction: 'rtl',
  messages: withIsolatedPlaces(pseudoMessages(en)),
};
