// Owns that the look-up works on somebody else's page, and that this page learns nothing of the address from it.

import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { type HostPage, startHostPage } from './host-page';
import { test as base, expect } from './site';
import { messagesOf, practice, Voter } from './voter';

interface HostFixtures {
  /** Opens a host whose page holds this markup; `{site}` stands for our address. */
  readonly openHost: (page: Page, body: string) => Promise<HostPage>;
  readonly site: string;
}

const test = base.extend<HostFixtures>({
  site: async ({ baseURL }, use) => {
    if (!baseURL) throw new Error('no site');
    await use(baseURL);
  },
  openHost: async ({ site }, use) => {
    const hosts: HostPage[] = [];
    await use(async (page, body) => {
      const host = await startHostPage(site, body.replaceAll('{site}', site));
      hosts.push(host);
      // What the frame loads is not waited for: some tests hold it back.
      await page.goto(host.url, { waitUntil: 'domcontentloaded' });
      return host;
    });
    for (const host of hosts) await host.stop();
  },
});

const script = '<script src="{site}/embed.js" referrerpolicy="no-referrer" async></script>';
const snippet = (tag: string) =>
  `<levee-lookup lang="${tag}"><a href="{site}/${tag}/">${messagesOf(tag).shell.title}</a></levee-lookup>${script}`;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Through all frames; what is right is not carried over. */
const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(TAGS);

/** The frame once its page is there and has its list. */
async function frameOf(page: Page, tag = 'en'): Promise<Frame> {
  await page.locator('levee-lookup iframe').first().waitFor();
  const isOurs = (frame: Frame) => frame.url().endsWith(`/${tag}/embed/`);
  await expect.poll(() => page.frames().some(isOurs)).toBe(true);
  const frame = page.frames().find(isOurs);
  if (!frame) throw new Error('no frame');
  await frame.waitForLoadState('networkidle');
  return frame;
}

function violationsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { violations: string[] }).violations);
}

function lootOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { loot: string[] }).loot);
}

for (const { tag, messages } of languages) {
  test(`the look-up answers in a frame on another site under a strict policy, ${tag}`, async ({
    page,
    openHost,
  }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await openHost(page, snippet(tag));
    const frame = await frameOf(page, tag);
    await expect(page.locator('levee-lookup iframe')).toHaveAttribute('title', messages.shell.title);
    await expect(page.locator('levee-lookup a')).toBeHidden();
    const voter = new Voter(frame, tag);
    await voter.lookUp(practice('found'));
    await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
    await expect(frame.getByText(messages.practice.marker, { exact: true })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    expect(said).toEqual([]);
  });

  test(`nothing for a screen reader to stumble over, ${tag}`, async ({ page, openHost }) => {
    await openHost(page, snippet(tag));
    const voter = new Voter(await frameOf(page, tag), tag);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await axe(page).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).toEqual([]);
    }
    await voter.lookUp(practice('found'));
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).toEqual([]);
  });
}

test('a host that tries everything never sees the address', async ({ page, openHost, site }) => {
  const referrers: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(site)) referrers.push(request.headers().referer ?? '');
  });
  const host = await openHost(page, snippet('en'));
  const frame = await frameOf(page);
  // The spy works: what is typed on the host's own page, it has.
  await page.locator('#host-box').pressSequentially('987 Owl');
  await expect.poll(async () => (await lootOf(page)).join('\n')).toContain('987 Owl');

  const voter = new Voter(frame);
  await voter.type(practice('found'));
  await voter.settle();
  await voter.submit();
  await expect(voter.answer).toHaveAttribute('data-outcome', 'found');
  await frame.getByRole('button', { name: voter.say.form.searchAgain }).click();
  await voter.lookUp(practice('number-unknown'));
  await page.waitForTimeout(300);

  const loot = await lootOf(page);
  const answer = (await voter.placeNames.allTextContents()).concat(await voter.answer.allTextContents());
  expect(answer.join('')).not.toBe('');
  const typed = [practice('found'), practice('number-unknown')].flatMap((each) => each.split(/[\s,]+/));
  const words = typed.filter((word) => word.length > 2);
  expect(words.length).toBeGreaterThan(6);
  // The host's own address has digits in it.
  const text = loot.join('\n').replaceAll(host.url, '').replaceAll(site, '').toLowerCase();
  expect(words.filter((word) => text.includes(word.toLowerCase()))).toEqual([]);
  // From inside came heights, in coarse steps, and no event.
  const heard = [...new Set(loot.filter((each) => each.startsWith('message: ')))];
  expect(heard.length).toBeGreaterThan(1);
  for (const message of heard) {
    expect(Number(/^message: {"leveeHeight":(\d+)}$/.exec(message)?.[1]) % 128).toBe(0);
  }
  for (const name of ['windowDocument', 'address', 'history', 'storage']) {
    expect([...new Set(loot.filter((each) => each.startsWith(`${name}: `)))], name).toContain(
      `${name}: SecurityError`,
    );
  }
  // And we do not learn who the host is.
  expect(referrers.length).toBeGreaterThan(5);
  expect(referrers.filter((referrer) => referrer.includes(new URL(host.url).host))).toEqual([]);
});

