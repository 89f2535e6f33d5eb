// Owns that the checks of ./in-page see what they are there for, and let pass what is right.

import { TAGS, violations } from '../axe';
import { expect, test } from '../site';
import {
  movingThings,
  sidewaysScroll,
  smallTargets,
  squeezedTexts,
  unseenFocus,
  unseenInForcedColours,
} from './in-page';

const checks = {
  movingThings,
  sidewaysScroll,
  smallTargets,
  squeezedTexts,
  unseenFocus,
  unseenInForcedColours,
};

for (const [check, title, html, count] of [
  ['sidewaysScroll', 'a wide box', '<div style="width: 500px">x</div>', 1],
  ['sidewaysScroll', 'a narrow box', '<div style="width: 100px">x</div>', 0],
  [
    'smallTargets',
    'two small buttons side by side',
    '<button class="s">a</button><button class="s">b</button>',
    2,
  ],
  ['smallTargets', 'a small button far from all others', '<button class="s">a</button>', 0],
  ['smallTargets', 'links within a sentence', '<p>See <a href="#a">a</a> or <a href="#b">b</a>.</p>', 0],
  ['movingThings', 'a glide', '<a style="transition: top 0.2s">x</a>', 1],
  ['movingThings', 'nothing that moves', '<a>x</a>', 0],
  ['squeezedTexts', 'a text cut off', '<p style="height: 10px; overflow: hidden">x<br>y<br>z</p>', 1],
  ['squeezedTexts', 'a text with room', '<p style="overflow: hidden">x<br>y<br>z</p>', 0],
  ['unseenFocus', 'a button without a ring', '<button style="outline: none">x</button>', 1],
  ['unseenFocus', 'a button under a bar', '<button>x</button><div class="bar">bar</div>', 1],
  ['unseenFocus', 'a button with its ring', '<button>x</button>', 0],
  [
    'unseenInForcedColours',
    'colours that are not given up',
    '<p style="forced-color-adjust: none; color: #ccc; background: #fff">x</p>',
    1,
  ],
  ['unseenInForcedColours', 'a button without an edge', '<button style="border: 0">x</button>', 1],
  ['unseenInForcedColours', 'a text as the reader wants it', '<p style="color: #eee">x</p>', 0],
] as const) {
  test(`${check}: ${title}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.emulateMedia({ forcedColors: check === 'unseenInForcedColours' ? 'active' : 'none' });
    await page.setContent(`<!doctype html><style>
      body { margin: 0 } p { line-height: 20px } .s { width: 12px; height: 12px; padding: 0; border: 0 }
      button:focus-visible { outline: 4px solid } .bar { position: fixed; inset: 0 }</style>${html}`);
    await page.keyboard.press('Shift');
    expect(await page.evaluate(checks[check])).toHaveLength(count);
  });
}

test('axe names an image without words, and a contrast that only the dark has', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>x</title><main><h1>Where to vote</h1><img src="data:,"></main>
    <style>@media (prefers-color-scheme: dark) { h1 { color: #333; background: #222 } }</style></html>`);
  const idsOf = (found: readonly string[]) => found.map((each) => each.split(':')[0]);
  expect(idsOf(await violations(page, TAGS))).toEqual(['image-alt']);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(idsOf(await violations(page, { type: 'rule', values: ['color-contrast'] }))).toEqual([
    'color-contrast',
  ]);
});
