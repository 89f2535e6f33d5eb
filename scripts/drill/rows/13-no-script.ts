// Owns row 13: no script, script that fails half-way, and a line of 400 kbit/s with 400 ms to each answer; on a quiet day and in a flood.

import type { Page } from 'playwright';
import { type Attack, flood, noAttack } from '../attack';
import { type Asking, type BrowserVisit, type DrillBrowser, lookUp, type VoterKind } from '../browser-voters';
import { openBrowser, watchedVisits } from '../browser-world';
import { REHEARSAL_SITE } from '../build-site';
import { type Check, check } from '../check';
import { realPaths } from '../flood-paths';
import { voterChecks, type Watched } from '../meter';
import { byClicking, byZip, countiesOf, plainAddress, readList } from '../plain-lists';
import { readShown } from '../read-shown';
import type { DrillRow } from '../row';
import { type NamedGolden, NOTHING, type Shown } from '../shown';
import type { World } from '../world';

const MOST_PAGES = 4;
const FIRST_TEXT_WITHIN_MS = 3_000;
const PATIENCE_MS = 3_000;
const VOTERS = 3;

export const row: DrillRow = {
  number: 13,
  fault: 'JavaScript off, or failing half-way; 400 kbit/s, 400 ms',
  mustGet: 'answer in at most 4 pages, first text within 3 s',
  run: async (world) => {
    const { edgeDisk } = world;
    const get = flood({
      name: 'GET',
      url: edgeDisk.url,
      script: 'get',
      paths: await realPaths(edgeDisk.root),
    });
    const browser = await openBrowser(world);
    try {
      const watched: Watched[] = [];
      for (const [name, attack] of [['quiet', noAttack] as const, ['in a flood', get] as const]) {
        for (const each of await cases(world, browser)) {
          const visits = await beside(attack, () => visitAll(browser, each));
          watched.push(watchedVisits(`${each.name}, ${name}`, visits));
        }
      }
      return { watched, checks: watched.flatMap((each) => [...voterChecks(each), ...pageChecks(each)]) };
    } finally {
      await browser.stop();
    }
  },
};

interface Case {
  readonly name: string;
  readonly kinds: readonly VoterKind[];
  readonly how: Asking;
  readonly golden: readonly NamedGolden[];
}

async function cases({ golden, edgeDisk }: World, browser: DrillBrowser): Promise<readonly Case[]> {
  const found = golden.filter(({ kind }) => kind === 'found');
  // Somebody who reads a list has to find their street in it, spelt as the office does.
  const listed = found.filter(({ address }) => plainAddress(address) !== null);
  const scripts = await scriptsOf(browser, found);
  const broken = scripts.map(
    (url): VoterKind => ({ prepare: (page) => page.route(url, (route) => route.abort()) }),
  );
  const slow = { slow: true };
  const counties = await countiesOf(edgeDisk.root);
  const clicking: Way = (page, plain) => byClicking(page, plain, counties.get(plain.zip) ?? '');
  return [
    {
      name: 'no script, slow line, by ZIP',
      kinds: [{ ...slow, script: false }],
      how: inList(byZip),
      golden: listed,
    },
    {
      name: 'no script, slow line, by clicking',
      kinds: [{ ...slow, script: false }],
      how: inList(clicking),
      golden: listed,
    },
    { name: 'one script fails', kinds: broken, how: lookUpOr(inList(clicking)), golden: listed },
    { name: 'slow line', kinds: [slow], how: lookUp, golden: found },
  ];
}

/** What the page loads before an answer: each is broken once. */
async function scriptsOf(browser: DrillBrowser, found: readonly NamedGolden[]): Promise<readonly string[]> {
  const [one] = found;
  if (one === undefined) throw new Error('no golden address');
  const voter = await browser.voter();
  const { requests } = await voter.visit(REHEARSAL_SITE, one);
  await voter.close();
  return [...new Set(requests.filter((url) => /\/_next\/static\/.*\.js$/.test(url)))];
}

type Way = typeof byZip;

const inList =
  (way: Way): Asking =>
  async (page, { address }) => {
    const plain = plainAddress(address);
    if (plain === null) return NOTHING;
    await way(page, plain);
    return readList(page, plain);
  };

/** Somebody presses the button, sees nothing come of it, and takes the link to the lists; unless the answer comes first, late. */
const lookUpOr =
  (lists: Asking): Asking =>
  async (page, golden) =>
    (await withPatience(page, golden)) ?? lists(page, golden).catch(() => readShown(page));

async function withPatience(page: Page, golden: NamedGolden): Promise<Shown | null> {
  const box = page.getByRole('combobox');
  const isTyped = await box
    .fill(golden.address, { timeout: PATIENCE_MS })
    .then(() => true)
    .catch(() => false);
  if (!isTyped) return null;
  await page.keyboard.press('Enter');
  const came = await page
    .locator('[data-outcome]')
    .waitFor({ timeout: PATIENCE_MS })
    .then(() => true)
    .catch(() => false);
  return came ? readShown(page) : null;
}

async function visitAll(
  browser: DrillBrowser,
  { kinds, how, golden }: Case,
): Promise<readonly BrowserVisit[]> {
  const visits: BrowserVisit[] = [];
  const count = Math.max(VOTERS, kinds.length);
  for (let at = 0; at < count; at += 1) {
    const one = golden[at % golden.length];
    const kind = kinds[at % kinds.length];
    if (one === undefined || kind === undefined) continue;
    const voter = await browser.voter(kind);
    visits.push(await voter.visit(REHEARSAL_SITE, one, how));
    await voter.close();
  }
  return visits;
}

/** The attack for as long as the work takes. */
async function beside<Value>(attack: Attack, work: () => Promise<Value>): Promise<Value> {
  let isOver = false;
  const attacked = (async () => {
    while (!isOver) await attack.run(1);
  })();
  try {
    return await work();
  } finally {
    isOver = true;
    await attacked;
  }
}

function pageChecks({ name, visits }: Watched): readonly Check[] {
  const seen = visits as readonly BrowserVisit[];
  const pages = Math.max(...seen.map((each) => each.pages));
  const textMs = Math.max(...seen.map(({ firstTextMs }) => firstTextMs ?? Number.POSITIVE_INFINITY));
  return [
    check(`${name}: pages`, pages, (count) => count <= MOST_PAGES, `at most ${MOST_PAGES}`),
    check(
      `${name}: first text after`,
      `${Math.round(textMs)} ms`,
      () => textMs <= FIRST_TEXT_WITHIN_MS,
      'at most 3 s',
    ),
  ];
}
