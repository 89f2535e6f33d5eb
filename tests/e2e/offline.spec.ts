// Owns what a voter gets without a network or a server, from what the device keeps; and that it keeps nothing that
// is wrong, nothing of an address, and nothing at all once that is wanted. Faults are real: the server is killed,
// bytes are changed on the disk, the network is off.

import type { BrowserContext, Page } from '@playwright/test';
import { keptFiles, waitForPages } from './kept';
import { expect, test } from './site';
import { practice, Voter } from './voter';

const HERON = 'Heron Library (practice place)';

/** Another page of the same browser, as after a restart: nothing is in memory, everything on the disk. */
async function nextDay(context: BrowserContext, page: Page) {
  await page.close();
  const newPage = await context.newPage();
  return { voter: new Voter(newPage), page: newPage };
}

test('after one visit the page opens and answers without a server', async ({ page, context, ownSite }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await waitForPages(page, '/en/');
  await ownSite.stop();
  const { voter: later, page: newPage } = await nextDay(context, page);
  await newPage.goto(`${ownSite.url}/en/`);
  await later.lookUp(practice('found'));
  await expect(later.placeNames).toHaveText([HERON]);
});

test('a ZIP that was not looked up before is not checked, and never said to be unknown', async ({
  page,
  context,
  ownSite,
}) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await waitForPages(page, '/en/');
  await context.setOffline(true);
  const { voter: later, page: newPage } = await nextDay(context, page);
  await newPage.goto(`${ownSite.url}/en/`);
  await later.lookUp(practice('confirm-part'));
  await expect(later.answer).toHaveAttribute('data-outcome', 'cannotCheck');
  await expect(later.answer).toContainText('555-01');
});

test('a language that was not opened is not kept, and one that was is', async ({
  page,
  context,
  ownSite,
}) => {
  await page.goto(`${ownSite.url}/es/`);
  await waitForPages(page, '/es/');
  expect((await keptFiles(page)).filter((path) => path === '/en/')).toEqual([]);
  await ownSite.stop();
  const { page: newPage } = await nextDay(context, page);
  await newPage.goto(`${ownSite.url}/es/`);
  await expect(newPage.locator('html')).toHaveAttribute('lang', 'es');
});

test('"save my county": one tap, then every address of the county answers with the network off', async ({
  page,
  context,
  ownSite,
}) => {
  const voter = new Voter(page);
  const { savedCounty } = voter.say;
  await voter.lookUpPractice('found', ownSite.url);
  const button = voter.answer.getByRole('button', { name: /Sandbox County \(about \d+ KB\)/ });
  await button.click();
  await expect(voter.answer.getByText('Sandbox County is saved on this device.')).toBeVisible();
  await expect(voter.answer.getByText(savedCounty.from.split('{')[0] ?? '')).toBeVisible();
  await waitForPages(page, '/en/');
  await context.setOffline(true);
  const { voter: later, page: newPage } = await nextDay(context, page);
  await newPage.goto(`${ownSite.url}/en/`);
  for (const [id, kind] of [
    ['found', 'found'],
    ['confirm-part', 'found'],
    ['conflict', 'conflict'],
    ['main-either', 'choose'],
    ['number-unknown', 'missing'],
  ] as const) {
    await later.lookUp(practice(id));
    await expect(later.answer, id).toHaveAttribute('data-outcome', kind);
    await newPage.getByRole('button', { name: later.say.form.searchAgain }).click();
  }
});

test('a saved county can be removed, also from the ways in', async ({ page, ownSite }) => {
  const voter = new Voter(page);
  const { savedCounty, waysIn } = voter.say;
  await voter.open(ownSite.url);
  await page.getByRole('button', { name: waysIn.saveCounty }).click();
  await page.getByRole('combobox').selectOption({ label: 'Sandbox County, ZZ' });
  await page.getByRole('button', { name: /about \d+ KB/ }).click();
  await page.getByRole('button', { name: savedCounty.remove }).click();
  await expect(page.getByRole('button', { name: /about \d+ KB/ })).toBeVisible();
  const shards = await page.evaluate(async () => {
    const cache = await caches.open('levee-release-1');
    const texts = await Promise.all(
      (await cache.keys()).map(async (key) => (await cache.match(key))?.text()),
    );
    return texts.filter((text) => text?.includes('"kind":"shard"')).length;
  });
  expect(shards).toBe(0);
});

test('bytes that were altered on the way are not kept, and saving says that it failed', async ({
  page,
  ownSite,
}) => {
  ownSite.alterObjects(
    (text) => text.replace('Heron Library', 'Heron Liberty'),
    (text) => text.includes('Heron Library') && text.includes('"kind":"shard"'),
  );
  const voter = new Voter(page);
  await voter.open(ownSite.url);
  await page.getByRole('button', { name: voter.say.waysIn.saveCounty }).click();
  await page.getByRole('combobox').selectOption({ label: 'Sandbox County, ZZ' });
  await page.getByRole('button', { name: /about \d+ KB/ }).click();
  await expect(page.getByText(voter.say.savedCounty.failed)).toBeVisible();
  const kept = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) found.push((await (await cache.match(key))?.text()) ?? '');
    }
    return found;
  });
  expect(kept.length).toBeGreaterThan(1);
  expect(kept.filter((text) => text.includes('Liberty'))).toEqual([]);
});

