// Owns what every screen must hold, whatever it shows: each check looks at the page as it stands and names what is amiss.
// Where a number comes from WCAG 2.2, its criterion stands beside it.

import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../axe';
import { movingThings, sidewaysScroll, smallTargets, squeezedTexts, unseenFocus } from './in-page';

/** 1280 px at 400% zoom (1.4.10). */
const ZOOMED = { width: 320, height: 256 };
const DESKTOP = { width: 1280, height: 720 };

/** Line height, letters, words and paragraphs as a reader may set them (1.4.12). */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Soft, so that one run names all that is wrong on all screens. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expectNoViolations(page, what);
  await page.setViewportSize(ZOOMED);
  expect.soft(await page.evaluate(sidewaysScroll), `${what}: scrolls sideways at 400%`).toEqual([]);
  expect.soft(await page.evaluate(smallTargets), `${what}: smaller than 24 px (2.5.8)`).toEqual([]);
  expect.soft(await page.evaluate(movingThings), `${what}: moves`).toEqual([]);
  const style = await page.addStyleTag({ content: SPACED });
  expect.soft(await page.evaluate(sidewaysScroll), `${what}: scrolls sideways when spaced`).toEqual([]);
  expect.soft(await page.evaluate(squeezedTexts), `${what}: cut off when spaced (1.4.12)`).toEqual([]);
  await style.evaluate((element) => element.parentNode?.removeChild(element));
  // A key pressed: browsers show the focus of those who use the keyboard.
  await page.keyboard.press('Shift');
  expect.soft(await page.evaluate(unseenFocus), `${what}: focus not seen (2.4.7, 2.4.11)`).toEqual([]);
  await page.setViewportSize(DESKTOP);
}
