// The pages of help: from a problem and back, for anybody, with the stores gone, on a small screen, and for a name that is no code.

import { look, shot } from './look';
import { expect, officeFor, signedIn, test } from './office-test';
import { open } from './ready';
import { draftWithProblems } from './upload-seed';

const HELP = '/office/help/problems/';

test('a problem leads to its page beside the draft, with an example, what to do, and all others', async ({
  browser,
  office,
}) => {
  await officeFor(office, 'ms-adams');
  const draft = await draftWithProblems(office, 'ms-adams', 12);
  const { page, context } = await signedIn(browser, office, { role: 'editor', officeId: 'ms-adams' });
  await open(page, `/office/ms-adams/drafts/${draft.id}/`);
  const [help] = await Promise.all([
    context.waitForEvent('page'),
    page
      .locator('#problem')
      .getByRole('link', { name: /An example, and what to do/ })
      .click(),
  ]);
  await expect(help).toHaveURL(new RegExp(`${HELP}number-unreadable/$`));
  await expect(help.getByRole('heading', { level: 1 })).toHaveText('A house number is not a whole number');
  await expect(help.getByRole('row', { name: /Here: row 4/ })).toContainText('201B');
  await expect(help.getByRole('heading', { name: 'What to do' })).toBeVisible();
  // The draft is where it was.
  await expect(page).toHaveURL(new RegExp(`/drafts/${draft.id}/$`));
  await expect(page.locator('#problem')).toBeVisible();
  await look(help, 'help on a problem');
  await help.getByRole('link', { name: 'All kinds of problems' }).click();
  await expect(help.getByRole('heading', { level: 1 })).toHaveText('What can be wrong with a list');
  await look(help, 'help, all problems');
  await help.getByRole('link', { name: 'Precincts have each other’s place' }).click();
  await expect(help.getByRole('heading', { name: 'The list that comes after it' })).toBeVisible();
  await look(help, 'help on a cause');
  await context.close();
});

test('anybody reads them, without script, and says nothing of who is signed in', async ({
  browser,
  office,
}) => {
  const plain = await browser.newContext({ baseURL: office.url, javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(`${HELP}overlap-conflict/`);
  await expect(page.getByRole('row', { name: /Here: row 4/ })).toBeVisible();
  await expect(page.getByText('turn on JavaScript')).toHaveCount(0);
  await shot(page, 'help without script');
  await plain.close();
});

test('a name that is no code leads to those that are', async ({ page }) => {
  const response = await page.goto(`${HELP}zip-unredable/`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No problem has this name');
  await look(page, 'help on no code');
  await page.getByRole('link', { name: 'See all kinds of problems' }).click();
  await expect(page).toHaveURL(new RegExp(`${HELP}$`));
});
