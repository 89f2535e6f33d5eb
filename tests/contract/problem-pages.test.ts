// The documents that are made of codes and examples are those that are committed.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOLDER, INDEX, problemPages } from '@/scripts/problem-pages/problem-pages';

const pages = problemPages(readFileSync(INDEX, 'utf8'));

describe('docs/problems', () => {
  it.each([...pages])('%s is as `npm run -s docs` makes it', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('has no page of a code that is no more', () => {
    expect(readdirSync(FOLDER).filter((name) => !pages.has(`${FOLDER}/${name}`))).toEqual([]);
  });
});