test('what is typed does not show in the height: suggestions hang over it', async ({ page, openHost }) => {
  await openHost(page, snippet('en'));
  const voter = new Voter(await frameOf(page));
  await voter.addressBox.fill('112 Heron St');
  await voter.submit();
  await voter.zipBox.fill('00001');
  await voter.settle();
  const told = async () => (await lootOf(page)).filter((each) => each.startsWith('message: ')).length;
  const before = await told();
  const counts = new Set<number>();
  for (const typed of ['112 m', '112 ma', '112 maple', '112 h', '112 zzzz']) {
    await voter.addressBox.fill(typed);
    await page.waitForTimeout(200);
    counts.add(await voter.options.count());
  }
  expect(counts.size).toBeGreaterThan(2);
  expect(await told()).toBe(before);
});

test('the height follows the content, and only ours is believed', async ({ page, openHost, site }) => {
  await openHost(page, `${snippet('en')}<iframe src="{site}/es/embed/" title="Another"></iframe>`);
  const frame = await frameOf(page);
  const element = page.locator('levee-lookup iframe');
  const height = async () => Number(await element.getAttribute('height'));
  const isWhole = () =>
    frame.evaluate(() => document.documentElement.scrollHeight <= document.documentElement.clientHeight);
  const first = await height();
  await expect.poll(isWhole).toBe(true);
  const voter = new Voter(frame);
  await voter.lookUp(practice('any-place'));
  await expect.poll(height).toBeGreaterThan(first);
  await expect.poll(isWhole).toBe(true);
  const grown = await height();
  // The host itself, a frame of ours that is not this one, and nonsense.
  await page.evaluate(() => postMessage({ leveeHeight: 5000 }, '*'));
  const other = page.frames().find((each) => each.url() === `${site}/es/embed/`);
  await other?.evaluate(() => window.parent.postMessage({ leveeHeight: 5000 }, '*'));
  await frame.evaluate(() => window.parent.postMessage({ leveeHeight: '5000', height: 5000 }, '*'));
  await page.waitForTimeout(200);
  expect(await height()).toBe(grown);
  // Nonsense from the frame itself stays within limits.
  await frame.evaluate(() => window.parent.postMessage({ leveeHeight: 1e12 }, '*'));
  await expect.poll(height).toBe(20_480);
});

test('nothing jumps: the form fits into the height that is reserved, also on a phone', async ({
  page,
  openHost,
}) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 640 });
    for (const { tag } of languages) {
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      await page.route(`**/${tag}/embed/`, async (route) => {
        await held;
        await route.continue();
      });
      await openHost(page, snippet(tag));
      const element = page.locator('levee-lookup iframe');
      const reserved = await element.getAttribute('height');
      letGo();
      const frame = await frameOf(page, tag);
      await page.waitForTimeout(300);
      const content = await frame.evaluate(() => document.body.offsetHeight);
      expect.soft(await element.getAttribute('height'), `${tag} ${width} ${content}`).toBe(reserved);
      expect.soft(content).toBeGreaterThan(0);
    }
  }
});

