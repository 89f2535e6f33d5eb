// What is done in the moment between React's taking a page over and the page's being told what was done before: neither of the
// two may act on half of it. tests/e2e/office/notices.spec.ts has the time before any script is there.

import { expect, signedIn, test } from './office-test';

const GAP_MS = 3_000;

test('what is typed and pressed while React takes the page over is sent once, and whole', async ({
  browser,
  office,
}) => {
  const { page, context } = await signedIn(browser, office, {
    role: 'state',
    officeId: null,
    isHasty: true,
  });
  const sent: unknown[] = [];
  await context.route('**/office/api/notices/state/preview/', (route) => {
    sent.push(route.request().postDataJSON());
    return route.continue();
  });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await context.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  // The moment, made long: whatever waits for its next turn waits some seconds.
  await context.addInitScript((gap) => {
    const { setTimeout } = window;
    window.setTimeout = ((run: TimerHandler, ms?: number, ...rest: unknown[]) =>
      setTimeout(run, ms || gap, ...rest)) as typeof window.setTimeout;
  }, GAP_MS);
  await page.goto('/office/state/notices/new/', { waitUntil: 'commit' });
  await page.getByLabel('English').fill('The site is busy.');
  letGo();
  // React’s own mark on an element that it has taken over.
  await page.waitForFunction(() => {
    const box = document.querySelector('textarea');
    return box !== null && Object.keys(box).some((key) => key.startsWith('__reactProps'));
  });
  expect(await page.evaluate(() => 'takeEarlyDeeds' in window)).toBe(true);
  await page.getByLabel('Español').fill('Hay mucha gente en el sitio.');
  await page.getByRole('button', { name: 'See what voters will see' }).click();
  expect(sent).toEqual([]);
  const text = { en: 'The site is busy.', es: 'Hay mucha gente en el sitio.' };
  await expect.poll(() => sent, { timeout: 20_000 }).toMatchObject([{ text }]);
  // Nothing comes after it.
  await page.waitForTimeout(GAP_MS);
  expect(sent).toHaveLength(1);
  await context.close();
});

test('a test acts on a page once it is ready, and not before', async ({ browser, office }) => {
  const { page, context } = await signedIn(browser, office, { role: 'state', officeId: null });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await context.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/office/state/notices/new/', { waitUntil: 'commit' });
  const box = page.getByLabel('English');
  const isEarly = () => page.evaluate(() => 'takeEarlyDeeds' in window);
  await page.waitForFunction(() => document.querySelector('textarea') !== null);
  const wasEarly = box.focus().then(isEarly);
  expect(await Promise.race([wasEarly, page.waitForTimeout(500).then(() => 'waits')])).toBe('waits');
  expect(await isEarly()).toBe(true);
  letGo();
  expect(await wasEarly).toBe(false);
  await context.close();
});
