// Owns what a look-up costs: bytes from nothing to the answer, and round trips after the address is sent.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { answerParts, budgetBytes, totalBytes } from '@/scripts/checks/download-faults';
import { recordDownloads } from '@/scripts/checks/record-downloads';
import { expect, test } from './site';
import { practice, Voter } from './voter';

/** More than twice as long as a page waits before it fetches what no answer needs. */
const LATER_MS = 10_000;
/** Longer than a busy machine takes from one request to the next beside it, and shorter than a page waits for a host. */
const ROUND_MS = 500;

function recordPaths(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

test('a first visit to the whole answer stays within 200 KB compressed', async ({ page, context }) => {
  const voter = new Voter(page);
  const record = recordDownloads(page, '');
  await voter.open();
  // Key by key: what is fetched ahead counts as well.
  await voter.type(practice('found'));
  await voter.settle();
  const downloads = await record.downloads();
  record.stop();
  await context.setOffline(true);
  await voter.submit();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  for (const part of Object.values(answerParts)) await expect(page.locator(part).first()).toBeVisible();
  const bytes = totalBytes(downloads);
  expect(downloads.length).toBeGreaterThan(5);
  expect(bytes).toBeGreaterThan(60 * 1024);
  test.info().annotations.push({ type: 'bytes', description: String(bytes) });
  expect(bytes).toBeLessThanOrEqual(budgetBytes);
});

test('nothing is asked for after sending when the ZIP was typed before', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  await voter.addressBox.fill(practice('found'));
  await voter.settle();
  const paths = recordPaths(page);
  await voter.submit();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  expect(paths.filter((path) => path.startsWith('/v1/'))).toEqual([]);
});

test('two round trips at the most when the address comes and is sent all at once', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  const loaded = (await objectTimings(page)).length;
  await answerInRounds(page);
  await page.evaluate((address) => {
    const box = document.querySelector<HTMLInputElement>('[role=combobox]');
    if (!box) throw new Error('no address box');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, address);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.form?.requestSubmit();
  }, practice('found'));
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  await voter.settle();
  const asked = (await objectTimings(page)).slice(loaded);
  expect(asked.length).toBeGreaterThanOrEqual(2);
  expect(roundTrips(asked)).toBeLessThanOrEqual(2);
});

/** Nothing is answered before all that does not wait for it has been asked for, however busy the machine is. */
async function answerInRounds(page: Page): Promise<void> {
  let waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  await page.route('**/v1/**', async (route) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const answer of waiting) answer();
      waiting = [];
    }, ROUND_MS);
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
    await route.continue();
  });
}

interface Timing {
  readonly startMs: number;
  readonly endMs: number;
}

async function objectTimings(page: Page): Promise<readonly Timing[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.startsWith('/v1/'))
      .map(({ startTime, duration }) => ({ startMs: startTime, endMs: startTime + duration })),
  );
}

/** The longest row of requests of which each had to wait for the one before. */
function roundTrips(timings: readonly Timing[]): number {
  const depthOf = (timing: Timing): number =>
    1 + Math.max(0, ...timings.filter((each) => isBefore(each, timing)).map(depthOf));
  return Math.max(0, ...timings.map(depthOf));
}

function isBefore(each: Timing, other: Timing): boolean {
  return each.endMs <= other.startMs && each.startMs < other.startMs;
}

test('no script that a voter may load holds the schema library of the office side', () => {
  const scripts = filesUnder('out/_next').filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const file of scripts) expect(readFileSync(file, 'utf8')).not.toMatch(/ZodError|invalid_union|_zod\b/);
});

test('nothing that comes after the answer is asked for while an address is being typed', async ({ page }) => {
  const voter = new Voter(page);
  const paths = recordPaths(page);
  await page.goto('/en/');
  await voter.type('1');
  await page.waitForTimeout(LATER_MS);
  expect(paths.filter((path) => /^\/(texts\/|sw\.js)/.test(path))).toEqual([]);
  await voter.addressBox.fill('');
  await expect.poll(() => paths.some((path) => path.startsWith('/texts/')), { timeout: LATER_MS }).toBe(true);
});

test('voters do not download what is said to those who build websites', () => {
  for (const { tag, messages } of languages) {
    expect(readFileSync(`out/${tag}/data/index.html`, 'utf8')).toContain(messages.data.privacyText);
    for (const page of [`out/${tag}/index.html`, `out/${tag}/embed/index.html`]) {
      expect(readFileSync(page, 'utf8')).not.toContain(messages.data.privacyText);
    }
  }
});

test('the export holds pages and assets only: no data of client-side navigation', () => {
  const files = filesUnder('out');
  expect(files.filter((file) => file.endsWith('.txt'))).toEqual([]);
  expect(files.filter((file) => file.endsWith('.html')).length).toBeGreaterThan(4);
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
