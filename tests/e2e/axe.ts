// Owns what "accessible" means to a program in every browser test: the rules of WCAG 2.2 AA that axe knows, its contrast in
// dark too, and that forced colours leave everything to be seen. Nothing but colours differs between those.

import { expect, type Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';
import { unseenInForcedColours } from './access/in-page';

type Axe = Pick<typeof axe, 'run'>;

/** WCAG 2.2 AA, and what axe's makers advise beyond it. */
export const TAGS: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Soft: a test that shows several screens names all of their faults. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  // After a link or a press that leads on, the page may have begun and not be there.
  await page.waitForLoadState();
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  expect.soft(await violations(page, TAGS), what).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect
    .soft(await violations(page, { type: 'rule', values: ['color-contrast'] }), `${what}, dark`)
    .toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  // Not by axe: it reads colours that are not drawn then.
  expect.soft(await page.evaluate(unseenInForcedColours), `${what}, forced colours`).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
}

/** What axe finds wrong, `['color-contrast: <p>…</p>']`; of the page itself, since these pages have no frames. Only faults are
 *  carried over from the page: all that is right is a hundred times as much. */
export async function violations(page: Page, runOnly: RunOnly): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { readonly axe: Axe };
    const found = (await inPage.run(document, { runOnly: only, resultTypes: ['violations'] })).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, runOnly);
}
