import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countyPagePath,
  countyPrintPath,
  goPagePath,
  isPagePath,
  pageId,
  pathInLanguage,
  placePagePath,
  relativeLink,
  zipPagePath,
} from './page-paths';
import { startPagePath } from './start-page-path';

describe('an id within a file name', () => {
  it.each([
    ['4', '4'],
    ['ms-adams', 'ms-adams'],
    ['PL 01', '_50__4c__20_01'],
    ['../x', '_2e__2e__2f_x'],
    ['a_b', 'a_5f_b'],
    ['ñ', '_f1_'],
    ['', '_x_'],
  ])('%j is %s', (id, name) => {
    expect(pageId(id)).toBe(name);
  });

  it('is another one for another id, also where capitals are not told apart, and never too long', () => {
    const ids = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        expect(pageId(a).toLowerCase() === pageId(b).toLowerCase()).toBe(a === b);
        expect(isPagePath(placePagePath('en', a, b))).toBe(true);
      }),
      { seed: 20261103, numRuns: 2000 },
    );
    const long = 'A'.repeat(300);
    expect(pageId(long)).not.toBe(pageId(`${long}B`));
    expect(placePagePath('zh-Hant', long, long).length).toBeLessThan(255);
  });
});

it.each([
  startPagePath('en'),
  startPagePath('es', 2),
  countyPagePath('en', 'ms-adams', '1'),
  countyPagePath('en', 'ms-adams', '1', 3),
  countyPrintPath('en', 'ms-adams', '1'),
  countyPrintPath('en', 'ms-adams', '1', 2),
  zipPagePath('en', '39120'),
  zipPagePath('es-MX', '39120', 12),
  placePagePath('en', 'ms-adams', 'Pl/7'),
  goPagePath(),
  goPagePath('391'),
])('%s is the path of a page', (path) => {
  expect(isPagePath(path)).toBe(true);
});

it.each([
  '/p/en/',
  '/p/en/index.htm',
  '/p/en/../index.html',
  '/p/en/zip-391201.html',
  '/p/en/zip-39120-0.html',
  '/p/en/zip-39120.html?x',
  '/p/en/zip-39120.html\n',
  '/p/en/place-a.html',
  '/p/en/place-A.b.html',
  '/p/en/place-a-b.html',
  '/p/en/place-a..b.html',
  '/p/en/county-a.b.print.0.html',
  '/p/en/place-a.%2e.html',
  '/p/en/sub/index.html',
  '/p/go/zip-39120.html',
  '/p/go/index-2.html',
  '/p/EN/index.html',
  'p/en/index.html',
  `/p/en/place-${'a'.repeat(97)}.b.html`,
  7,
])('%j is none', (path) => {
  expect(isPagePath(path)).toBe(false);
});

it('links are relative, within a language and between two', () => {
  const zip = zipPagePath('en', '39120');
  expect(relativeLink(zip, startPagePath('en'))).toBe('index.html');
  expect(relativeLink(zip, pathInLanguage(zip, 'es'))).toBe('../es/zip-39120.html');
  expect(relativeLink(zip, goPagePath())).toBe('../go/index.html');
});
