import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chosenRows, rows } from './rows';

it('every file of rows is one row of the list, under the number in its name, in order', () => {
  const files = readdirSync(join(import.meta.dirname, 'rows')).map((name) => Number(name.slice(0, 2)));
  expect(rows.map(({ number }) => number)).toEqual(files.sort((a, b) => a - b));
});

it.each<[string | undefined, readonly number[] | string]>([
  ['1', [1]],
  ['1-3', [1, 2, 3]],
  ['3, 1-2', [1, 2, 3]],
  ['one', '--rows takes numbers and ranges such as 1-6,23, not "one"'],
  ['99', '--rows 99: there is no such row'],
])('%s chooses rows or says why not', (text, wished) => {
  const chosen = chosenRows(text);
  expect(chosen.ok ? chosen.value.map(({ number }) => number) : chosen.error).toEqual(wished);
});
