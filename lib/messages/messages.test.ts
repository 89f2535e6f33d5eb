import { describe, expect, it } from 'vitest';
import { en } from './en';
import { es } from './es';
import { format, formatCount, formatParts, placeholdersOf } from './format';
import { languageFor, languages } from './languages';
import { pseudoLanguage } from './pseudo';

/** Every text of a catalogue with its path: `['outcome.found', 'If you …']`. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') throw new Error(`not a text: ${path}`);
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

const english = new Map(textsOf(en));
// Plural forms differ between languages, so only `other` must be in each.
const isPluralForm = (path: string) => /\.(zero|one|two|few|many)$/.test(path);

describe.each([...languages, pseudoLanguage].map((language) => [language.tag, language] as const))(
  'catalogue %s',
  (tag, language) => {
    const texts = new Map(textsOf(language.messages));

    it('names its own tag, which Intl knows', () => {
      expect(language.messages.tag).toBe(tag);
      expect(Intl.DateTimeFormat.supportedLocalesOf(tag)).toEqual([tag]);
    });

    it('has the same keys as English', () => {
      const keys = (map: ReadonlyMap<string, string>) =>
        [...map.keys()].filter((key) => !isPluralForm(key)).sort();
      expect(keys(texts)).toEqual(keys(english));
    });

    it('has no empty text and none with stray blanks', () => {
      expect([...texts].filter(([, text]) => text.trim() === '' || /^\s|\s$|\s\s/.test(text))).toEqual([]);
    });

    it('fills the same places as English', () => {
      const differing = [...texts].filter(
        ([path, text]) =>
          !isPluralForm(path) &&
          placeholdersOf(text).join() !== placeholdersOf(english.get(path) ?? '').join(),
      );
      expect(differing).toEqual([]);
    });

    it('has no exclamation mark and none of the words that only we use', () => {
      const inside = /[!¡]|\b(cache|caché|shard|release|mirror|rung|dataset|polling location)\b/i;
      expect([...texts].filter(([, text]) => inside.test(text))).toEqual([]);
    });

    it('shows no address or phone that could be real', () => {
      const zips = [...texts.values()].flatMap((text) => text.match(/\b\d{5}\b/g) ?? []);
      expect(zips.filter((zip) => zip !== '00001')).toEqual([]);
      expect([...texts.values()].filter((text) => /\d{3}-\d{4}/.test(text))).toEqual([]);
    });
  },
);

describe('Spanish', () => {
  it('shares no text with English but the example address and what is not a word', () => {
    const shared = new Set(['tag', 'form.addressExample', 'hours.clock', 'office.extension', 'access.no']);
    const same = textsOf(es).filter(
      ([path, text]) =>
        !shared.has(path) &&
        !path.startsWith('states.') &&
        text === english.get(path) &&
        /[a-z]{2}/i.test(text.replace(/\{\w+\}/g, '')),
    );
    expect(same).toEqual([]);
  });

  it('has no English left in it', () => {
    const words = /\b(the|your|you|voting|place|polling|address|call|please|street(?!, 0)|county|list)\b/i;
    expect(
      textsOf(es).filter(([path, text]) => path !== 'tag' && words.test(text.replace(/\{\w+\}/g, ''))),
    ).toEqual([]);
  });

  it('speaks to people as usted', () => {
    expect(
      textsOf(es).filter(([, text]) => /\b(tú|tu|tus|puedes|tienes|vives|votas|escribe tu)\b/i.test(text)),
    ).toEqual([]);
  });

  it('says "centro de votación" of vote centers only', () => {
    expect(
      textsOf(es)
        .filter(([, text]) => text.includes('centro de votación'))
        .map(([path]) => path),
    ).toEqual(['outcome.anyPlaceLead']);
  });
});

describe('format', () => {
  it.each([
    ['ZIP {zip}', { zip: '00001' }, 'ZIP 00001'],
    ['{a} and {a}', { a: 'x' }, 'x and x'],
    ['nothing to fill', {}, 'nothing to fill'],
    ['{a}', { a: '$& {b}' }, '$& {b}'],
    ['Hasta las {time}. Llame.', { time: '9 p. m.' }, 'Hasta las 9 p. m. Llame.'],
    ['Vote at {place}.', { place: '5 Oak St.' }, 'Vote at 5 Oak St.'],
    ['Vote at {place}.', { place: '5 Oak St' }, 'Vote at 5 Oak St.'],
    ['\u2068{time}\u2069.', { time: '9 p. m.' }, '\u20689 p. m.\u2069'],
    ['{time}?', { time: '9 p. m.' }, '9 p. m.?'],
  ])('%s', (text, values, expected) => {
    expect(format(text, values as Record<string, string>)).toBe(expected);
  });

  it('throws on a place without a value, for that is a bug', () => {
    expect(() => format('{a} {b}', { a: 'x' } as Record<string, string>)).toThrow('{b}');
  });

  it('keeps pieces apart for links', () => {
    const link = { href: 'tel:+16015550100' };
    expect(formatParts('Call {phone} now.', { phone: link })).toEqual(['Call ', link, ' now.']);
    expect(formatParts('{phone}', { phone: link })).toEqual([link]);
    expect(formatParts('{time}. {phone}.', { time: '9 p. m.', phone: link })).toEqual([
      '9 p. m.',
      ' ',
      link,
      '.',
    ]);
  });

  it('picks plurals by the language', () => {
    expect(formatCount('en', en.suggest.count, 1)).toBe('1 street found.');
    expect(formatCount('es', es.suggest.count, 1200)).toBe('1200 calles encontradas.');
    expect(formatCount('en', { other: '{count} in {town}' }, 2, { town: 'X' })).toBe('2 in X');
  });
});

describe('languages', () => {
  it('finds a language by tag, and none by a tag that is not there', () => {
    expect(languageFor('es')?.ownName).toBe('Español');
    expect(languageFor('xx')).toBeNull();
  });
});
