// Holds every regular expression of this repository to what it may cost: its steps are counted on texts made of its own
// characters, and static analysis looks at those that voters and visitors reach. No clock is looked at.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isSafe } from 'redos-detector';
import { describe, expect, it } from 'vitest';
import { collectRegexes, type FoundRegex } from '@/scripts/checks/collect-regexes';
import { boundedRegexes, madeRegexes } from '@/scripts/checks/regex-bounds';
import { countSteps, growthOf } from '@/scripts/checks/regex-steps';

const FOLDERS = ['app', 'components', 'lib', 'public', 'scripts'];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...FOLDERS], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx|mts|mjs|cjs|js)$/.test(file) && !/\.(test|spec|fixture)\./.test(file));
const found = files.map((file) => collectRegexes(file, readFileSync(file, 'utf8')));
const places = new Map<string, string[]>();
for (const { literal, at } of found.flatMap(({ literals }) => literals)) {
  places.set(literal, [...(places.get(literal) ?? []), at]);
}
const made: readonly FoundRegex[] = found.flatMap(({ made }) => made);

/** `/a+/g` -> the expression. */
function regexOf(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

/** How many `*`, `+` and `{2,}` it has: without any it looks at a bounded number of characters from each place. */
function repeats(literal: string): number {
  const plain = literal.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  return (plain.match(/[*+]|\{\d+,\}/g) ?? []).length;
}

const repeating = [...places].filter(([literal]) => repeats(literal) > 0);
const listed = new Map(boundedRegexes.map((each) => [each.literal, each]));

/** Steps that a count, not a clock, bounds. */
function isCleared(expression: RegExp): boolean {
  const limits = { maxScore: 200, maxSteps: 3_000, timeout: Number.POSITIVE_INFINITY };
  return isSafe(expression, { ...limits, downgradePattern: true }).safe;
}

describe('regular expressions', () => {
  it('are found', () => {
    expect(places.size).toBeGreaterThan(300);
    expect(repeating.length).toBeGreaterThan(100);
  });

  it.each(repeating)('%s grows with the text alone, or its text is bounded', (literal, at) => {
    const { degree, text } = growthOf(regexOf(literal));
    const advice =
      `${literal} at ${at.join(', ')} takes ${degree} steps on ${JSON.stringify(text)}. Bound its repeats, or refuse long texts ` +
      'before it and say so in scripts/checks/regex-bounds.ts.';
    expect(listed.get(literal)?.grows ?? 'linear', advice).toBe(degree);
  });

  // Two repeats and more can take turns in ways that no made text shows. One can only begin anew, which counting sees.
  const reached = repeating.filter(
    ([literal, at]) =>
      repeats(literal) > 1 && !listed.has(literal) && at.some((place) => !place.startsWith('scripts/')),
  );
  it.each(reached)('%s is cleared by static analysis', (literal, at) => {
    const advice = `${at.join(', ')}: write it otherwise, or say in scripts/checks/regex-bounds.ts why it cannot take long.`;
    expect(isCleared(regexOf(literal)), advice).toBe(true);
  });

  it.each(made)('$at makes one at run time, which somebody has looked at', ({ at }) => {
    expect(Object.keys(madeRegexes)).toContain(at.split(':')[0]);
  });
});

describe('the list of those that are bounded', () => {
  it.each(boundedRegexes)('has $literal, which is there and needs it', ({ literal, grows }) => {
    expect([...places.keys()]).toContain(literal);
    if (grows === 'linear') expect(isCleared(regexOf(literal))).toBe(false);
  });

  it('names each once', () => {
    expect(listed.size).toBe(boundedRegexes.length);
  });

  it('names no file that makes none', () => {
    expect([...new Set(made.map(({ at }) => at.split(':')[0]))].sort()).toEqual(
      Object.keys(madeRegexes).sort(),
    );
  });
});

describe('the counting', () => {
  it.each([
    [/a+b/, 'square'],
    [/^a+b/, 'linear'],
    [/^a*a*b/, 'square'],
    [/^a*a*a*b/, 'worse'],
    [/(a+)+$/, 'worse'],
    [/^(\w|\d)*x$/, 'worse'],
    [/^(?:[^"]|"[^"]*")*$/, 'linear'],
    [/^[^,]*,[^,]*,$/, 'linear'],
    [/^(?:(?=a)b|(?!c)d{2,}?e)/i, 'linear'],
    [/(?<year>\d{4})-(?<=-)\k<year>\b/u, 'linear'],
    [/^-+|-+$/g, 'square'],
  ] as const)('finds that %s is %s', (expression, degree) => {
    expect(growthOf(expression).degree).toBe(degree);
  });

  it('counts as an engine steps', () => {
    expect(countSteps(/a/, 'a', 100)).toBe(1);
    expect(countSteps(/b/, 'aaa', 100)).toBe(4);
    expect(countSteps(/(a+)+$/, `${'a'.repeat(40)}!`, 10_000)).toBe(Number.POSITIVE_INFINITY);
  });
});
