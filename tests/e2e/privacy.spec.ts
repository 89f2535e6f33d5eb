// Owns that an address never leaves the device: every request of a look-up is recorded, and so is what is left behind.

import type { Page, Request } from '@playwright/test';
import { expect, test } from './site';
import { practice, Voter } from './voter';

const OBJECT = /\/v1\/objects\/[0-9a-f]{64}\.json$/;
/** Words and numbers of the address, any of which would give the voter away. */
const traces = ['112', 'heron', 'falls', '00001', 'practice%20', 'zz%20'];

/** All that a request says beside its method: address, headers, body. The page's own host is left out. */
async function textOf(request: Request): Promise<string> {
  const url = new URL(request.url());
  const { host: _, referer = '', 'user-agent': __, ...headers } = await request.allHeaders();
  const parts = [url.pathname.replace(OBJECT, ''), url.search, referer.replace(url.origin, '')];
  return [...parts, JSON.stringify(headers), request.postData() ?? ''].join('\n').toLowerCase();
}

/** Paths whose names the build made by hashing may hold any digits; they are the same for every voter. */
function isOfTheBuild(request: Request): boolean {
  return /^\/(_next|texts)\//.test(new URL(request.url()).pathname);
}

function record(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return requests;
}

test('no request of a look-up, prefetches and map included, holds any part of the address', async ({
  page,
  baseURL,
}) => {
  const voter = new Voter(page);
  const requests = record(page);
  await voter.open();
  const beforeTyping = requests.length;
  await voter.type(practice('found'));
  await voter.settle();
  await voter.submit();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  await page.locator('.map').scrollIntoViewIfNeeded();
  await page.locator('.leaflet-container').waitFor();
  await voter.settle();

  expect(requests.filter((request) => new URL(request.url()).origin !== baseURL)).toEqual([]);
  expect(requests.every((request) => request.method() === 'GET')).toBe(true);
  for (const request of requests.filter((each) => !isOfTheBuild(each))) {
    const text = await textOf(request);
    expect(
      traces.filter((trace) => text.includes(trace)),
      request.url(),
    ).toEqual([]);
  }
  // After the first key, only objects by their names, the pointer, and what the map is made of.
  const later = requests.slice(beforeTyping).filter((request) => !isOfTheBuild(request));
  expect(later.length).toBeGreaterThan(0);
  for (const request of later) {
    expect(new URL(request.url()).pathname).toMatch(/^\/(v1\/(objects\/[0-9a-f]{64}|current)\.json|sw\.js)$/);
  }
});

test('nothing of the address is left in URL, title, history, storage, cookies or console', async ({
  page,
  context,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  const left = await page.evaluate(async () => ({
    url: location.href.replace(location.origin, ''),
    title: document.title,
    history: JSON.stringify(history.state),
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(await caches.keys()),
  }));
  const cookies = await context.cookies();
  expect(left.url).toBe('/en/');
  expect(cookies).toEqual([]);
  expect(said).toEqual([]);
  // A sequence number or a release line may hold three digits by chance: words and the ZIP are telling.
  const text = [left.title, left.history, left.local, left.session, left.databases, left.caches].join('\n');
  for (const trace of ['heron', 'falls', '"00001"']) expect(text.toLowerCase()).not.toContain(trace);
});

test('the address box has no name, and nothing that has one is for an address', async ({ page, baseURL }) => {
  const voter = new Voter(page);
  await voter.open();
  await expect(voter.addressBox).not.toHaveAttribute('name', /.*/);
  await expect(page.locator('form [name]')).toHaveCount(0);
  const html = await (await page.request.get(`${baseURL}/en/`)).text();
  const names = [...html.matchAll(/<(?:input|select|textarea|button)[^>]* name="([^"]*)"/g)];
  expect(names.map(([, name]) => name).sort()).toEqual(['lang', 'zip']);
});