test('a deploy whose files all have other names leaves no half a page', async ({
  page,
  context,
  ownSite,
}) => {
  await page.goto(`${ownSite.url}/en/`);
  await waitForPages(page, '/en/');
  const before = (await keptFiles(page)).filter((path) => path.startsWith('/_next/static/'));
  expect(before.length).toBeGreaterThan(3);
  // The page is new, its files are not there (yet, or any more): the old page stays, whole.
  ownSite.alterPages((text) => text.replaceAll('/_next/static/chunks/', '/_next/static/chunks/gone-'));
  const broken = await context.newPage();
  await broken.goto(`${ownSite.url}/en/`);
  await broken.waitForTimeout(1500);
  expect((await keptFiles(broken)).filter((path) => path.includes('gone-'))).toEqual([]);
  await ownSite.stop();
  await broken.close();
  const { voter: later, page: newPage } = await nextDay(context, page);
  await newPage.goto(`${ownSite.url}/en/`);
  await expect(later.addressBox).toBeVisible();
  // Whole: files may have come since (the telephones), none has gone.
  expect(await keptFiles(newPage)).toEqual(expect.arrayContaining([...before]));
});

test('the worker has nothing of the list and nothing of the office, whatever the page asked for', async ({
  page,
  ownSite,
}) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await waitForPages(page, '/en/');
  await page.reload();
  await page.evaluate(async () => {
    await fetch('/v1/current.json');
    await fetch('/office/').catch(() => null);
  });
  const shell = await page.evaluate(async () => {
    const keys = await (await caches.open('levee-shell-1')).keys();
    return keys.map(({ url }) => new URL(url).pathname + new URL(url).search);
  });
  expect(shell).toContain('/en/');
  // Of the plain pages the start alone, which has every telephone.
  expect(
    shell.filter((path) => /^\/(v1|office|built-in|p\/\w+\/.)/.test(path) || path.includes('?')),
  ).toEqual([]);
  const response = await page.evaluate(async () => (await fetch('/v1/current.json')).ok);
  expect(response).toBe(true);
  await ownSite.stop();
  expect(
    await page.evaluate(() =>
      fetch('/v1/current.json').then(
        (r) => r.ok,
        () => 'dead',
      ),
    ),
  ).toBe('dead');
});

test('turned off by the operator: every worker and everything kept is gone after the next visit', async ({
  page,
  context,
  ownSite,
}) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await voter.answer.getByRole('button', { name: voter.say.savedPlace.save }).click();
  await waitForPages(page, '/en/');
  expect((await keptFiles(page)).length).toBeGreaterThan(5);
  ownSite.turnOffKeeping();
  const { voter: later, page: newPage } = await nextDay(context, page);
  await newPage.goto(`${ownSite.url}/en/`);
  await expect.poll(() => newPage.evaluate(async () => caches.keys()), { timeout: 15_000 }).toEqual([]);
  const registrations = () =>
    newPage.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(registrations).toBe(0);
  // The page goes on, and nothing comes back.
  await later.lookUp(practice('found'));
  await expect(later.placeNames).toHaveText([HERON]);
  await newPage.reload();
  await newPage.waitForTimeout(5000);
  expect(await newPage.evaluate(async () => caches.keys())).toEqual([]);
  expect(await registrations()).toBe(0);
});

test('"remove all that this site keeps" leaves nothing, and says so', async ({ page, ownSite }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await voter.answer.getByRole('button', { name: voter.say.savedPlace.save }).click();
  await waitForPages(page, '/en/');
  await page.getByRole('button', { name: voter.say.forget.action }).click();
  await expect(page.getByText(voter.say.forget.done)).toBeVisible();
  const left = await page.evaluate(async () => ({
    caches: await caches.keys(),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ caches: [], local: [], session: [], databases: [], workers: 0 });
});

test('nothing that is kept holds any part of the address', async ({ page, ownSite }) => {
  const voter = new Voter(page);
  await voter.open(ownSite.url);
  await voter.type(practice('found'));
  await voter.submit();
  await voter.answer.getByRole('button', { name: voter.say.savedPlace.save }).click();
  await expect(page.getByText(voter.say.savedPlace.saved)).toBeVisible();
  await voter.answer.getByRole('button', { name: /about \d+ KB/ }).click();
  await expect(page.getByText(/is saved on this device/)).toBeVisible();
  await waitForPages(page, '/en/');
  const kept = await page.evaluate(async () => {
    const texts: [string, string][] = [
      ['local', JSON.stringify({ ...localStorage })],
      ['session', JSON.stringify({ ...sessionStorage })],
      ['databases', JSON.stringify(await indexedDB.databases())],
    ];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        texts.push([new URL(url).pathname, `${url}\n${await (await cache.match(url))?.text()}`]);
      }
    }
    return texts;
  });
  // Files of the site and of the list are the same for everybody: what is in them is no trace of this voter.
  const own = kept.filter(([path]) => !/^\/(v1\/|_next\/|en\/)/.test(path));
  expect(own.map(([path]) => path)).toEqual(
    expect.arrayContaining(['local', '/kept/place.json', '/kept/counties.json']),
  );
  for (const [path, text] of own) {
    // The place's own address is public; times and hashes may hold any digits by chance.
    const bare = text
      .replace(/"shown":\[.*?\](?=,"asOf")/, '')
      .replaceAll(/"(asOf|streets|root)":"[^"]*"/g, '')
      .toLowerCase();
    for (const trace of ['heron', '112', 'practice falls']) expect(bare, path).not.toContain(trace);
    if (path !== '/kept/place.json') expect(bare, path).not.toContain('00001');
  }
});

test('a browser that keeps nothing shows no button to save, and answers', async ({ page, ownSite }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'caches', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
  });
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await expect(voter.placeNames).toHaveText([HERON]);
  await expect(page.getByRole('button', { name: /about \d+ KB/ })).toHaveCount(0);
  await page.getByRole('button', { name: voter.say.forget.action }).click();
  await expect(page.getByText(voter.say.forget.done)).toBeVisible();
});
