// Owns what a voter gets from lists that are right but old: rolled back, not confirmed, expired, kept on the device.
// Nothing older than what was seen before ever answers; what is old says so, also beside the place.

import type { Page } from '@playwright/test';
import { SITE_OFFICE } from './ladder/ladder-site';
import {
  addressElsewhere,
  banner,
  expectPlace,
  type Hosts,
  notChecked,
  openPage,
  said,
  test,
} from './ladder/ladder-test';
import { MOVED, PLACE } from './ladder/practice-release';
import { expect } from './site';
import { practice, Voter } from './voter';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Everybody has a newer list, in which the place has moved. */
async function publishMove(hosts: Hosts): Promise<void> {
  for (const host of hosts.all) await host.publish({ ageMs: 1000, moved: true });
}

/** A later visit in the same browser. */
async function visitAgain(page: Page, hosts: Hosts): Promise<Voter> {
  await page.goto('about:blank');
  await openPage(page, hosts, 'en');
  return new Voter(page);
}

test('the publisher stopped three hours ago: still answers, and says since when nobody looked', async ({
  page,
  hosts,
}) => {
  let issued = hosts.issued;
  for (const host of hosts.all) issued = await host.publish({ ageMs: 3 * HOUR_MS });
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await expectPlace(voter);
  await expect(banner(page)).toHaveText(said(voter.say, 'notConfirmed', issued));
  await expect(notChecked(page)).toContainText('We could not check for changes since');
  await expect(notChecked(page).getByRole('link')).toHaveAttribute('href', /^tel:/);
});

test('this site stands still, another host goes on: the newer list wins', async ({ page, hosts }) => {
  await hosts.site.publish({ ageMs: 3 * HOUR_MS });
  await hosts.one.publish({ ageMs: 3 * HOUR_MS });
  await hosts.two.publish({ ageMs: 60_000, moved: true });
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await expectPlace(voter, MOVED);
  await expect(notChecked(page)).toHaveCount(0);
});

test('past its end: still answers, and says to call first', async ({ page, hosts }) => {
  let issued = hosts.issued;
  for (const host of hosts.all) issued = await host.publish({ ageMs: 2 * DAY_MS, lifeMs: DAY_MS });
  // The list that came with the page is younger than that, and so would win.
  await hosts.site.breakIt('503', (path) => path.startsWith('/built-in/'));
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await expectPlace(voter);
  await expect(banner(page)).toHaveText(`${said(voter.say, 'notConfirmed', issued)} ${voter.say.ladder.old}`);
});

test('a host that was rolled back is passed over, on this visit and on a later one', async ({
  page,
  hosts,
}) => {
  await publishMove(hosts);
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await expectPlace(voter, MOVED);
  await hosts.site.breakIt('503', (path) => path.startsWith('/v1/'));
  await hosts.one.publish({ ageMs: 120_000 });
  const again = await visitAgain(page, hosts);
  await again.lookUp(practice('found'));
  await expectPlace(again, MOVED);
  // Now nobody has the newer list but this device.
  await hosts.two.publish({ ageMs: 120_000 });
  const third = await visitAgain(page, hosts);
  await third.lookUp(practice('found'));
  await expectPlace(third, MOVED);
  await expect(banner(page)).toContainText('We can’t reach our site right now.');
});

test('everybody was rolled back and this device kept nothing: no answer rather than an old one', async ({
  page,
  hosts,
}) => {
  await publishMove(hosts);
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await page.evaluate(() => caches.delete('levee-release-1'));
  for (const host of hosts.all) await host.publish({ ageMs: 120_000 });
  const again = await visitAgain(page, hosts);
  await again.lookUp(practice('found'));
  await expect(again.answer).toHaveAttribute('data-outcome', 'cannotCheck');
  await expect(again.answer).toContainText(again.say.outcome.cannotCheckReason.rolledBack);
  await expect(again.answer).toContainText(SITE_OFFICE.phone);
  await expect(again.placeNames).toHaveCount(0);
});

test('no host answers on a later visit: this device’s copy does; an unvisited ZIP is no "missing"', async ({
  page,
  hosts,
}) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await expectPlace(voter);
  for (const host of hosts.all) await host.breakIt('hangs');
  const again = await visitAgain(page, hosts);
  await again.lookUp(practice('found'));
  await expectPlace(again);
  await expect(banner(page)).toHaveText(said(again.say, 'fromDevice', hosts.issued));
  await page.getByRole('button', { name: again.say.form.searchAgain }).click();
  await again.addressBox.fill(addressElsewhere());
  await again.submit();
  await expect(again.answer).toHaveAttribute('data-outcome', 'cannotCheck', { timeout: 25_000 });
  await expect(again.answer.locator('a[href^="tel:"]').first()).toBeVisible();
});

test('what this device kept was altered: passed over', async ({ page, hosts }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await page.evaluate(async () => {
    const cache = await caches.open('levee-release-1');
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request))?.text();
      await cache.put(request, new Response((text ?? '').replaceAll('Heron Library', 'Heron Liberty')));
    }
  });
  await hosts.site.breakIt('503', (path) => path.startsWith('/v1/'));
  for (const mirror of [hosts.one, hosts.two]) await mirror.breakIt('503');
  const again = await visitAgain(page, hosts);
  await again.lookUp(practice('found'));
  // From the list that came with the page: the right name, and never the altered one.
  await expectPlace(again, PLACE);
});

test('the network goes while the page is open: answers from this device, and says that it is offline', async ({
  page,
  hosts,
  context,
}) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await context.setOffline(true);
  // More than a minute later the page looks for a newer list before it answers.
  await page.clock.setSystemTime(Date.now() + 120_000);
  await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
  await voter.lookUp(practice('found'));
  await expectPlace(voter);
  await expect(banner(page)).toHaveText(said(voter.say, 'offline', hosts.issued));
  await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
  await voter.lookUp(addressElsewhere());
  await expect(voter.answer).toHaveAttribute('data-outcome', 'cannotCheck');
  await context.setOffline(false);
  // The list is asked for anew without anybody touching the page, and so is the answer.
  await expect(banner(page)).toHaveCount(0);
  await page.getByRole('button', { name: voter.say.result.tryAgain }).click();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
});

test('a place moves while its answer is on screen: the page shows the new one when it is looked at again', async ({
  page,
  hosts,
  context,
}) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found', hosts.site.url);
  await expectPlace(voter, PLACE);
  await context.setOffline(true);
  await publishMove(hosts);
  await context.setOffline(false);
  await expect(voter.placeNames).toContainText(MOVED);
});

test('a clock that is a day ahead, or behind, still gets the right place', async ({ page, hosts }) => {
  for (const days of [1, -1]) {
    await page.clock.setSystemTime(Date.now() + days * DAY_MS);
    const voter = await visitAgain(page, hosts);
    await voter.lookUp(practice('found'));
    await expectPlace(voter);
    // Ahead, the list looks old, and the line names the true time of it; behind, nothing is amiss.
    await expect(banner(page)).toHaveCount(days === 1 ? 1 : 0);
    if (days === 1) await expect(banner(page)).toHaveText(said(voter.say, 'notConfirmed', hosts.issued));
  }
});
