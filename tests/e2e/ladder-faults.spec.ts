// Owns what a voter gets while this site's list is broken on the wire, in every way that a wire breaks: the right
// place, from somebody else, with a line that says so; and where nobody can be had, an honest word and the phones.

import type { Fault } from '@/scripts/drill/fault-proxy';
import { SITE_OFFICE } from './ladder/ladder-site';
import { banner, expectHonest, expectPlace, notChecked, openPage, said, test } from './ladder/ladder-test';
import { expect } from './site';
import { practice, Voter } from './voter';

const FAULTS: readonly Fault[] = [
  'reset',
  'hangs',
  'hangsAfterHeaders',
  'hangsHalfWay',
  '503',
  'redirect',
  'empty',
  'html',
  'foreign',
  'altered',
  'cut',
  'endless',
];

for (const fault of FAULTS) {
  test(`this site's list ${fault}: the second site answers, and the page says so`, async ({
    page,
    hosts,
  }) => {
    await hosts.site.breakIt(fault);
    const voter = new Voter(page);
    await openPage(page, hosts, 'en');
    await voter.lookUp(practice('found'));
    await expectPlace(voter);
    await expect(banner(page)).toHaveText(said(voter.say, 'secondSite', hosts.issued));
    await expect(notChecked(page)).toHaveCount(0);
  });
}

for (const fault of ['altered', 'hangsHalfWay', '503', 'cut'] as const) {
  test(`this site's objects only ${fault}: taken from elsewhere, and the list is as fresh as ever`, async ({
    page,
    hosts,
  }) => {
    await hosts.site.breakIt(fault, (path) => path.includes('/v1/objects/'));
    const voter = new Voter(page);
    await openPage(page, hosts, 'en');
    await voter.lookUp(practice('found'));
    await expectPlace(voter);
    await expect(banner(page)).toHaveCount(0);
  });
}

for (const fault of ['dead', 'hangs', '503', 'altered', 'html'] as const) {
  test(`no host's list can be had (${fault}): the one that came with the page answers and warns`, async ({
    page,
    hosts,
  }) => {
    const isLive = (path: string) => path.startsWith('/v1/');
    await hosts.site.breakIt(fault === 'dead' ? 'reset' : fault, isLive);
    for (const mirror of [hosts.one, hosts.two]) await mirror.breakIt(fault);
    const voter = new Voter(page, 'es');
    await openPage(page, hosts, 'es');
    await voter.lookUp(practice('found'));
    await expectPlace(voter);
    await expect(banner(page)).toContainText('Esta vino con la página.');
    await expect(notChecked(page)).toContainText('No pudimos comprobar si hubo cambios');
  });

  test(`everything is gone (${fault}): an honest word, the office's phone, and the page of phones`, async ({
    page,
    hosts,
  }) => {
    for (const host of hosts.all) await host.breakIt(fault === 'dead' ? 'reset' : fault);
    const voter = new Voter(page);
    await openPage(page, hosts, 'en');
    await voter.addressBox.fill(practice('found'));
    const askedMs = Date.now();
    await voter.submit();
    await voter.answer.waitFor();
    expect(Date.now() - askedMs).toBeLessThan(22_000);
    await expectHonest(voter, SITE_OFFICE.phone);
    await voter.answer.getByRole('link', { name: voter.say.phones.link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(voter.say.phones.title);
    await expect(page.getByRole('main')).toContainText(SITE_OFFICE.phone);
    // The offices of the release that was built in.
    expect(await page.getByRole('main').locator('a[href^="tel:"]').count()).toBeGreaterThan(1);
  });
}

test('the server is killed after the page has loaded: the second site answers', async ({ page, hosts }) => {
  const voter = new Voter(page);
  await voter.open(hosts.site.url);
  await hosts.site.breakIt('dead');
  await voter.lookUp(practice('found'));
  await expectPlace(voter);
});

test('a well site is asked alone, and for no file more than before', async ({ page, hosts }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const voter = new Voter(page);
  await voter.open(hosts.site.url);
  await voter.settle();
  const release = requests.filter((url) => url.includes('/v1/'));
  expect(release.map((url) => url.replace(/[0-9a-f]{64}/, 'root'))).toEqual([
    `${hosts.site.url}/v1/current.json`,
    `${hosts.site.url}/v1/objects/root.json`,
  ]);
  await voter.lookUp(practice('found'));
  await expectPlace(voter);
  await expect(banner(page)).toHaveCount(0);
  expect([...hosts.one.asked, ...hosts.two.asked]).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(hosts.site.url))).toEqual([]);
  expect(requests.filter((url) => url.includes('/built-in/'))).toEqual([]);
});

test('what was typed is sent to nobody, however many hosts are asked', async ({ page, hosts }) => {
  await hosts.site.breakIt('altered');
  await hosts.one.breakIt('503');
  const voter = new Voter(page);
  await openPage(page, hosts, 'en');
  await voter.lookUp(practice('found'));
  await expectPlace(voter);
  const asked = hosts.all.flatMap((host) => host.asked).join('\n');
  expect(asked).not.toMatch(/00001|heron|112/i);
});
