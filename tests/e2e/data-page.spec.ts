// Owns that the page about the data tells the truth: every example is taken from it as a reader would copy it, and run.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { TAGS, violations } from './axe';
import { startHostPage } from './host-page';
import { expect, test } from './site';
import { messagesOf, practice, Voter } from './voter';

const run = promisify(execFile);
/** Playwright asks every program for colours. */
const plain = { ...process.env, FORCE_COLOR: '0' };

/** Name -> code, as it stands on the page. */
async function examplesOf(page: Page, tag: string): Promise<Readonly<Record<string, string>>> {
  await page.goto(`/${tag}/data/`);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[data-example=pointer]')).not.toContainText('vote.example');
  const pairs = await page
    .locator('[data-example]')
    .evaluateAll((all) => all.map((each) => [each.getAttribute('data-example'), each.textContent]));
  return Object.fromEntries(pairs);
}

for (const { tag, messages } of languages) {
  test(`the examples for programs run as they are copied, ${tag}`, async ({ page }) => {
    const code = await examplesOf(page, tag);
    const folder = mkdtempSync(join(tmpdir(), 'levee-data-'));
    const shell = async (command = '') =>
      (await run('bash', ['-ec', command], { cwd: folder, env: plain })).stdout;
    const node = async (text = '') => {
      writeFileSync(join(folder, 'program.mjs'), text);
      return (await run(process.execPath, ['program.mjs'], { cwd: folder, env: plain })).stdout;
    };
    expect(JSON.parse(await shell(code.pointer))).toHaveProperty('signatures');
    expect(await node(code.check)).toMatch(/^\d+ \[[\s\S]*555-01/);
    expect(await shell(code.download)).toBe('');
    // The example's address is one that only the practice county has.
    expect(await node(code.node)).toMatch(/^found \[ 'Maple Community Hall/);
    expect(await node(code.verify)).toMatch(/^\d+ \[\]/);
    rmSync(folder, { recursive: true });
  });

  test(`the examples for pages run on another site, ${tag}`, async ({ page, baseURL }) => {
    if (!baseURL) throw new Error('no site');
    const code = await examplesOf(page, tag);
    // With levee.js the host's own page asks our site for files: it needs no more than that.
    const open = `default-src 'none'; script-src 'self' 'unsafe-inline' ${baseURL}; connect-src ${baseURL}`;
    const program = await startHostPage(baseURL, code.browser ?? '', open);
    await page.goto(program.url);
    await expect(page.locator('#answer')).toHaveText('found');
    await program.stop();

    const policy = `default-src 'none'; style-src 'self'; ${(code.policy ?? '').replace('Content-Security-Policy: ', '')}`;
    for (const [name, snippet = ''] of [
      ['embed', code.embed],
      ['frame', code.frame],
    ] as const) {
      const host = await startHostPage(baseURL, snippet, policy);
      await page.goto(host.url);
      const isOurs = (url: string) => url === `${baseURL}/${tag}/embed/`;
      await expect.poll(() => page.frames().some((frame) => isOurs(frame.url())), name).toBe(true);
      const frame = page.frames().find((each) => isOurs(each.url()));
      if (!frame) throw new Error('no frame');
      await frame.waitForLoadState('networkidle');
      const voter = new Voter(frame, tag);
      await voter.lookUp(practice('found'));
      await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
      await host.stop();
    }
  });

  test(`without script the embed example still leads on, ${tag}`, async ({ page, browser, baseURL }) => {
    if (!baseURL) throw new Error('no site');
    const { embed = '' } = await examplesOf(page, tag);
    const host = await startHostPage(baseURL, embed);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(host.url);
    const link = (name: string) => still.getByRole('link', { name });
    await expect(link(messages.shell.title)).toHaveAttribute('href', `${baseURL}/${tag}/`);
    await expect(link(messages.data.frameNoScript)).toHaveAttribute('href', `${baseURL}/p/${tag}/index.html`);
    await link(messages.shell.title).click();
    await expect(still.getByRole('heading', { level: 1 })).toHaveText(messages.shell.title);
    await context.close();
    await host.stop();
  });

  test(`the page reads well for everyone, ${tag}`, async ({ page }) => {
    await page.goto(`/${tag}/`);
    await page.getByRole('link', { name: messages.data.footLink }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.data.title);
    await expect(page).toHaveTitle(messages.data.title);
    await page.waitForLoadState('networkidle');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page, TAGS)).toEqual([]);
    }
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${width}`).toBeLessThanOrEqual(0);
    }
  });
}

test('the style example keeps the place of the element before its script comes', async ({ page }) => {
  const code = await examplesOf(page, 'en');
  await page.setContent(`<style>${code.style}</style><levee-lookup></levee-lookup>`);
  for (const [width, height] of [
    [1280, 896],
    [360, 1152],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    expect((await page.locator('levee-lookup').boundingBox())?.height).toBe(height);
  }
});

test('the memory example keeps what was seen', async ({ page }) => {
  const code = await examplesOf(page, 'en');
  const keys = /publicKeys = (\[[^\]]*\])/.exec(code.browser ?? '')?.[1] ?? '';
  const whole = `const { openRelease } = await import('/levee.js'); const publicKeys = ${keys};\n${code.memory}`;
  await page.evaluate(`(async () => { ${whole} })()`);
  const kept = await page.evaluate(() => localStorage.getItem('memory'));
  expect(Object.values(JSON.parse(kept ?? '').highestSequences)).toEqual([expect.any(Number)]);
});

test('code is copied with a tap', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const code = await examplesOf(page, 'en');
  await page
    .getByRole('button', { name: messagesOf('en').data.copy })
    .first()
    .click();
  await expect(page.getByText(messagesOf('en').data.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code.embed);
});
