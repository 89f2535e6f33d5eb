// Owns how a test of the desk looks at a page: small and large, by axe, and as pictures for somebody who wants to see them.

import type { Page } from '@playwright/test';
import { expectNoViolations } from '../axe';
import { expect } from './office-test';

/** At 360 px it never scrolls sideways (WCAG 2.2 1.4.10); at 1280 px axe finds nothing. `what` names the page where one fails. */
export async function look(page: Page, what: string): Promise<void> {
  await page.waitForLoadState();
  await page.setViewportSize({ width: 360, height: 740 });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect.soft(widths[0], what).toBeLessThanOrEqual(widths[1]!);
  await shot(page, `${what} 360`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectNoViolations(page, what);
  await shot(page, what);
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(page, `${what} dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** To look at by hand: `LEVEE_SHOTS=/tmp/shots`. */
export async function shot(page: Page, what: string): Promise<void> {
  const folder = process.env.LEVEE_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${what}.png`, fullPage: true });
}
