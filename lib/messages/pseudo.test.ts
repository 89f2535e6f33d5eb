import { describe, expect, it } from 'vitest';
import { en } from './en';
import { es } from './es';
import { formatCount, placeholdersOf } from './format';
import { withIsolatedPlaces } from './isolate';
import { languages } from './languages';
import { PSEUDO_MARKS, PSEUDO_TAG, pseudoLanguage, pseudoMessages, pseudoText } from './pseudo';

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsOf);
}

describe('a text of the pseudo-language', () => {
  it.each([
    ['Call', '⟦Çááĺĺ⟧'],
    ['Call {phone}.', '⟦Çááĺĺ {phone}.⟧'],
    ['{number}', '⟦{number}⟧'],
    ['Áé 12', '⟦Áé 12⟧'],
  ])('%s', (text, expected) => {
    expect(pseudoText(text)).toBe(expected);
  });

  it('has no letter of English left outside its places', () => {
    const { tag: _, ...rest } = pseudoMessages(en);
    const left = textsOf(rest).filter((text) => /[a-z]/i.test(text.replace(/\{\w+\}/g, '')));
    expect(left).toEqual([]);
  });

  it('is a third longer or more, taken all together', () => {
    const length = (messages: object) => textsOf(messages).join('').length;
    expect(length(pseudoMessages(en)) / length(en)).toBeGreaterThan(1.3);
    expect(length(pseudoMessages(en)) / length(en)).toBeLessThan(1.5);
  });

  it('keeps every place', () => {
    const places = (messages: object) => textsOf(messages).flatMap(placeholdersOf);
    // English has fewer plural forms: what they all hold is asked of the other texts.
    expect(new Set(places(pseudoMessages(en)))).toEqual(new Set(places(en)));
  });
});

describe('the pseudo-language', () => {
  it('is a third language by the rules of any other: Intl knows its tag', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(PSEUDO_TAG)).toEqual([PSEUDO_TAG]);
    expect(pseudoLanguage.direction).toBe('rtl');
    expect(pseudoLanguage.messages.tag).toBe(PSEUDO_TAG);
  });

  it.each([0, 1, 2, 3, 11, 100])('has a text for %i of something', (count) => {
    const text = formatCount(PSEUDO_TAG, pseudoLanguage.messages.suggest.count, count);
    expect(text.startsWith(PSEUDO_MARKS[0])).toBe(true);
    expect(text).toContain(String(count));
  });

  it('is offered to nobody: it is not among the languages', () => {
    expect(languages.map(({ tag }) => tag)).not.toContain(PSEUDO_TAG);
  });
});

describe('isolation', () => {
  it('puts brackets around what will be filled, and nowhere else', () => {
    expect(withIsolatedPlaces(es).result.precinct).toBe(
      es.result.precinct.replace(/\{\w+\}/, '\u2068$&\u2069'),
    );
    expect(withIsolatedPlaces(es).form.submit).toBe(es.form.submit);
  });

  it('is there in every language that reads from right to left', () => {
    const bare = [...languages, pseudoLanguage]
      .filter(({ direction }) => direction === 'rtl')
      .flatMap(({ tag, messages }) => textsOf(messages).map((text) => [tag, text] as const))
      .filter(([, text]) => /(?<!\u2068)\{\w+\}|\{\w+\}(?!\u2069)/.test(text));
    expect(bare).toEqual([]);
  });
});
