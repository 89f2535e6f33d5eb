// A session that ends while somebody types: they sign in on the same page, and nothing that was typed, ticked or chosen is lost.

import { invitationLink, invite } from '@/lib/office/accounts/invitation';
import { systemActor } from '@/lib/office/audit/entry';
import { draftWithMoves, OFFICE } from './compare-seed';
import { look } from './look';
import { expect, test, virtualAuthenticator } from './office-test';
import { open } from './ready';
import { feedWithLargeNotes } from './upload-seed';

test('what was typed and chosen stays when the session ends, and goes on after signing in there', async ({
  office,
  page,
  context,
}) => {
  const { draftId } = await draftWithMoves(office, 'somebody');
  const made = await invite(
    office.ports,
    { name: 'Ana Ruiz', role: 'editor', officeId: OFFICE },
    systemActor('test'),
  );
  if (!made.ok) throw new Error(made.error.code);
  await virtualAuthenticator(page);
  await open(page, invitationLink(office.url, made.value.secret));
  await page.getByRole('button', { name: 'Make my passkey' }).click();
  await expect(page.getByText('You are signed in')).toBeVisible();

  await open(page, `/office/${OFFICE}/drafts/${draftId}/golden/`);
  const lines = '"1 Main St, Exampleton, 00011",Example Library';
  await page.getByLabel(/^One line for each/).fill(lines);
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save and try them' }).click();
  await expect(page.getByText('Please sign in.')).toBeVisible();
  await look(page, 'session over');
  await page.getByRole('button', { name: 'Sign in here' }).click();
  await expect(page.getByText('You are signed in again as Ana Ruiz.')).toBeVisible();
  await expect(page.getByLabel(/^One line for each/)).toHaveValue(lines);
  await page.getByRole('button', { name: 'Save and try them' }).click();
  await expect(page.getByRole('cell', { name: 'Example Library' }).first()).toBeVisible();
  // Named as it was written, not by an id that nobody knows.
  await expect(page.getByLabel(/^One line for each/)).toHaveValue(lines);

  // An upload on its way: the host says that the session is over, not that it cannot be reached.
  await open(page, `/office/${OFFICE}/drafts/new/`);
  let isOver = false;
  await page.route('**/office/api/drafts/**/files/**', async (route) => {
    if (!isOver) await context.clearCookies();
    isOver = true;
    await route.continue();
  });
  await page.getByLabel('Files', { exact: true }).setInputFiles(feedWithLargeNotes());
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByText('Please sign in.')).toBeVisible();
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByText('Please sign in.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in here' }).click();
  await expect(page.getByText('Nothing here is lost')).toBeVisible();
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByRole('link', { name: /^Download/ })).toBeVisible();
});
