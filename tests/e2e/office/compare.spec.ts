// From a checked draft to its approval: compared, tried as a voter, its golden addresses put right, its causes noted, and
// approved by somebody else. Every page holds at 360 px and is accessible.

import { drafts } from '@/lib/office/drafts/draft';
import { ADDRESS, draftWithMoves, NEW_PLACE, OFFICE } from './compare-seed';
import { look, shot } from './look';
import { expect, noteAllAndApprove, signedIn, test } from './office-test';
import { open } from './ready';

test('a draft is compared, tried and approved by another person', async ({ browser, office }) => {
  const ana = await signedIn(browser, office, { role: 'approver', officeId: OFFICE, name: 'Ana Ruiz' });
  const { draftId } = await draftWithMoves(office, ana.actor.accountId);
  const path = `/office/${OFFICE}/drafts/${draftId}/`;

  await open(ana.page, `${path}compare/`);
  const sentence = ana.page
    .getByText(/^\d+ address ranges? moves? from .* to Town Hall <b>East<\/b>$/)
    .first();
  await expect(sentence).toBeVisible();
  await expect(ana.page.getByText(/precincts change their polling place/)).toBeVisible();
  await expect(ana.page.getByText('One thing that was put right in an earlier list')).toBeVisible();
  const lost = ana.page.getByText(
    /^Precinct 001: Town Hall <b>East<\/b> again, not Example School \(row p1; changed in/,
  );
  await expect(lost).toBeVisible();
  await expect(ana.page.getByText('One place is only spelled differently')).toBeVisible();
  await expect(
    ana.page.getByText(/^Example Library, 2 Example Plaza, .*, now Example Library, 2 EXAMPLE PLZ\./),
  ).toBeVisible();
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

  await open(ana.page, `/office/${OFFICE}/drafts/${draftId}/golden/`);
  await ana.page.getByRole('textbox').fill(`"${ADDRESS}",Example School`);
  await ana.page.getByRole('button', { name: 'Save and try them' }).click();
  await expect(ana.page.getByText(NEW_PLACE).first()).toBeVisible();
  await open(ana.page, path);
  // The page goes on by itself once it is submitted.
  const wentOn = ana.page.waitForEvent('load');
  await ana.page.getByRole('button', { name: 'Submit for approval' }).click();
  await wentOn;
  await expect
    .poll(async () => (await drafts.read(office.ports.state, OFFICE, draftId))?.value.state)
    .toBe('submitted');
  await open(ana.page, `${path}approve/`);
  await expect(ana.page.getByText('You worked on this draft', { exact: false })).toBeVisible();

  const ben = await signedIn(browser, office, { role: 'approver', officeId: OFFICE, name: 'Ben Ortiz' });
  await open(ben.page, `${path}approve/`);
  await expect(ben.page.getByText('should lead to Example School', { exact: false })).toBeVisible();
  await look(ben.page, 'approve, held back');
  await ben.page.getByText('Give it back instead').click();
  await ben.page.getByLabel('What has to change?').fill('Main St votes at Town Hall now.');
  await ben.page.getByRole('button', { name: 'Give it back' }).click();
  await expect
    .poll(async () => (await drafts.read(office.ports.state, OFFICE, draftId))?.value.state)
    .toBe('checked');

  await open(ana.page, `/office/${OFFICE}/drafts/${draftId}/golden/`);
  await ana.page.getByRole('textbox').fill(`"${ADDRESS}",east`);
  await ana.page.getByRole('button', { name: 'Save and try them' }).click();
  // The page loads anew by itself, and would stop a visit to another one.
  await expect(ana.page.getByText('All 1 are answered right.')).toBeVisible();
  await open(ana.page, path);
  await ana.page.getByRole('button', { name: 'Submit for approval' }).click();
  await expect
    .poll(async () => (await drafts.read(office.ports.state, OFFICE, draftId))?.value.state)
    .toBe('submitted');

  await open(ben.page, `${path}approve/`);
  await noteAllAndApprove(ben.page);
  await expect(ben.page).toHaveURL(new RegExp(`/office/${OFFICE}/jobs/`));
  await Promise.all([ana.context.close(), ben.context.close()]);
});

test('what was put right before is put back by one press, and taken back, with script and without', async ({
  browser,
  office,
}) => {
  const ana = await signedIn(browser, office, { role: 'editor', officeId: OFFICE, name: 'Ana Ruiz' });
  const { draftId } = await draftWithMoves(office, ana.actor.accountId);
  const path = `/office/${OFFICE}/drafts/${draftId}/`;
  const lost = /^Precinct 001: Town Hall <b>East<\/b> again, not Example School/;

  await open(ana.page, `${path}compare/`);
  await expect(ana.page.getByText(lost)).toBeVisible();
  await look(ana.page, 'lost fixes');
  await ana.page.getByRole('button', { name: /^Put it back/ }).click();
  await expect(ana.page.getByText('Put back: one thing, by Ana Ruiz')).toBeVisible();
  await expect(ana.page.getByText(lost)).toHaveCount(0);
  await expect(ana.page.getByText(/precincts change their polling place/)).toHaveCount(0);
  await look(ana.page, 'put back');
  await open(ana.page, path);
  await expect(ana.page.getByText('Put back: one thing that was put right before')).toBeVisible();
  await look(ana.page, 'draft with something put back');

  const plain = await browser.newContext({ baseURL: office.url, javaScriptEnabled: false });
  await plain.addCookies(await ana.context.cookies());
  const page = await plain.newPage();
  await page.goto(`${path}compare/`);
  await page.getByRole('button', { name: /^Take back/ }).click();
  await expect(page).toHaveURL(/compare\/#fixes$/);
  await expect(page.getByText(lost)).toBeVisible();
  await shot(page, 'lost fixes without script');
  await page.getByRole('button', { name: /^Put it back/ }).click();
  await expect(page.getByText('Put back: one thing, by Ana Ruiz')).toBeVisible();
  const steps = (await drafts.read(office.ports.state, OFFICE, draftId))?.value.putBack;
  expect(steps).toMatchObject([{ count: 1, by: { id: ana.actor.accountId } }]);

  // What was seen is not what is there any more: somebody else has taken it back meanwhile.
  await open(ana.page, `${path}compare/`);
  await page.getByRole('button', { name: /^Take back/ }).click();
  await expect(page.getByText(lost)).toBeVisible();
  await ana.page.getByRole('button', { name: /^Take back/ }).click();
  await expect(ana.page.getByText('It is not there any more.', { exact: false })).toBeVisible();
  await Promise.all([ana.context.close(), plain.close()]);
});

test('a draft answers as voters would see it, marked as a preview, for its own office alone', async ({
  browser,
  office,
}) => {
  const ana = await signedIn(browser, office, { role: 'editor', officeId: OFFICE, name: 'Ana Ruiz' });
  const { draftId } = await draftWithMoves(office, ana.actor.accountId);
  await open(ana.page, `/office/preview/${OFFICE}/${draftId}/`);
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
