// Owns that every screen in every state holds WCAG 2.2 AA as far as a program can tell, in every language; and that no text
// on any of them stands outside the catalogues, which the pseudo-language shows.

import type { Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { PSEUDO_MARKS, PSEUDO_TAG, pseudoLanguage } from '@/lib/messages/pseudo';
import { untranslatedIn } from '@/lib/messages/untranslated.fixture';
import { expect, test } from '../site';
import { Voter } from '../voter';
import { brokenScreens } from './broken-screens';
import { expectAccessible } from './screen-checks';
import {
  answerScreens,
  formScreens,
  keptScreens,
  otherPages,
  pagesForAll,
  plainPages,
  type Screen,
  type Stage,
  wayScreens,
} from './screens';
import { dataTexts, textsOn } from './texts';

/** Many screens in one test, which share the visit. */
const TIMEOUT_MS = 240_000;
const half = Math.ceil(answerScreens.length / 2);

const groups: readonly (readonly [string, readonly Screen[]])[] = [
  ['the form', formScreens],
  ['answers', answerScreens.slice(0, half)],
  ['more answers', answerScreens.slice(half)],
  ['other ways in', wayScreens],
  ['what a device keeps', keptScreens],
  ['other pages', otherPages],
];

let check: ReturnType<typeof untranslatedIn> | null = null;

async function expectTranslated(page: Page, what: string): Promise<void> {
  // Of a whole release: made once.
  check ??= untranslatedIn(dataTexts());
  const texts = await textsOn(page);
  const untranslated = check;
  const left = texts.flatMap(([where, text]) => {
    const words = untranslated(text);
    return words.length === 0 ? [] : [`${where}: ${words.join(' ')}`];
  });
  expect.soft([...new Set(left)], `${what}: not in the catalogue`).toEqual([]);
  const [open, close] = PSEUDO_MARKS;
  const count = (mark: string) =>
    texts.map(([, text]) => text.split(mark).length - 1).reduce((a, b) => a + b, 0);
  expect.soft(count(open), `${what}: a text is cut off`).toBe(count(close));
  expect.soft(count(open), `${what}: says nothing of its own`).toBeGreaterThan(0);
}

async function visit(tag: string, page: Page, screen: Screen, stage: Stage): Promise<void> {
  await screen.reach(stage);
  const what = `${tag}, ${screen.name}`;
  if (tag === PSEUDO_TAG) await expectTranslated(page, what);
  await expectAccessible(page, what);
}

for (const { tag } of [...languages, pseudoLanguage]) {
  for (const [name, screens] of groups) {
    test(`${name}, ${tag}`, async ({ page }) => {
      test.setTimeout(TIMEOUT_MS);
      const stage = { page, voter: new Voter(page, tag) };
      for (const screen of screens) await visit(tag, page, screen, stage);
    });
  }

  test(`late changes, faults and age, ${tag}`, async ({ page, ownSite }) => {
    test.setTimeout(TIMEOUT_MS);
    const stage = { page, voter: new Voter(page, tag), site: ownSite };
    for (const { name, reach } of brokenScreens) {
      await visit(tag, page, { name, reach: () => reach(stage) }, stage);
    }
  });
}

for (const { tag } of languages) {
  test(`plain pages, ${tag}`, async ({ page }) => {
    test.setTimeout(TIMEOUT_MS);
    const stage = { page, voter: new Voter(page, tag) };
    for (const screen of [...plainPages, ...(tag === 'en' ? pagesForAll : [])])
      await visit(tag, page, screen, stage);
  });
}
