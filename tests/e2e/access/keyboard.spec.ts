// Owns that each journey can be made with the keyboard alone: in reading order, with focus at the heading of each step, and
// with a way out of everything.

import type { Locator, Page } from '@playwright/test';
import { languages } from '@/lib/messages/languages';
import { expect, test } from '../site';
import { practice, Voter } from '../voter';

const STOPS_AT_MOST = 80;

/** Presses Tab until the control has focus: it must be within reach. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS_AT_MOST; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${control}`);
}

async function press(page: Page, control: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Types a practice address and sends it, without a mouse. */
async function askByKeyboard(voter: Voter, page: Page, id: string): Promise<void> {
  await voter.open();
  await tabTo(page, voter.addressBox);
  await page.keyboard.type(practice(id));
  await page.keyboard.press('Enter');
  await voter.answer.waitFor();
  await expect(voter.answer.getByRole('heading', { level: 2 })).toBeFocused();
}

interface Stop {
  readonly place: number;
  readonly top: number;
  readonly name: string;
}

/** Every stop of Tab from the top of the page to where it leaves it. */
async function stopsOf(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const stops: Stop[] = [];
  for (let count = 0; count < STOPS_AT_MOST; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const all = [...document.querySelectorAll('*')];
      return {
        place: all.indexOf(element),
        top: element.getBoundingClientRect().top + scrollY,
        name: `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('aria-label') || '').slice(0, 30)}"`,
      };
    });
    if (stop === null || stops.some(({ place }) => place === stop.place)) return stops;
    stops.push(stop);
  }
  throw new Error('Tab does not leave the page');
}

test('the skip link is first, shows itself, and leads past the bar', async ({ page }) => {
  const voter = new Voter(page);
  await voter.open();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: voter.say.shell.skipToContent });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(voter.addressBox).toBeFocused();
});

for (const { tag } of languages) {
  test(`an answer, and all that can be done with it, ${tag}`, async ({ page, context }) => {
    test.slow();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      Reflect.set(window, 'print', () => Reflect.set(window, 'printedByTest', true));
      Reflect.deleteProperty(Navigator.prototype, 'share');
    });
    const voter = new Voter(page, tag);
    const { result, print, keep, savedPlace, form } = voter.say;
    await askByKeyboard(voter, page, 'found');
    await voter.settle();
    const button = (name: string) => voter.answer.getByRole('button', { name });
    await tabTo(page, voter.answer.getByRole('link', { name: result.directions }).first());
    await press(page, button(print.action), 'Space');
    expect(await page.evaluate(() => Reflect.get(window, 'printedByTest'))).toBe(true);
    const download = page.waitForEvent('download');
    await press(page, button(keep.calendar), 'Enter');
    expect((await download).suggestedFilename()).toMatch(/\.ics$/);
    await press(page, button(keep.share), 'Enter');
    await expect(page.getByText(keep.copied)).toBeVisible();
    await press(page, button(savedPlace.save), 'Space');
    await expect(page.getByText(savedPlace.saved)).toBeVisible();
    await press(page, page.getByRole('button', { name: form.searchAgain }), 'Enter');
    await expect(voter.addressBox).toBeFocused();
  });

  test(`questions: a choice, none of them, yes and no, ${tag}`, async ({ page }) => {
    test.slow();
    const voter = new Voter(page, tag);
    const heading = voter.answer.getByRole('heading', { level: 2 });
    for (const [id, which] of [
      ['main-either', 'first'],
      ['main-either', 'last'],
      ['confirm-part', 'first'],
      ['confirm-part', 'last'],
    ] as const) {
      await askByKeyboard(voter, page, id);
      const question = await heading.textContent();
      const choices = voter.answer.locator('.choice');
      await press(page, which === 'first' ? choices.first() : choices.last(), 'Enter');
      await expect(heading).not.toHaveText(question ?? '');
      await expect(heading).toBeFocused();
      await page.goBack();
      await expect(heading).toHaveText(question ?? '');
      await expect(heading).toBeFocused();
    }
  });

  test(`the other ways in, ${tag}`, async ({ page }) => {
    test.slow();
    const voter = new Voter(page, tag);
    const { waysIn, shell } = voter.say;
    for (const way of ['noZip', 'allPlaces', 'noStreetAddress', 'knowPrecinct', 'saveCounty'] as const) {
      await voter.open();
      await press(page, page.getByRole('button', { name: waysIn[way] }), 'Enter');
      await expect(page.getByRole('heading', { level: 2, name: waysIn[way] })).toBeFocused();
      await press(page, page.getByRole('button', { name: shell.backToSearch }), 'Space');
      await expect(voter.addressBox).toBeFocused();
    }
    await press(page, page.getByRole('button', { name: waysIn.noZip }), 'Enter');
    await tabTo(page, page.getByLabel(waysIn.countyLabel));
    await page.keyboard.press('ArrowDown');
    const towns = page.getByLabel(waysIn.townLabel);
    await towns.waitFor();
    await tabTo(page, towns);
    await page.keyboard.press('ArrowDown');
    await press(page, page.getByRole('button', { name: waysIn.useTown }), 'Enter');
    await expect(voter.addressBox).toBeFocused();
  });

  test(`a precinct, found or not, ${tag}`, async ({ page }) => {
    const voter = new Voter(page, tag);
    const { waysIn } = voter.say;
    await voter.open();
    await press(page, page.getByRole('button', { name: waysIn.knowPrecinct }), 'Enter');
    await tabTo(page, page.getByLabel(waysIn.countyLabel));
    await page.keyboard.press('ArrowDown');
    const box = page.getByRole('textbox', { name: waysIn.precinctLabel });
    await box.waitFor();
    await press(page, page.getByRole('button', { name: waysIn.precinctSubmit }), 'Enter');
    await expect(box).toBeFocused();
    await expect(box).toHaveAccessibleDescription(new RegExp(waysIn.precinctNeeded));
    await page.keyboard.type('999');
    await page.keyboard.press('Enter');
    await expect(box).toHaveAccessibleDescription(/999/);
    await expect(box).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('101');
    await page.keyboard.press('Enter');
    await expect(page.locator('main h3[tabindex="-1"]').first()).toBeFocused();
  });

  test(`switching to the other language from ${tag}`, async ({ page }) => {
    const voter = new Voter(page, tag);
    await voter.open();
    const [other] = languages.filter((each) => each.tag !== tag);
    await press(page, page.getByRole('link', { name: other?.ownName ?? '' }), 'Enter');
    await page.waitForURL(`**/${other?.tag}/`);
  });
}

for (const id of [null, 'found', 'any-place', 'main-either', 'number-unknown'] as const) {
  test(`Tab goes in reading order and leaves the page: ${id ?? 'the first screen'}`, async ({ page }) => {
    const voter = new Voter(page);
    await voter.open();
    if (id !== null) await voter.lookUp(practice(id));
    await voter.settle();
    const stops = await stopsOf(page);
    expect(stops.length).toBeGreaterThan(5);
    for (const [index, stop] of stops.entries()) {
      const before = stops[index - 1];
      if (!before) continue;
      expect.soft(stop.place, `${stop.name} comes after ${before.name}`).toBeGreaterThan(before.place);
      // Side by side is in order too; above is not.
      expect.soft(stop.top, `${stop.name} stands above ${before.name}`).toBeGreaterThan(before.top - 32);
    }
    expect(await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count()).toBe(0);
  });
}
