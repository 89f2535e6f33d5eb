// Owns reading an answer off a page as it stands there. Must not judge it.

import type { Page } from 'playwright';
import type { Shown } from './shown';

/** What the page shows now. Where it asks "Do you live in … County?", the voter says yes. */
export async function readShown(page: Page): Promise<Shown> {
  const answer = page.locator('[data-outcome]');
  const outcome = await answer.getAttribute('data-outcome');
  if (outcome !== 'choose') await sayYes(page);
  return {
    outcome: await answer.getAttribute('data-outcome'),
    // "May be your place" is no answer.
    placeNames: await answer.locator('.place-name:not(.likely *)').allTextContents(),
    phones: await answer.locator('a[href^="tel:"]').count(),
    banner: await textOf(page, '.rung-banner'),
    notChecked: await textOf(page, '.not-checked'),
  };
}

async function sayYes(page: Page): Promise<void> {
  const choice = page.locator('[data-outcome] button.choice').first();
  if ((await choice.count()) === 0) return;
  await choice.click();
  await page.locator('[data-outcome] .place-name').first().waitFor({ timeout: 2000 });
}

async function textOf(page: Page, selector: string): Promise<string | null> {
  const found = page.locator(selector);
  return (await found.count()) === 0 ? null : ((await found.first().textContent()) ?? '').trim();
}
