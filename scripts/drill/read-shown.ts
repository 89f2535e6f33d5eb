// Owns reading an answer off a page as it stands there. Must not judge it.

import type { Page } from 'playwright';
import { NOTHING, type Shown } from './shown';

/** What the page shows now; `NOTHING` while it is working at an answer. Where it asks "Do you live in … County?", the voter says yes. */
export async function readShown(page: Page): Promise<Shown> {
  const before = await page.evaluate(onPage);
  if (before === null || before.outcome === 'choose' || !before.asks) return before ?? NOTHING;
  await page.locator('[data-outcome] button.choice').first().click();
  await page.locator('[data-outcome] .place-name').first().waitFor({ timeout: 5000 });
  return (await page.evaluate(onPage)) ?? NOTHING;
}

/** Runs in the page, in one go, so that nothing changes meanwhile. */
function onPage(): (Shown & { readonly asks: boolean }) | null {
  const answer = document.querySelector('[data-outcome]');
  if (answer === null) return null;
  // "May be your place" is no answer.
  const names = [...answer.querySelectorAll('.place-name')].filter(
    (name) => name.closest('.likely') === null,
  );
  return {
    outcome: answer.getAttribute('data-outcome'),
    placeNames: names.map((name) => name.textContent ?? ''),
    phones: answer.querySelectorAll('a[href^="tel:"]').length,
    banner: document.querySelector('.rung-banner')?.textContent?.trim() ?? null,
    notChecked: document.querySelector('.not-checked')?.textContent?.trim() ?? null,
    asks: answer.querySelector('button.choice') !== null,
  };
}
