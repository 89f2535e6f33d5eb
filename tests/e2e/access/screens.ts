// Owns the list of everything a voter can see: each screen in each of its states, and how to get there. What each must hold
// is ./screen-checks' business. A new screen wants a line here.

import type { Page } from '@playwright/test';
import { countyPagePath, countyPrintPath, placePagePath, zipPagePath } from '@/lib/release/page-paths';
import { startPagePath } from '@/lib/release/start-page-path';
import { practice, type Voter } from '../voter';

/** What a screen may use to come about. */
export interface Stage {
  readonly voter: Voter;
  readonly page: Page;
}

export interface Screen<Needs = Stage> {
  readonly name: string;
  readonly reach: (stage: Needs) => Promise<unknown>;
}

/** The form, before any answer. */
export const formScreens: readonly Screen[] = [
  { name: 'the first screen', reach: ({ voter }) => voter.open() },
  { name: 'the skip link', reach: ({ page }) => page.keyboard.press('Tab') },
  { name: 'nothing typed', reach: ({ voter }) => voter.submit() },
  {
    name: 'the ZIP asked for',
    async reach({ voter }) {
      await voter.addressBox.fill('112 Heron St');
      await voter.submit();
      await voter.zipBox.waitFor();
    },
  },
  {
    name: 'a ZIP of four numbers',
    async reach({ voter }) {
      await voter.zipBox.fill('0001');
      await voter.submit();
    },
  },
  {
    name: 'suggestions, one of them reached',
    async reach({ voter, page }) {
      await voter.zipBox.fill('00001');
      await voter.settle();
      await voter.addressBox.fill('112 ma');
      await voter.options.first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
];

/** Looks up a practice address from wherever the voter is. */
function answerTo(id: string, then?: (stage: Stage) => Promise<unknown>, name = id): Screen {
  return {
    name,
    async reach(stage) {
      const { voter } = stage;
      if (!(await voter.addressBox.isVisible())) await voter.open();
      await voter.lookUp(practice(id));
      await voter.settle();
      await then?.(stage);
    },
  };
}

const lastButton = ({ voter }: Stage) => voter.answer.locator('.choice').last().click();
const firstButton = ({ voter }: Stage) => voter.answer.locator('.choice').first().click();

async function unfoldAll({ voter }: Stage): Promise<void> {
  for (const summary of await voter.answer.locator('summary').all()) await summary.click();
}

/** One practice address for every kind of answer, and for kinds that look different within one. */
export const answerScreens: readonly Screen[] = [
  answerTo('found'),
  answerTo('party-places', unfoldAll, 'places by party, all unfolded'),
  answerTo('confirm-part', undefined, 'the question for the county'),
  answerTo('confirm-part', firstButton, 'the county confirmed'),
  answerTo('confirm-part', lastButton, 'another county'),
  answerTo('any-place', unfoldAll, 'vote centers, all unfolded'),
  answerTo('by-mail'),
  answerTo('no-election'),
  answerTo('next-election'),
  answerTo('main-either'),
  answerTo('main-either', lastButton, 'none of the choices'),
  answerTo('typo'),
  answerTo('conflict'),
  answerTo('number-unknown', unfoldAll),
  answerTo('number-beyond-two-places', unfoldAll),
  answerTo('street-unknown', unfoldAll),
  answerTo('zip-unknown', unfoldAll),
  answerTo('streets-not-loaded'),
  answerTo('elsewhere-county'),
  answerTo('elsewhere-country'),
  answerTo('po-box'),
  answerTo('rural-route'),
  answerTo('no-number'),
  answerTo('too-long'),
];

function wayIn(
  way: 'noZip' | 'allPlaces' | 'noStreetAddress' | 'knowPrecinct' | 'saveCounty',
  name: string = way,
  then?: (stage: Stage) => Promise<unknown>,
): Screen {
  return {
    name,
    async reach(stage) {
      const { voter, page } = stage;
      await voter.open();
      await page.getByRole('button', { name: voter.say.waysIn[way] }).click();
      await voter.settle();
      await then?.(stage);
    },
  };
}

const pickFirst = async ({ page }: Stage, label: string) => {
  await page.getByLabel(label).selectOption({ index: 1 });
};

function askPrecinct(precinct: string) {
  return async (stage: Stage) => {
    const { voter, page } = stage;
    await pickFirst(stage, voter.say.waysIn.countyLabel);
    await page.getByLabel(voter.say.waysIn.precinctLabel).fill(precinct);
    await page.getByRole('button', { name: voter.say.waysIn.precinctSubmit }).click();
    await page.locator('main h3[tabindex="-1"], main .usa-error-message').first().waitFor();
  };
}

/** The ways in without an address. */
export const wayScreens: readonly Screen[] = [
  wayIn('noZip'),
  wayIn('noZip', 'the ZIPs of a town', async (stage) => {
    const { waysIn } = stage.voter.say;
    await pickFirst(stage, waysIn.countyLabel);
    await stage.page.getByLabel(waysIn.townLabel).waitFor();
    await pickFirst(stage, waysIn.townLabel);
  }),
  wayIn('allPlaces'),
  wayIn('allPlaces', 'the list of places', async (stage) => {
    await pickFirst(stage, stage.voter.say.waysIn.countyLabel);
    await stage.page.locator('.place-list li').first().waitFor();
  }),
  wayIn('noStreetAddress'),
  wayIn('saveCounty', 'a county saved', async (stage) => {
    const { voter, page } = stage;
    await pickFirst(stage, voter.say.waysIn.countyLabel);
    await page.locator('.kept button').click();
    await page.getByRole('button', { name: voter.say.savedCounty.remove }).waitFor();
  }),
  wayIn('knowPrecinct'),
  wayIn('knowPrecinct', 'a precinct', askPrecinct('101')),
  wayIn('knowPrecinct', 'a precinct that is none', askPrecinct('999')),
];

function pageAt(name: string, path: (tag: string) => string, ready = 'main'): Screen {
  return {
    name,
    async reach({ voter, page }) {
      await page.goto(path(voter.say.tag));
      await page.locator(ready).first().waitFor();
      await voter.settle();
    },
  };
}

/** What a device keeps for its voter. */
export const keptScreens: readonly Screen[] = [
  answerTo(
    'found',
    async ({ voter, page }) => {
      await page.getByRole('button', { name: voter.say.savedPlace.save }).click();
      await page.getByText(voter.say.savedPlace.saved).waitFor();
    },
    'the place saved',
  ),
  {
    name: 'the first screen with a saved place',
    async reach({ voter, page }) {
      await voter.open();
      await page.locator('.saved-place').waitFor();
    },
  },
  {
    name: 'all taken away',
    async reach({ voter, page }) {
      await page.getByRole('button', { name: voter.say.forget.action }).click();
      await page.getByText(voter.say.forget.done).waitFor();
    },
  },
];

/** Pages of their own. */
export const otherPages: readonly Screen[] = [
  pageAt('practice', (tag) => `/${tag}/practice/`, '.practice-list'),
  pageAt('phones', (tag) => `/${tag}/phones/`),
  pageAt('the data', (tag) => `/${tag}/data/`),
  pageAt('the status', (tag) => `/${tag}/status/`, '[data-well]'),
  pageAt('the frame for other sites', (tag) => `/${tag}/embed/`),
  {
    name: 'an answer in the frame',
    async reach({ voter }) {
      await voter.lookUp(practice('found'));
      await voter.settle();
    },
  },
];

const OFFICE = 'sandbox-county';

/** Plain pages: the same for every language that the release has. */
export const plainPages: readonly Screen[] = [
  pageAt('plain: start', startPagePath),
  pageAt('plain: a county', (tag) => countyPagePath(tag, OFFICE, 'loc-county')),
  pageAt('plain: a county to print', (tag) => countyPrintPath(tag, OFFICE, 'loc-county')),
  pageAt('plain: a ZIP', (tag) => zipPagePath(tag, '00001')),
  pageAt('plain: a place', (tag) => placePagePath(tag, OFFICE, 'pl-01')),
];

/** In every language at once. */
export const pagesForAll: readonly Screen[] = [
  pageAt('a page that is not there', () => '/404.html'),
  pageAt('plain: ZIPs for a server', () => '/p/go/index.html'),
];
