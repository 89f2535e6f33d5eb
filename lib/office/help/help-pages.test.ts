import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '@/lib/ingest/problems/problem-codes';
import { problemCodes } from '@/lib/ingest/problems/problem-codes';
import { problemExamples } from '@/lib/ingest/problems/problem-examples';
import { causeCodes } from '../compare/change-causes';
import { helpGroups, helpPageOf, nearCodes } from './help-pages';

const pages = helpGroups().flatMap((group) => group.pages);

describe('the pages of help', () => {
  it('are one for each code and each cause, none of which have a name in common', () => {
    expect(pages.map(({ code }) => code)).toEqual([...Object.keys(problemCodes), ...causeCodes]);
    expect(new Set(pages.map(({ code }) => code)).size).toBe(pages.length);
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
  });

  it.each(Object.keys(problemCodes) as ProblemCode[])('%s shows the row that it is about, marked', (code) => {
    const { at } = problemExamples[code];
    const marked = helpPageOf(code)!.examples.flatMap(({ files }) =>
      files.flatMap((file) =>
        file.lines.filter(({ isMarked }) => isMarked).map(({ number }) => `${file.name} ${number}`),
      ),
    );
    expect(marked).toEqual(at.row === null ? [] : [`${at.file} ${at.row}`]);
  });

  it.each(pages.map(({ code, mended, examples }) => ({ code, mended, examples })))(
    '$code says something in every part',
    ({ mended, examples }) => {
      for (const part of [...examples, ...(mended === null ? [] : [mended])])
        expect(part.text !== null || part.files.length > 0).toBe(true);
    },
  );

  it('are not there for what is no code', () => {
    for (const code of ['', 'constructor', 'toString', '__proto__', 'zip-unreadable ', 'ZIP-UNREADABLE'])
      expect(helpPageOf(code)).toBeNull();
  });

  it.each([
    ['zip-unredable', 'zip-unreadable'],
    ['ZIP_unreadable', 'zip-unreadable'],
    ['precinct-whitout-place', 'precinct-without-place'],
    ['mojibak', 'mojibake'],
    ['overlap', 'overlap-conflict'],
    ['fix-lots', 'fix-lost'],
  ])('offer for %s the code %s', (asked, code) => {
    expect(nearCodes(asked)).toContain(code);
  });

  it.each(['', 'q', 'how do I print', 'x'.repeat(10_000)])('offer nothing for %s', (asked) => {
    expect(nearCodes(asked)).toEqual([]);
  });
});
