// Owns what "accessible" means to a program in every browser test: the rules of WCAG 2.2 AA that axe knows, its contrast in
// dark too, and that forced colours leave everything to be seen. Nothing but colours differs between those.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { unseenInForcedColours } from './access/in-page';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Soft: a test that shows several screens names all of their faults. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  expect.soft(await violations(axe(page).withTags(TAGS)), what).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await violations(axe(page).withRules('color-contrast')), `${what}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  // Not by axe: it reads colours that are not drawn then.
  expect.soft(await page.evaluate(unseenInForcedColours), `${what}, forced colours`).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
}

/** Without frames, which these pages have none of: half the time. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

async function violations(builder: AxeBuilder): Promise<readonly string[]> {
  const found = (await builder.analyze()).violations;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
