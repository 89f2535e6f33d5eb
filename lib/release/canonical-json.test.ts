import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalJson } from './canonical-json';

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    // Engines list "391" before "010"; RFC 8785 sorts by code units.
    [{ '391': 1, '010': 2, '39': 3 }, '{"010":2,"39":3,"391":1}'],
    [{ a: undefined, b: 0 }, '{"b":0}'],
    [[1.5, -0, 1e21, 'é\u2028\n"'], '[1.5,0,1e+21,"é\u2028\\n\\""]'],
    [['x', [{ b: 1, a: 2 }]], '["x",[{"a":2,"b":1}]]'],
    [{ '\u{1F600}': 1, '\uFB33': 2 }, '{"\u{1F600}":1,"\uFB33":2}'],
  ])('%j', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, [undefined], [[Number.NaN]], [() => 1]])(
    'refuses %s: it is no JSON',
    (value) => {
      expect(() => canonicalJson(value)).toThrow();
    },
  );

  it('gives back the same value, and the same bytes whatever order members were set in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalBytes(reversed(value))).toEqual(canonicalBytes(value));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
