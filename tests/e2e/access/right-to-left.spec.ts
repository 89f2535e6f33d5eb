// Owns that the site works in a language that reads from right to left, which the pseudo-language stands in for: the page
// turns round, and what is in English in it keeps its order.

import type { Locator, Page } from '@playwright/test';
import { PSEUDO_TAG } from '@/lib/messages/pseudo';
import { expect, test } from '../site';
import { practice, Voter } from '../voter';

/** Where each letter of an element's text is drawn, from the left edge of the window. */
async function lettersOf(text: Locator): Promise<readonly (readonly [string, number])[]> {
  return text.first().evaluate((element) => {
    const letters: [string, number][] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const letterRange = document.createRange();
      for (let index = 0; index < (node.textContent ?? '').length; index += 1) {
        letterRange.setStart(node, index);
        letterRange.setEnd(node, index + 1);
        letters.push([(node.textContent ?? '')[index] ?? '', letterRange.getBoundingClientRect().left]);
      }
    }
    return letters;
  });
}

/** Isolates (UAX #9): never drawn, and reported beside a letter or in the middle of one. */
const isIsolate = (letter: string): boolean => letter >= '\u2066' && letter <= '\u2069';

/** The text as it is drawn, read from left to right. */
async function drawn(text: Locator): Promise<string> {
  const visible = (await lettersOf(text)).filter(([letter]) => !isIsolate(letter));
  const letters = [...visible].sort((a, b) => a[1] - b[1]);
  return letters.map(([letter]) => letter).join('');
}

async function sides(element: Locator): Promise<{ readonly left: number; readonly right: number }> {
  const box = await element.first().boundingBox();
  if (!box) throw new Error(`not on the page: ${element}`);
  return { left: box.x, right: box.x + box.width };
}

async function open(page: Page, width: number): Promise<Voter> {
  await page.setViewportSize({ width, height: 800 });
  const voter = new Voter(page, PSEUDO_TAG);
  await voter.open();
  return voter;
}

for (const width of [360, 1280]) {
  test(`the page begins on the right, at ${width} px`, async ({ page }) => {
    const voter = await open(page, width);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const form = await sides(page.locator('.lookup-form'));
    expect((await sides(page.getByText(voter.say.form.addressLabel))).right).toBeCloseTo(form.right, 0);
    const office = await sides(page.locator('.site-bar-office'));
    const language = await sides(page.locator('.language-links'));
    // Two other languages: with a third, each is to stand apart.
    const [first, second] = await page.locator('.language-links a').all();
    if (!first || !second) throw new Error('no other languages');
    expect((await sides(first)).left - (await sides(second)).right).toBeGreaterThanOrEqual(8);
    if (width > 400) expect(office.left).toBeGreaterThan(language.right);
    await voter.lookUp(practice('found'));
    const card = voter.answer.locator('.place-card').first();
    const [onLeft, onRight] = await card.evaluate((element) => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(element);
      return [Number.parseFloat(borderLeftWidth), Number.parseFloat(borderRightWidth)];
    });
    expect(onRight).toBeGreaterThan(onLeft ?? 0);
    const name = await sides(card.locator('.place-name bdi'));
    const address = await lettersOf(card.locator('.place-address bdi').first());
    const { right } = await sides(card);
    expect(right - name.right).toBeLessThan(40);
    expect(right - Math.max(...address.map(([, left]) => left))).toBeLessThan(60);
  });
}

test('numbers, names and addresses are drawn in their own order', async ({ page }) => {
  const voter = await open(page, 1280);
  await voter.lookUp(practice('found'));
  await voter.settle();
  const { answer } = voter;
  expect(await drawn(answer.locator('.place-name bdi'))).toBe('Heron Library (practice place)');
  expect(await drawn(answer.locator('.place-address bdi').first())).toBe('100 Heron St');
  // Practice phones have no area code, which is what would jump to the other side.
  const phone = answer.locator('.office-phone a').first();
  await phone.evaluate((link) => {
    link.textContent = '(601) 555-0100';
  });
  expect(await drawn(phone)).toBe('(601) 555-0100');
  // Within a sentence of ours, too: the isolates stand in the catalogue.
  expect(await drawn(answer.locator('.understood'))).toContain('112 HERON ST, Practice Falls, ZZ 00001');
  await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
  await voter.lookUp(practice('conflict'));
  expect(await drawn(answer.locator('p a[href^="tel:"]'))).toMatch(/555-01\d\d$/);
});

test('the list of streets hangs below its box, as wide, and each street reads as the list has it', async ({
  page,
}) => {
  const voter = await open(page, 360);
  await voter.addressBox.fill('112 Heron St');
  await voter.submit();
  await voter.zipBox.fill('00001');
  await voter.settle();
  await voter.addressBox.fill('112 ma');
  await voter.options.first().waitFor();
  const box = await sides(voter.addressBox);
  const list = await sides(page.getByRole('listbox'));
  expect([list.left, list.right].map(Math.round)).toEqual([box.left, box.right].map(Math.round));
  const option = voter.options.first();
  const street = await sides(option.locator('bdi').first());
  const city = await sides(option.locator('bdi').last());
  expect(street.left).toBeGreaterThanOrEqual(city.left);
});

test('hours of several days: the day on the right, the hours to its left', async ({ page }) => {
  const voter = await open(page, 1280);
  await voter.lookUp(practice('found'));
  await voter.settle();
  const row = page.locator('.hours-table tbody tr').first();
  const day = await sides(row.locator('th'));
  const hours = await sides(row.locator('td'));
  expect(day.left).toBeGreaterThanOrEqual(hours.right - 1);
});

test('a map is drawn as any map, whatever the page reads like', async ({ page }) => {
  const voter = await open(page, 360);
  await voter.lookUp(practice('found'));
  const canvas = page.locator('.map-canvas');
  await canvas.scrollIntoViewIfNeeded();
  await canvas.locator('.leaflet-control-zoom').waitFor();
  await expect(canvas).toHaveCSS('direction', 'ltr');
  const frame = await sides(canvas);
  const zoom = await sides(canvas.locator('.leaflet-control-zoom'));
  expect(zoom.left).toBeGreaterThanOrEqual(frame.left);
  expect(zoom.right).toBeLessThanOrEqual(frame.right);
});

test('the frame’s arrows point the way the page reads', async ({ page }) => {
  await page.goto(`/${PSEUDO_TAG}/embed/`);
  const arrow = await page
    .locator('.site-foot a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(arrow).toContain('↖');
});
