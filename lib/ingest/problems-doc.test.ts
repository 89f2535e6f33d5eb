import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemCodes } from './problem-codes';

const page = readFileSync(new URL('../../docs/problems.md', import.meta.url), 'utf8');

describe('docs/problems.md', () => {
  it('lists every code in the order of the table, with its severity, meaning and remedy', () => {
    const rows = page
      .split('\n')
      .filter((line) => line.startsWith('| `') && /\| (?:fatal|error|conflict|warning) \|/.test(line));
    const wanted = Object.entries(problemCodes).map(
      ([code, { severity, meaning, remedy }]) => `| \`${code}\` | ${severity} | ${meaning} | ${remedy} |`,
    );
    expect(rows).toEqual(wanted);
  });
});
