// Owns that every screen holds WCAG 2.2 AA as far as a program can tell (axe): every kind of answer, in both
// languages, light and dark; and that nothing has to be scrolled sideways at 400% zoom.

import type { Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { expectNoViolations } from './axe';
import { expect, test } from './site';
import { practice, Voter } from './voter';

/** One practice address for every kind of answer, and for kinds that look different within one. */
const answers = [
  ['found', 'found'],
  ['party-places', 'found'],
  ['confirm-part', 'found'],
  ['any-place', 'anyPlace'],
  ['by-mail', 'byMail'],
  ['no-election', 'noElection'],
  ['main-either', 'choose'],
  ['typo', 'choose'],
  ['conflict', 'conflict'],
  ['number-unknown', 'missing'],
  ['street-unknown', 'missing'],
  ['zip-unknown', 'missing'],
  ['streets-not-loaded', 'missing'],
  ['elsewhere-county', 'notCovered'],
  ['po-box', 'unreadable'],
  ['no-number', 'unreadable'],
] as const;

async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect.soft(scrollWidth, what).toBeLessThanOrEqual(clientWidth);
}

for (const { tag } of languages) {
  test(`every kind of answer, ${tag}`, async ({ page }) => {
    test.slow();
    const voter = new Voter(page, tag);
    await voter.open();
    for (const [id, kind] of answers) {
      await voter.lookUp(practice(id));
      await expect(voter.answer).toHaveAttribute('data-outcome', kind);
      await expectNoViolations(page, id);
      await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
    }
  });

  test(`no data to answer from, ${tag}`, async ({ page, ownSite }) => {
    ownSite.alterPointer((text) => text.replace('Practice General', 'Practice Primary'));
    const voter = new Voter(page, tag);
    await voter.lookUpPractice('found', ownSite.url);
    await expect(voter.answer).toHaveAttribute('data-outcome', 'cannotCheck');
    await expectNoViolations(page, 'cannotCheck');
  });

  test(`the day after the election, ${tag}`, async ({ page }) => {
    const voter = new Voter(page, tag);
    await voter.open();
    const date = await page.locator('.election-line').textContent();
    const year = Number(/\d{4}/.exec(date ?? '')?.[0]);
    await page.clock.setFixedTime(new Date(Date.UTC(year, 11, 1)));
    await voter.lookUp(practice('found'));
    await expect(voter.answer.getByRole('heading', { level: 2 })).toContainText(
      voter.say.outcome.over.split('{')[0]?.trim() ?? '',
    );
    await expect(voter.answer.locator('.place-card')).not.toBeVisible();
    await expectNoViolations(page, 'over');
  });

  test(`the form, its errors, its suggestions and the other ways in, ${tag}`, async ({ page }) => {
    test.slow();
    const voter = new Voter(page, tag);
    await voter.open();
    await expectNoViolations(page, 'form');
    await voter.submit();
    await expectNoViolations(page, 'empty');
    await voter.addressBox.fill('112 Heron St');
    await voter.submit();
    await voter.zipBox.waitFor();
    await expectNoViolations(page, 'zip asked for');
    await voter.zipBox.fill('00001');
    await voter.settle();
    await voter.addressBox.fill('112 ma');
    await voter.options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await expectNoViolations(page, 'suggestions');
    for (const way of ['noZip', 'allPlaces', 'noStreetAddress', 'knowPrecinct'] as const) {
      await voter.open();
      await page.getByRole('button', { name: voter.say.waysIn[way] }).click();
      await voter.settle();
      await expectNoViolations(page, way);
    }
    await page.goto(`/${tag}/practice/`);
    await page.locator('.practice-list').waitFor();
    await expectNoViolations(page, 'practice');
  });

  test(`nothing to scroll sideways at 400% zoom, ${tag}`, async ({ page }) => {
    test.slow();
    // 1280 px at 400%: WCAG 2.2 1.4.10.
    await page.setViewportSize({ width: 320, height: 256 });
    const voter = new Voter(page, tag);
    await voter.open();
    await expectNoSidewaysScroll(page, 'form');
    for (const [id] of answers) {
      await voter.lookUp(practice(id));
      await expectNoSidewaysScroll(page, id);
      await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
    }
    await page.goto(`/${tag}/practice/`);
    await page.locator('.practice-list').waitFor();
    await expectNoSidewaysScroll(page, 'practice');
  });
}

test('what is tapped is at least 24 px high, and choices at least 44', async ({ page }) => {
  // WCAG 2.2 2.5.8; links within a sentence are exempt.
  await page.setViewportSize({ width: 360, height: 640 });
  const voter = new Voter(page);
  await voter.lookUpPractice('main-either');
  for (const button of await voter.answer.locator('.choice').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  for (const target of await page
    .locator('button:visible, header a:visible, .result-links a:visible')
    .all()) {
    expect((await target.boundingBox())?.height, (await target.textContent()) ?? '').toBeGreaterThanOrEqual(
      24,
    );
  }
});
