// From a checked draft to its approval: compared, tried as a voter, its golden addresses put right, its causes noted, and
// approved by somebody else. Every page holds at 360 px and is accessible.

import type { Page } from '@playwright/test';
import { drafts } from '@/lib/office/drafts/draft';
import { expectNoViolations } from '../axe';
import { ADDRESS, draftWithMoves, NEW_PLACE, OFFICE } from './compare-seed';
import { expect, signedIn, test } from './office-test';

async function look(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect.soft(widths[0], what).toBeLessThanOrEqual(widths[1]!);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectNoViolations(page, what);
}

test('a draft is compared, tried and approved by another person', async ({ browser, office }) => {
  const ana = await signedIn(browser, office, { role: 'approver', officeId: OFFICE, name: 'Ana Ruiz' });
  const { draftId } = await draftWithMoves(office, ana.actor.accountId);
  const path = `/office/${OFFICE}/drafts/${draftId}/`;

  await ana.page.goto(`${path}compare/`);
  const sentence = ana.page
    .getByText(/^\d+ address ranges? moves? from .* to Town Hall <b>East<\/b>$/)
    .first();
  await expect(sentence).toBeVisible();
  await expect(ana.page.getByText(/precincts change their polling place/)).toBeVisible();
  await ana.page.getByRole('heading', { name: 'Map' }).scrollIntoViewIfNeeded();
  await ana.page.locator('.map-canvas').scrollIntoViewIfNeeded();
  await expect(ana.page.locator('.leaflet-container')).toBeVisible();
  await look(ana.page, 'compare');
  await ana.page
    .getByRole('link', { name: /^Show (all|the rows)/ })
    .first()
    .click();
  await expect(ana.page.getByRole('cell', { name: 'MAIN ST' }).first()).toBeVisible();
  await look(ana.page, 'rows of a move');
  const csv = await ana.page.request.get(`/office/api/drafts/${OFFICE}/${draftId}/difference/`);
  expect(await csv.text()).toContain('"range moved"');

  await ana.page.goto(`/office/${OFFICE}/drafts/${draftId}/golden/`);
  await ana.page.getByRole('textbox').fill(`"${ADDRESS}",Example School`);
  await ana.page.getByRole('button', { name: 'Save and try them' }).click();
  await expect(ana.page.getByText(NEW_PLACE).first()).toBeVisible();
  await ana.page.goto(path);
  // The page goes on by itself once it is submitted.
  const wentOn = ana.page.waitForEvent('load');
  await ana.page.getByRole('button', { name: 'Submit for approval' }).click();
  await wentOn;
  await expect
    .poll(async () => (await drafts.read(office.ports.state, OFFICE, draftId))?.value.state)
    .toBe('submitted');
  await ana.page.goto(`${path}approve/`);
  await expect(ana.page.getByText('You worked on this draft', { exact: false })).toBeVisible();

  const ben = await signedIn(browser, office, { role: 'approver', officeId: OFFICE, name: 'Ben Ortiz' });
  await ben.page.goto(`${path}approve/`);
  await expect(ben.page.getByText('should lead to Example School', { exact: false })).toBeVisible();
  await look(ben.page, 'approve, held back');
  await ben.page.getByText('Give it back instead').click();
  await ben.page.getByLabel('What has to change?').fill('Main St votes at Town Hall now.');
  await ben.page.getByRole('button', { name: 'Give it back' }).click();
  await expect
    .poll(async () => (await drafts.read(office.ports.state, OFFICE, draftId))?.value.state)
    .toBe('checked');

  await ana.page.goto(`/office/${OFFICE}/drafts/${draftId}/golden/`);
  await ana.page.getByRole('textbox').fill(`"${ADDRESS}",east`);
  await ana.page.getByRole('button', { name: 'Save and try them' }).click();
  await expect
    .poll(async () => (await drafts.read(office.ports.state, OFFICE, draftId))?.value.golden)
    .toBeTruthy();
  await ana.page.goto(path);
  await ana.page.getByRole('button', { name: 'Submit for approval' }).click();
  await expect
    .poll(async () => (await drafts.read(office.ports.state, OFFICE, draftId))?.value.state)
    .toBe('submitted');

  await ben.page.goto(`${path}approve/`);
  for (;;) {
    const note = ben.page.getByRole('button', { name: 'I have taken note of this' });
    const left = await note.count();
    if (left === 0) break;
    await note.first().click();
    await expect(note).toHaveCount(left - 1);
  }
  await ben.page.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(ben.page).toHaveURL(new RegExp(`/office/${OFFICE}/jobs/`));
  await Promise.all([ana.context.close(), ben.context.close()]);
});

test('a draft answers as voters would see it, marked as a preview, for its own office alone', async ({
  browser,
  office,
}) => {
  const ana = await signedIn(browser, office, { role: 'editor', officeId: OFFICE, name: 'Ana Ruiz' });
  const { draftId } = await draftWithMoves(office, ana.actor.accountId);
  await ana.page.goto(`/office/preview/${OFFICE}/${draftId}/`);
  await ana.page.getByLabel('address', { exact: false }).first().fill(ADDRESS);
  await look(ana.page, 'preview');
  await ana.page.getByRole('button', { name: 'Find my polling place' }).click();
  await expect(ana.page.getByRole('heading', { name: NEW_PLACE })).toBeVisible();
  await expect(ana.page.getByText('Preview.')).toBeVisible();
  await expect(ana.page.getByText('Save this place')).toHaveCount(0);
  await look(ana.page, 'an answer of the preview');
  expect(await ana.page.evaluate(() => localStorage.length)).toBe(0);

  const eve = await signedIn(browser, office, { role: 'editor', officeId: 'ms-other' });
  expect((await eve.page.goto(`/office/preview/${OFFICE}/${draftId}/`))?.status()).toBe(404);
  await Promise.all([ana.context.close(), eve.context.close()]);
});