test('on a phone the answer comes into view, wherever the visitor was in the frame', async ({
  page,
  openHost,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openHost(page, `<p>A long text about the town.</p><div class="tall"></div>${snippet('en')}`);
  await page.locator('levee-lookup').scrollIntoViewIfNeeded();
  const voter = new Voter(await frameOf(page));
  await voter.lookUp(practice('main-either'));
  await expect(voter.answer.getByRole('heading', { level: 2 })).toBeInViewport();
  await voter.answer.getByRole('button', { name: voter.say.outcome.noneOfThese }).click();
  await expect(voter.answer.getByRole('heading', { level: 2 })).toBeInViewport();
  await voter.page.getByRole('button', { name: voter.say.form.searchAgain }).click();
  await expect(voter.addressBox).toBeInViewport();
});

test('several on one page, each in its language; one far below is not fetched until it is near', async ({
  page,
  openHost,
}) => {
  const body = `${snippet('en')}<levee-lookup lang="es-MX"></levee-lookup><div lang="es"><levee-lookup></levee-lookup></div>
    <div class="far"></div><levee-lookup id="last" lang="xx"></levee-lookup>${script}`;
  await openHost(page, body);
  await frameOf(page, 'es');
  const sources = page.locator('levee-lookup iframe');
  await expect(sources).toHaveCount(4);
  const paths = await sources.evaluateAll((frames) =>
    frames.map((each) => new URL((each as HTMLIFrameElement).src).pathname),
  );
  expect(paths).toEqual(['/en/embed/', '/es/embed/', '/es/embed/', '/en/embed/']);
  const loaded = () => page.frames().filter((each) => each.url().includes('/embed/')).length;
  await expect.poll(loaded).toBe(3);
  await page.locator('#last').scrollIntoViewIfNeeded();
  await expect.poll(loaded).toBe(4);
  await page.locator('#last').evaluate((element) => element.setAttribute('lang', 'es'));
  await expect.poll(() => sources.last().getAttribute('src')).toContain('/es/embed/');
  expect(await violationsOf(page)).toEqual([]);
});

test('other pages open in a new tab, the other language in the frame, and the host stays', async ({
  page,
  openHost,
  context,
}) => {
  const host = await openHost(page, snippet('en'));
  const frame = await frameOf(page);
  const say = messagesOf('en');
  const opened = context.waitForEvent('page');
  await frame.getByRole('link', { name: say.embed.ownPage }).click();
  await expect(await opened).toHaveURL(/\/en\/$/);
  await frame.getByRole('link', { name: 'Español' }).click();
  await frameOf(page, 'es');
  expect(context.pages()).toHaveLength(2);
  expect(page.url()).toBe(host.url);
});

test('the keyboard goes in and comes out again', async ({ page, openHost }) => {
  await openHost(page, snippet('en'));
  const frame = await frameOf(page);
  await page.locator('#host-box').focus();
  let stops = 0;
  let wasInside = false;
  const active = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
  while ((await active()) !== 'after' && stops < 40) {
    await page.keyboard.press('Tab');
    stops += 1;
    wasInside ||= await frame.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox');
  }
  expect(wasInside).toBe(true);
  expect(await active()).toBe('after');
  await page.keyboard.press('Shift+Tab');
  expect(await active()).toBe('LEVEE-LOOKUP');
});

test('our frame can neither lead the host away nor name anything there', async ({ page, openHost }) => {
  const host = await openHost(page, snippet('en'));
  const names = await page.evaluate(() => Object.keys(window));
  const frame = await frameOf(page);
  const refused = await frame.evaluate(() => {
    try {
      window.top!.location.href = 'about:blank';
      return '';
    } catch (failure) {
      return (failure as Error).name;
    }
  });
  expect(refused).toBe('SecurityError');
  expect(page.url()).toBe(host.url);
  expect(await page.evaluate(() => Object.keys(window))).toEqual(names);
  expect(await page.context().cookies()).toEqual([]);
});

test('printing works in the frame, and prints the answer alone', async ({ page, openHost }) => {
  await openHost(page, snippet('en'));
  const frame = await frameOf(page);
  const voter = new Voter(frame);
  await voter.lookUp(practice('found'));
  for (const each of [page.mainFrame(), frame]) {
    await each.evaluate(() =>
      addEventListener('beforeprint', () => document.body.setAttribute('data-printed', '')),
    );
  }
  await voter.answer.getByRole('button', { name: voter.say.print.action }).click();
  await expect(frame.locator('body')).toHaveAttribute('data-printed', '');
  await expect(page.locator('body')).not.toHaveAttribute('data-printed', '');
});

test('without script the link inside stays and leads to the page', async ({ browser, openHost, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await openHost(page, snippet('es'));
  await page.getByRole('link', { name: messagesOf('es').shell.title }).click();
  await expect(page).toHaveURL(`${site}/es/`);
  await context.close();
});

test('a script that does not come leaves the link', async ({ page, openHost }) => {
  await page.route('**/embed.js', (route) => route.abort());
  await openHost(page, snippet('en'));
  await expect(page.getByRole('link', { name: messagesOf('en').shell.title })).toBeVisible();
});
