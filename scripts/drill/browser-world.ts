// Owns a browser in the drill's world: the names that the site was built with lead to its edge and its mirror, and no other name
// leads anywhere. Knows no fault.

import { existsSync } from 'node:fs';
import { type BrowserContext, chromium } from 'playwright';
import { chromiumPath } from '../test/chromium';
import { type DrillBrowser, startBrowser } from './browser-voters';
import { REHEARSAL_MIRRORS, REHEARSAL_SITE } from './build-site';
import type { Watched } from './meter';
import { NotRun } from './row';
import type { NamedGolden } from './shown';
import { sumVisits, type Visit } from './verdict';
import type { Edge, World } from './world';

/** Where the site's name and its first mirror's lead, where it is not the edge on disk and the mirror: `localhost:4711`. */
export interface Names {
  readonly site?: string;
  readonly mirror?: string;
}

/** A browser for this world. Throws `NotRun` where there is none. */
export async function openBrowser(world: World, names: Names = {}): Promise<DrillBrowser> {
  const path = chromiumPath().executablePath ?? chromium.executablePath();
  if (!existsSync(path)) throw new NotRun('no Chromium here (apt-get install chromium)');
  return startBrowser({
    [new URL(REHEARSAL_SITE).host]: names.site ?? hereOf(world.edgeDisk),
    [new URL(REHEARSAL_MIRRORS[0]).host]: names.mirror ?? hereOf(world.mirror),
  });
}

/** `127.0.0.1:40123`. */
export function hereOf({ url }: Pick<Edge, 'url'>): string {
  return new URL(url).host;
}

/** Visits made one by one, as the table has them beside those of steady voters. */
export function watchedVisits(name: string, visits: readonly Visit[]): Watched {
  const fromMs = Math.min(...visits.map(({ atMs }) => atMs));
  const toMs = Math.max(...visits.map(({ atMs, ms }) => atMs + ms));
  const seconds = (toMs - fromMs) / 1000;
  return {
    name,
    calm: sumVisits([]),
    flood: sumVisits(visits),
    attack: { seconds, requests: 0, errors: 0, refused: 0 },
    origin: { requests: 0, seconds },
    visits,
    windows: [{ fromMs, toMs, requests: 0, originRequests: 0, originPaths: {} }],
  };
}

/** Addresses with a place, of different ZIPs as far as there are, `most` of them at most. */
export function someFound({ golden }: World, most: number): readonly NamedGolden[] {
  const zipOf = ({ address }: NamedGolden) => /\d{5}(?=(?:-\d+)?\s*$)/.exec(address)?.[0];
  const byZip = new Map(golden.filter(({ kind }) => kind === 'found').map((each) => [zipOf(each), each]));
  return [...byZip.values()].slice(0, most);
}

const KEPT_WITHIN_MS = 20_000;

/** Until a browser that was at the site has the page itself, for a day without the host. */
export async function untilKept(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${REHEARSAL_SITE}/en/`);
  const isKept = () =>
    page.evaluate(async () => {
      for (const name of await caches.keys()) if (await (await caches.open(name)).match('/en/')) return true;
      return false;
    });
  const giveUpAtMs = Date.now() + KEPT_WITHIN_MS;
  while (!(await isKept()) && Date.now() < giveUpAtMs) await page.waitForTimeout(200);
  await page.close();
}
