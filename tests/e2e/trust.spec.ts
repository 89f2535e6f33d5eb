// Owns that a browser answers only from bytes that verify: every fault gives "we can't check", never "you are not
// on the list", and never a place.

import { expect, test } from './site';
import { practice, Voter } from './voter';

async function expectCannotCheck(voter: Voter): Promise<void> {
  await expect(voter.answer).toHaveAttribute('data-outcome', 'cannotCheck');
  await expect(voter.answer).toContainText(voter.say.outcome.cannotCheckNotRegistered);
  await expect(voter.placeNames).toHaveCount(0);
}

test('one altered letter in the signed pointer', async ({ page, ownSite }) => {
  ownSite.alterPointer((text) => text.replace('Practice General', 'Practice Primary'));
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await expectCannotCheck(voter);
});

test('a pointer signed by a key this site does not trust', async ({ page, ownSite }) => {
  ownSite.alterPointer((text) => text.replace(/"keyId":"[0-9a-f]{4}/, '"keyId":"ffff'));
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await expectCannotCheck(voter);
});

test('one altered digit in every object with streets', async ({ page, ownSite }) => {
  ownSite.alterObjects(
    (text) => text.replace('Heron Library', 'Heron Liberty'),
    (text) => text.includes('Heron Library'),
  );
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await expectCannotCheck(voter);
  // The office's phone comes from the root, which still verifies.
  await expect(voter.answer).toContainText('555-01');
});

test('objects cut short', async ({ page, ownSite }) => {
  ownSite.alterObjects((text) => text.slice(0, -1));
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await expectCannotCheck(voter);
});

test('an older release than the one this browser saw before', async ({ page, ownSite }) => {
  const voter = new Voter(page);
  await voter.open(ownSite.url);
  await page.waitForFunction(() => localStorage.getItem('levee.releases') !== null);
  await page.evaluate(() => {
    const memory = JSON.parse(localStorage.getItem('levee.releases') ?? '{}');
    const [line] = Object.keys(memory.highestSequences);
    memory.highestSequences[line ?? ''] += 1;
    localStorage.setItem('levee.releases', JSON.stringify(memory));
  });
  await voter.lookUpPractice('found', ownSite.url);
  await expectCannotCheck(voter);
  await expect(voter.answer).toContainText(voter.say.outcome.cannotCheckReason.rolledBack);
});

test('the server gone before the address is sent; trying again helps once it is back', async ({
  page,
  ownSite,
  context,
}) => {
  const voter = new Voter(page);
  await voter.open(ownSite.url);
  await context.setOffline(true);
  await voter.lookUp(practice('found'));
  await expectCannotCheck(voter);
  await context.setOffline(false);
  await voter.answer.getByRole('button', { name: voter.say.result.tryAgain }).click();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
});

test('the server gone for good', async ({ page, ownSite }) => {
  const voter = new Voter(page);
  await voter.open(ownSite.url);
  await ownSite.stop();
  await voter.lookUp(practice('found'));
  await expectCannotCheck(voter);
});

test('an answer in hand survives the server, when its streets had been fetched', async ({
  page,
  ownSite,
}) => {
  const voter = new Voter(page);
  await voter.open(ownSite.url);
  await voter.addressBox.fill(practice('found'));
  await voter.settle();
  await ownSite.stop();
  await voter.submit();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
});

test('a browser that cannot verify answers nothing', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  await expectCannotCheck(voter);
  await expect(voter.answer).toContainText(voter.say.outcome.cannotCheckReason.unsupported);
});

test('a browser that stores nothing answers all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const voter = new Voter(page);
  await voter.lookUpPractice('found');
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
});
