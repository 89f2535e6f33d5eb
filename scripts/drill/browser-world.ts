// Owns a browser in the drill's world: the names that the site was built with lead to its edge and its mirror, and no other name
// leads anywhere. Knows no fault.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { chromiumPath } from '../test/chromium';
import { type DrillBrowser, startBrowser } from './browser-voters';
import { REHEARSAL_MIRRORS, REHEARSAL_SITE } from './build-site';
import type { Watched } from './meter';
import { NotRun } from './row';
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
    windows: [{ fromMs, toMs, requests: 0, originRequests: 0 }],
  };
}
