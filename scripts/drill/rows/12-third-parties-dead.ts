// Owns row 12: the site has a map with pictures from somewhere else, and neither they nor anybody else in the world can be reached.

import type { Page } from 'playwright';
import { type Asking, type BrowserVisit, lookUp } from '../browser-voters';
import { openBrowser, watchedVisits } from '../browser-world';
import { REHEARSAL_MIRRORS, REHEARSAL_SITE } from '../build-site';
import { check } from '../check';
import { voterChecks } from '../meter';
import { readShown } from '../read-shown';
import type { DrillRow } from '../row';
import type { World } from '../world';

const VOTERS = 4;
/** For pictures that will never come. */
const LOOK_AT_MAP_MS = 1_500;

interface ThirdParties {
  readonly visits: readonly BrowserVisit[];
  /** Requests to anybody but this site and its mirrors: while the answer was on its way, and in all. */
  readonly beforeAnswer: readonly string[];
  readonly all: readonly string[];
  /** Answers that still stood, with the map's words, once its pictures had failed. */
  readonly stood: number;
}

export const row: DrillRow = {
  number: 12,
  fault: 'map tiles and every third party dead',
  mustGet: 'answer; 0 third-party requests needed',
  run: async (world) => {
    const { visits, beforeAnswer, all, stood } = await visitMaps(world);
    const watched = watchedVisits('browsers, nobody else alive', visits);
    return {
      watched: [watched],
      checks: [
        ...voterChecks(watched),
        check(
          'requests to third parties before the answer',
          beforeAnswer.length,
          (count) => count === 0,
          'none',
        ),
        check(
          'answers that stood beside a map without pictures',
          stood,
          (count) => count === visits.length,
          'all',
        ),
      ],
      figures: { thirdPartyRequestsThatFailed: all.length },
      notes: [
        `Pictures asked for in vain: ${all.length}. No other name than the site’s and its mirrors’ leads anywhere in these browsers.`,
      ],
    };
  },
};

async function visitMaps(world: World): Promise<ThirdParties> {
  const found = world.golden.filter(({ kind }) => kind === 'found').slice(0, VOTERS);
  const beforeAnswer: string[] = [];
  const all: string[] = [];
  const visits: BrowserVisit[] = [];
  let stood = 0;
  const prepare = async (page: Page): Promise<void> => {
    page.on('request', (request) => {
      if (isThirdParty(request.url())) all.push(request.url());
    });
    await page.addInitScript(noteAnswer);
  };
  const askAndLook: Asking = async (page, golden) => {
    const shown = await lookUp(page, golden);
    beforeAnswer.push(...(await page.evaluate(startedBeforeAnswer)).filter(isThirdParty));
    const map = page.locator('section.map');
    if ((await map.count()) === 0) return shown;
    await map.scrollIntoViewIfNeeded();
    await page.waitForTimeout(LOOK_AT_MAP_MS);
    if (await page.locator('.map-text').first().isVisible()) stood += 1;
    return readShown(page);
  };
  const browser = await openBrowser(world);
  try {
    for (const golden of found) {
      const voter = await browser.voter({ prepare });
      visits.push(await voter.visit(REHEARSAL_SITE, golden, askAndLook));
      await voter.close();
    }
    return { visits, beforeAnswer, all, stood };
  } finally {
    await browser.stop();
  }
}

/** Runs in the page before anything of it: notes when an answer first stood there. */
function noteAnswer(): void {
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('[data-outcome]') === null) return;
    performance.mark('answer');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: addresses of what was asked for until then, failures among them. */
function startedBeforeAnswer(): string[] {
  const [answer] = performance.getEntriesByName('answer');
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => answer === undefined || startTime < answer.startTime)
    .map(({ name }) => name);
}

const OWN: ReadonlySet<string> = new Set([REHEARSAL_SITE, ...REHEARSAL_MIRRORS]);

const isThirdParty = (url: string): boolean => /^https?:/.test(url) && !OWN.has(new URL(url).origin);
