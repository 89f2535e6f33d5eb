// Owns the whole result as a voter uses it: getting in, early voting and drop boxes, late changes, and what can be done
// with a place. Whatever is made of a place holds nothing of the voter.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { expectNoViolations } from './axe';
import { practiceNotice, publishNotices } from './late-changes';
import { expect, test } from './site';
import { practice, Voter } from './voter';

/** The house number of the practice address, which would give the voter away. */
const TRACES = /\b112\b/;

/** What the page hands to the device's share sheet, or null: as in a browser that has none. */
async function shared(page: Page): Promise<{ readonly text: string; readonly url?: string } | null> {
  return page.evaluate(() => Reflect.get(window, 'sharedByTest') ?? null);
}

async function hasPages(page: Page): Promise<boolean> {
  const response = await page.request.get('/v1/current.json');
  const { payload } = (await response.json()) as { readonly payload: string };
  return (JSON.parse(payload) as { readonly pagesRoot: string | null }).pagesRoot !== null;
}

for (const { tag } of languages) {
  test(`getting in, early voting, drop boxes and the office stand below the place, ${tag}`, async ({
    page,
  }) => {
    const voter = new Voter(page, tag);
    await voter.lookUpPractice('found');
    const { access, sites, keep } = voter.say;
    await expect(voter.answer.locator('.place-card .place-access')).toContainText(access.stepFreeEntrance);
    await expect(voter.answer.getByRole('heading', { name: sites.earlyHeading })).toBeVisible();
    const boxes = voter.answer.locator('.sites', { hasText: sites.dropBoxHeading });
    await expect(boxes).toContainText(sites.dropBoxLead);
    await expect(boxes.getByRole('heading', { level: 4 })).toHaveCount(2);
    await expect(voter.answer.getByRole('button', { name: keep.calendar })).toBeVisible();
    await expectNoViolations(page, 'the whole result');
  });
}

test('a fact that the office has not given is said to be unknown', async ({ page }) => {
  const voter = new Voter(page);
  const { access } = voter.say;
  await voter.lookUpPractice('any-place');
  await voter.answer.locator('summary', { hasText: access.heading }).first().click();
  await expect(voter.answer.getByText(access.unknown).first()).toBeVisible();
  await expectNoViolations(page, 'unknown facts');
  await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
  await voter.lookUp(practice('party-places'));
  await voter.answer.locator('.place-card summary', { hasText: access.heading }).nth(1).click();
  await expect(voter.answer.getByText(access.allUnknown).first()).toBeVisible();
});

test('a site of other precincts is not offered, and that of the own precinct is', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  await expect(voter.answer.locator('.sites').first()).toBeVisible();
  await expect(voter.answer.getByText('Rehearsal Drop Box')).toHaveCount(0);
  await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
  await voter.lookUp(practice('county-road'));
  await expect(voter.answer.getByText('Rehearsal Drop Box')).toBeVisible();
});

test('the calendar file is made on the device, and tells the place, not the voter', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: voter.say.keep.calendar }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^vote-\d{4}-11-\d{2}\.ics$/);
  const text = await readFile(await download.path(), 'utf8');
  const lines = text.replace(/\r\n /g, '').split('\r\n');
  expect(lines).toContain('SUMMARY:Vote at Heron Library (practice place)');
  expect(lines.find((line) => line.startsWith('DTSTART:'))).toMatch(/^DTSTART:\d{8}T1[23]0000Z$/);
  expect(text).not.toMatch(TRACES);
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
});

test('the share sheet gets the place’s page, never an address of the voter', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.set(navigator, 'share', async (data: unknown) => Reflect.set(window, 'sharedByTest', data));
  });
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  await page.getByRole('button', { name: voter.say.keep.share }).click();
  await expect.poll(() => shared(page)).not.toBeNull();
  const data = await shared(page);
  expect(data?.text).toBe('Heron Library (practice place), 100 Heron St, Practice Falls, ZZ 00001');
  const pagePath = '/p/en/place-sandbox-county.pl-01.html';
  expect(data?.url?.endsWith(pagePath) ?? false).toBe(await hasPages(page));
  expect(JSON.stringify(data)).not.toMatch(TRACES);
});

test('without a share sheet it is copied, and where that fails shown', async ({ page, context }) => {
  await page.addInitScript(() => Reflect.set(navigator, 'share', undefined));
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  await page.getByRole('button', { name: voter.say.keep.share }).click();
  await expect(page.getByText(voter.say.keep.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toMatch(TRACES);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
  });
  await page.getByRole('button', { name: voter.say.keep.share }).click();
  await expect(page.getByText(voter.say.keep.copyFailed)).toBeVisible();
  await expect(page.locator('.copy-by-hand')).not.toBeEmpty();
});

test('the printed page is one sheet, with place, day, hours and the office’s phone', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  // The code for a phone comes last, and the moment of the list may take a second line.
  await expect(page.locator('.place-qr svg')).toBeAttached();
  const moment = page.locator('.provenance time');
  await moment.evaluate((each) => {
    each.textContent = 'List as of Wednesday, September 30, 12:59 pm Central Daylight Time';
  });
  const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  for (const text of ['Heron Library', '100 Heron St', '7 am to 7 pm', '555-0100']) {
    await expect(voter.answer.getByText(text).first()).toBeVisible();
  }
  await expect(page.getByText(voter.say.practice.banner)).toBeVisible();
  await expect(page.locator('.place-qr svg')).toHaveCount((await hasPages(page)) ? 1 : 0);
  await expect(voter.answer.locator('.sites').first()).toBeHidden();
});

