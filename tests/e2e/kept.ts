// Owns looking into what a browser keeps of the site, for tests.

import { expect, type Page } from '@playwright/test';

/** Paths of everything in Cache Storage, sorted. */
export async function keptFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      const keys = await (await caches.open(name)).keys();
      paths.push(...keys.map(({ url }) => new URL(url).pathname));
    }
    return paths.sort();
  });
}

/** Until the worker has kept a page, which it does when the page has nothing else to do. */
export async function waitForPages(page: Page, ...paths: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await keptFiles(page)).filter((path) => paths.includes(path)), { timeout: 20_000 })
    .toEqual([...paths].sort());
}
