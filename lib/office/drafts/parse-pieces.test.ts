import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalBytes } from '@/lib/release/canonical-json';
import { PieceParser } from './parse-pieces';

/** In stretches of `cut` bytes. */
function parsed(bytes: Uint8Array, most: number, cut: number): unknown {
  const parser = new PieceParser(most);
  for (let at = 0; at < bytes.length; at += cut) parser.add(bytes.subarray(at, at + cut));
  return parser.end();
}

it('reads what JSON.parse reads, wherever it is cut (seeded)', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('"', '\\', '],[', '{"a":', 'é\u2028', ''),
  );
  const values = fc.letrec<{ value: unknown; list: unknown; object: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      texts,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('value'), { maxLength: 5 }),
    object: fc.dictionary(texts, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(
      fc.dictionary(texts, values.value, { maxKeys: 6, noNullPrototype: true }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (value, most, cut) => {
        fc.pre(!('__proto__' in value && Object.hasOwn(value, '__proto__')));
        const bytes = canonicalBytes(value);
        expect(parsed(bytes, most, cut)).toEqual(JSON.parse(new TextDecoder().decode(bytes)));
      },
    ),
    { seed: 20261103, numRuns: 500 },
  );
});

it.each(['', '{"a":[1,2', '{"a":[1,2]', '{"a":"', '{"a":1,', '{"a":[1,,2]}'])('throws at %s', (text) => {
  expect(() => parsed(new TextEncoder().encode(text), 1, 3)).toThrow();
});