test.describe('directions open the phone’s own map', () => {
  const href = async (page: Page) => {
    const voter = new Voter(page);
    await voter.lookUpPractice('found');
    return voter.answer
      .getByRole('link', { name: /^Directions/ })
      .first()
      .getAttribute('href');
  };
  const place = '100%20Heron%20St%2C%20Practice%20Falls%20ZZ%2000001';

  test.describe('on Android', () => {
    test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/141.0 Mobile Safari/537.36' });
    test('by a geo link', async ({ page }) => expect(await href(page)).toBe(`geo:0,0?q=${place}`));
  });

  test.describe('on an iPhone', () => {
    test.use({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1' });
    test('by Apple’s link', async ({ page }) =>
      expect(await href(page)).toBe(`https://maps.apple.com/?daddr=${place}`));
  });

  test('elsewhere a web map', async ({ page }) =>
    expect(await href(page)).toMatch(/^https:\/\/www\.google\.com\/maps\/dir/));
});

test.describe('vote centers', () => {
  test('come by distance after a tap, which sends nothing', async ({ page, context }) => {
    await context.grantPermissions(['geolocation']);
    // Beside County Vote Center West.
    await context.setGeolocation({ latitude: 26.0331, longitude: -90.0305 });
    const voter = new Voter(page);
    await voter.lookUpPractice('any-place');
    await voter.settle();
    const before = await voter.placeNames.allTextContents();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByRole('button', { name: voter.say.nearby.show }).click();
    await expect(page.getByText(voter.say.nearby.sorted)).toBeVisible();
    await expect(voter.placeNames.first()).toContainText('County Vote Center West');
    expect((await voter.placeNames.allTextContents()).sort()).toEqual([...before].sort());
    await expect(voter.answer.locator('.place-distance').first()).toContainText('0.1 miles');
    expect(requests).toEqual([]);
    await expectNoViolations(page, 'vote centers by distance');
    await page.getByRole('button', { name: voter.say.nearby.byTown }).click();
    expect(await voter.placeNames.allTextContents()).toEqual(before);
  });

  test('stay by town where the voter does not allow it', async ({ page }) => {
    const voter = new Voter(page);
    await voter.lookUpPractice('any-place');
    const before = await voter.placeNames.allTextContents();
    await page.getByRole('button', { name: voter.say.nearby.show }).click();
    await expect(page.getByText(voter.say.nearby.failed)).toBeVisible();
    expect(await voter.placeNames.allTextContents()).toEqual(before);
  });
});

test('someone who votes by mail finds where to leave the ballot first', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('by-mail');
  await expect(voter.answer.locator('.sites h3').first()).toHaveText(voter.say.sites.dropBoxHeading);
});

test('a mistake is told by mail with the place, never the address', async ({ page }) => {
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  const href = await voter.answer.getByRole('link', { name: voter.say.report.byMail }).getAttribute('href');
  expect(href).toMatch(/^mailto:office@elections\.example\?/);
  expect(decodeURIComponent(href ?? '')).toContain('Heron Library (practice place) (pl-01)');
  expect(decodeURIComponent(href ?? '')).not.toMatch(/112|00001/);
});

const hall = {
  id: 'new-hall',
  name: 'New Hall (practice place)',
  line1: '5 Practice Way',
  city: 'Practice Falls',
  state: 'ZZ',
  zip: '00001',
  latLng: null,
  timeZone: 'America/Chicago',
  hours: { schedules: [], text: 'Open at noon' },
} as const;

for (const { tag } of languages) {
  test(`a late change outranks the list, the new first and the old below, ${tag}`, async ({
    page,
    ownSite,
  }) => {
    await publishNotices(ownSite, [practiceNotice('moved', hall)]);
    const voter = new Voter(page, tag);
    await voter.lookUpPractice('found', ownSite.url);
    await expect(voter.placeNames).toHaveText(['New Hall (practice place)']);
    await expect(voter.answer.locator('.notice')).toContainText(voter.say.notice.moved);
    await expect(voter.answer.locator('.notice')).toContainText(tag === 'es' ? 'Se rompió' : 'A pipe broke');
    await expect(voter.answer.locator('.place-former')).toContainText('Heron Library');
    await expect(voter.answer.locator('.place-card .hours-line')).toContainText('Open at noon');
    await expectNoViolations(page, 'moved');
  });
}

test('new hours replace those of the list, and say what they were', async ({ page, ownSite }) => {
  const schedule = { startDate: null, endDate: null, startTime: '08:00', endTime: '21:00', utcOffset: null };
  const hours = { schedules: [{ ...schedule, isByAppointment: false }], text: null };
  const same = { ...hall, id: 'pl-01', name: 'Heron Library (practice place)', line1: '100 Heron St', hours };
  await publishNotices(ownSite, [practiceNotice('hours', same)]);
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await expect(voter.answer.locator('.hours-line').first()).toContainText('8 am to 9 pm');
  await expect(voter.answer.locator('.place-former')).toHaveText('It was: 7 am to 7 pm');
});

test('a closed place is closed, and the office is called', async ({ page, ownSite }) => {
  await publishNotices(ownSite, [practiceNotice('closed')]);
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await expect(voter.answer.locator('.place-closed')).toBeVisible();
  await expect(voter.answer.getByRole('link', { name: /^Directions to Heron/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: voter.say.keep.calendar })).toHaveCount(0);
});
