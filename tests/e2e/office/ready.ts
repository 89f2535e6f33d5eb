// Owns how a test waits for a page of the desk to be ready, as people do without knowing it. Such a page shows before its
// script has taken it over; what is ticked, typed and pressed until then is kept (lib/office-client/early-deeds), but a key is
// not, and a test that presses one would find out how busy the machine is. Knows no page and no deed.

import { type Page, selectors } from '@playwright/test';

/** The document while it comes, and while what is done on it is only kept: `window.takeEarlyDeeds` is there. */
const EARLY = 'desk-page=early';

function earlyDocument() {
  const isEarly = () => document.readyState === 'loading' || 'takeEarlyDeeds' in window;
  // Of a page that has hardly begun there is no element at all.
  const found = () => (isEarly() && document.documentElement !== null ? [document.documentElement] : []);
  return { query: () => found()[0] ?? null, queryAll: found };
}

let registered: Promise<void> | null = null;

/** From here on whatever is done or expected on the page waits until its script has taken it over, on each page that it goes to.
 *  A page without script, or that is no page of the desk, is waited for by nobody. */
export async function actsWhenReady(page: Page): Promise<Page> {
  registered ??= selectors.register('desk-page', earlyDocument);
  await registered;
  // Nothing to be done about it: Playwright goes on when it is gone.
  await page.addLocatorHandler(page.locator(EARLY), async () => {});
  return page;
}

/** A page that goes on by itself, as most do after a press, stops a visit to another one: that is made again. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path).catch((error: unknown) => {
    if (!/interrupted by another navigation/.test(String(error))) throw error;
    return page.goto(path);
  });
  await page.waitForFunction(() => !('takeEarlyDeeds' in window));
}
