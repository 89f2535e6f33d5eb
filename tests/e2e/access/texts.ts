// Owns collecting all that a page says to eyes and ears, and all that a release holds of names and numbers.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { practiceAddresses } from '@/data/sandbox/addresses';
import { languages } from '@/lib/messages/languages';
import { textsWithin } from '@/lib/messages/untranslated.fixture';
import { sharedSite } from '../site';
import { lateChanges } from './broken-screens';

/** Symbols that are the same in every language: a map's scale, a zone. */
const SYMBOLS = ['km', 'm', 'mi', 'ft', 'UTC'];

/** What a page says, each with where it stands: `['main > p', 'Call us']`. Code to copy and addresses of pages are nobody's language. */
export async function textsOn(page: Page): Promise<readonly (readonly [where: string, text: string])[]> {
  return page.evaluate(() => {
    const spoken = [
      'placeholder',
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'title',
      'alt',
      'label',
    ];
    const silent = 'script, style, pre, code, base, link, .place-qr-link';
    const found: [string, string][] = [['title', document.title]];
    const parser = new DOMParser();
    function collect(root: Element) {
      for (const element of [root, ...root.querySelectorAll('*')]) {
        if (element.closest(silent)) continue;
        const where = `${element.tagName.toLowerCase()}${element.className ? `.${element.className}` : ''}`;
        for (const name of spoken) {
          const value = element.getAttribute(name);
          if (value) found.push([`${where}[${name}]`, value]);
        }
        if (element.tagName === 'META' && element.getAttribute('name') === 'description') {
          found.push(['meta description', element.getAttribute('content') ?? '']);
        }
        if (element.tagName === 'NOSCRIPT') {
          collect(parser.parseFromString(element.textContent ?? '', 'text/html').body);
          continue;
        }
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
            found.push([where, node.textContent]);
        }
      }
    }
    collect(document.documentElement);
    return found;
  });
}

/** Names, addresses and an office's own words in the release that the tests run over; the languages' own names; the
 *  practice page's notes, which are in English by intent. */
export function dataTexts(): readonly string[] {
  const folder = join(sharedSite.get().releaseFolder, 'v1');
  const objects = readdirSync(join(folder, 'objects')).map((name) => join(folder, 'objects', name));
  const files = objects.flatMap((file) => textsWithin(JSON.parse(readFileSync(file, 'utf8'))));
  const { payload } = JSON.parse(readFileSync(join(folder, 'current.json'), 'utf8')) as {
    readonly payload: string;
  };
  return [
    ...files,
    ...textsWithin(JSON.parse(payload)),
    ...languages.map(({ ownName }) => ownName),
    ...textsWithin(lateChanges),
    ...SYMBOLS,
    ...practiceAddresses.flatMap(({ address, note }) => [address, note]),
  ];
}
