// The status page in a browser: what it finds by itself, with a report from outside that is whole, cut or not there, with the site's list
// altered or away, and without script.

import type { Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { STATUS_PATH, type StatusFile } from '@/lib/view/status-file';
import { expectNoViolations } from './axe';
import { practiceNotice, publishNotices } from './late-changes';
import { expect, test } from './site';
import { Voter } from './voter';

/** Made when it is asked for: a test may be run long after this file was read. */
const report = (): StatusFile => ({
  formatVersion: 1,
  probedAt: new Date(Date.now() - 240_000).toISOString(),
  hosts: [
    {
      kind: 'live',
      name: 'vote.example.gov',
      failing: ['oldPointer'],
      sequence: 8,
      issuedAt: null,
      latencyMs: 12,
      golden: { asked: 9, right: 9 },
    },
  ],
  edge: { at: new Date().toISOString(), requestsPerSecond: 310, connections: 9, answered: 0.9991 },
});

async function withReport(page: Page, body: string): Promise<void> {
  await page.route(`**${STATUS_PATH}`, (route) => route.fulfill({ contentType: 'application/json', body }));
}

for (const { tag, messages } of languages) {
  test(`says that the site works, which list it has, and what was seen from outside, ${tag}`, async ({
    page,
  }) => {
    const { status } = messages;
    await withReport(page, JSON.stringify(report()));
    await page.goto(`/${tag}/`);
    await page.getByRole('link', { name: status.footLink }).click();
    await expect(page).toHaveURL(new RegExp(`/${tag}/status/$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(status.title);
    await expect(page.getByText(status.works).first()).toBeVisible();
    await expect(page.getByText(status.minutes.other.replace('{count}', '4'))).toBeVisible();
    await expect(page.getByText(status.faults.old)).toBeVisible();
    await expect(page.getByText('310')).toBeVisible();
  });
}

test('works without a report, and with half a one', async ({ page }) => {
  const { status } = languages[0]!.messages;
  await page.goto('/en/status/');
  await expect(page.getByText(status.outsideNone)).toBeVisible();
  await withReport(page, JSON.stringify(report()).slice(0, 90));
  await page.reload();
  await expect(page.getByText(status.outsideNone)).toBeVisible();
  await expect(page.getByText(status.works).first()).toBeVisible();
});

test('what is said to everybody stands on the first page and here, in the reader’s language, until it is over', async ({
  page,
  ownSite,
}) => {
  const toAll = { ...practiceNotice('callFirst'), pollingLocationIds: [] };
  await publishNotices(ownSite, [
    toAll,
    { ...toAll, id: 'over', until: '2026-01-02', text: { en: 'Over.' } },
  ]);
  for (const { tag, messages } of languages) {
    for (const path of [`/${tag}/`, `/${tag}/status/`]) {
      await page.goto(ownSite.url + path);
      await expect(page.getByText(messages.notice.forAll)).toBeVisible();
      await expect(page.getByText(toAll.text[tag] ?? '')).toBeVisible();
      await expect(page.getByText('2099')).toBeVisible();
      await expect(page.getByText('Over.')).toHaveCount(0);
      await expectNoViolations(page, path);
    }
  }
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  await expect(voter.answer.getByText(voter.say.notice.callFirst)).toHaveCount(0);
});

test('does not trust an altered list, and says what to do', async ({ page, ownSite }) => {
  const { status } = languages[0]!.messages;
  ownSite.alterPointer((text) => text.replace(/"signature":"../, '"signature":"AA'));
  await page.goto(`${ownSite.url}/en/status/`);
  await expect(page.getByText(status.refused)).toBeVisible();
  await expect(page.getByText(status.listNone)).toBeVisible();
  await expect(page.getByText(/not on the list/i)).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('says what it is, and where to go', async ({ page }) => {
    const { status, plain } = languages[0]!.messages;
    await page.goto('/en/status/');
    await expect(page.locator('noscript p')).toHaveText(status.noScript);
    await expect(page.getByText(status.checking)).toHaveCount(0);
    await page.getByRole('link', { name: plain.fromMainPage }).click();
    await expect(page).toHaveURL(/\/p\/en\//);
  });
});
