// Getting in and out of the desk in a real browser with a device that holds passkeys: the whole way of a person.

import { invitationLink, invite } from '@/lib/office/accounts/invitation';
import { systemActor } from '@/lib/office/audit/entry';
import { expectNoViolations } from '../axe';
import { expect, officeFor, signedIn, test, virtualAuthenticator } from './office-test';
import { open } from './ready';

test('a person enrols by a link, signs out and in, shows the passkey again, and is signed out from elsewhere', async ({
  browser,
  office,
  page,
}) => {
  await officeFor(office, 'ms-people');
  const made = await invite(
    office.ports,
    { name: 'Ana <b>Ruiz</b>', role: 'approver', officeId: 'ms-people' },
    systemActor('test'),
  );
  if (!made.ok) throw new Error(made.error.code);
  const link = invitationLink(office.url, made.value.secret);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const device = await virtualAuthenticator(page);

  await open(page, link);
  await expect(page.getByText('This link is for Ana <b>Ruiz</b> of People County')).toBeVisible();
  await expectNoViolations(page, 'enrol');
  await page.getByRole('button', { name: 'Make my passkey' }).click();
  await expect(page.getByText('You are signed in')).toBeVisible();
  expect(page.url()).not.toContain(made.value.secret);
  expect(asked.filter((url) => url.includes(made.value.secret))).toEqual([]);
  expect(await device.passkeys()).toBe(1);
  await expect(page.getByRole('heading', { name: 'Add a second passkey now' })).toBeVisible();
  await expectNoViolations(page, 'enrolled');

  await open(page, '/office/account/');
  await expectNoViolations(page, 'account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expectNoViolations(page, 'sign in');
  await open(page, '/office/audit/');
  await expect(page).toHaveURL(/\/office\/sign-in\/\?next=%2Foffice%2Faudit%2F/);
  await page.getByRole('button', { name: 'Sign in with your passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'session started' }).first()).toBeVisible();
  await expectNoViolations(page, 'audit');

  const state = await signedIn(browser, office, {
    role: 'state',
    officeId: null,
    name: 'Sam Stone',
    verifiedMinutesAgo: 9,
  });
  await virtualAuthenticator(state.page);
  await open(state.page, '/office/people/');
  await expectNoViolations(state.page, 'people');
  await state.page.getByRole('link', { name: 'Ana <b>Ruiz</b>' }).click();
  await expectNoViolations(state.page, 'person');
  await state.page.getByRole('button', { name: /^Sign out there/ }).click();
  // Five minutes are over, and this person has no passkey in this browser.
  await expect(state.page.getByText('No passkey was used. You can try again.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
  await state.context.close();

  const fresh = await signedIn(browser, office, { role: 'state', officeId: null, name: 'Sue Stone' });
  await open(fresh.page, state.page.url());
  await fresh.page.getByRole('button', { name: /^Sign out there/ }).click();
  await expect(fresh.page.getByText('Not signed in anywhere.')).toBeVisible();
  await fresh.context.close();
  await page.reload();
  await expect(page.getByText('Your session was ended.')).toBeVisible();
});
