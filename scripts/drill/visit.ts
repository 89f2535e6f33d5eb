// Owns one light voter's visit: the page from the first address that lets them in, then the product's own ladder and look-up
// over real HTTP, everything verified. Keeps nothing from one visit to the next.

import { createHash } from 'node:crypto';
import { deviceCopy } from '@/lib/client/device-copy';
import { httpRung } from '@/lib/client/ladder/http-rung';
import { createVoterRelease } from '@/lib/client/voter-release';
import type { OfficeAnswer } from '@/lib/core/lookup/outcome';
import { freshFetch } from './fresh-fetch';
import { type GoldenAddress, judge, type Visit } from './verdict';

/** Where voters go and what they trust. */
export interface VisitSettings {
  /** Addresses of the site's name, in order: the second is tried where nobody answers at the first. */
  readonly hosts: readonly string[];
  /** Origins that the site's pages know as mirrors. */
  readonly mirrors: readonly string[];
  readonly publicKeys: readonly string[];
  /** Path of the page that is opened first, and the hash of what must be there; null: any page that is one. */
  readonly page: { readonly path: string; readonly sha256: string | null };
  /** Whom the site was built for. */
  readonly siteOffices: readonly OfficeAnswer[];
  readonly ca?: string;
}

const PAGE_LIMIT_MS = 15_000;

/** One visit, from opening the page to the answer. Never throws. */
export async function visit(settings: VisitSettings, golden: GoldenAddress): Promise<Visit> {
  const atMs = Date.now();
  const started = performance.now();
  const { fetchFile, close } = freshFetch(settings.ca);
  const done = (rest: Omit<Visit, 'atMs' | 'ms'>): Visit => ({
    atMs,
    ms: performance.now() - started,
    ...rest,
  });
  try {
    const opened = await openPage(settings, fetchFile);
    if (typeof opened !== 'object') return done({ verdict: 'failed', rung: null, detail: opened });
    const release = createVoterRelease({
      canVerify: true,
      siteOffices: settings.siteOffices,
      rungs: [
        httpRung('live', opened.host, fetchFile),
        ...settings.mirrors.map((origin) => httpRung('mirror', origin, fetchFile)),
      ],
      device: deviceCopy(() => {
        throw new Error('a first visit');
      }),
      timers: { after: (ms, ring) => clearer(setTimeout(ring, ms)) },
      publicKeys: settings.publicKeys,
      storage: () => {
        throw new Error('a first visit');
      },
      now: () => new Date(),
    });
    const outcome = await release.answer(golden.address);
    const reached = await release.open();
    const rung = reached.ok ? reached.value.rung : null;
    const verdict = judge(golden, outcome);
    const places = outcome.pollingLocations.map(({ id }) => id).join(' ');
    const got =
      outcome.kind === 'cannotCheck' ? `cannotCheck ${outcome.reason}` : `${outcome.kind} ${places}`;
    return done({ verdict, rung, detail: verdict === 'right' ? '' : `${golden.kind} wished, got ${got}` });
  } catch (error) {
    return done({ verdict: 'failed', rung: null, detail: String(error) });
  } finally {
    close();
  }
}

const clearer = (timer: NodeJS.Timeout) => () => clearTimeout(timer);

/** The host that let the voter in; or why none did. */
async function openPage(
  { hosts, page }: VisitSettings,
  fetchFile: typeof fetch,
): Promise<{ readonly host: string } | string> {
  let why = 'no host';
  for (const host of hosts) {
    try {
      const response = await fetchFile(host + page.path, { signal: AbortSignal.timeout(PAGE_LIMIT_MS) });
      const bytes = new Uint8Array(await response.arrayBuffer());
      // Somebody answered: a browser looks no further, whatever it was.
      if (response.status !== 200) return `page: status ${response.status}`;
      if (page.sha256 !== null && page.sha256 !== createHash('sha256').update(bytes).digest('hex'))
        return 'another page';
      return { host };
    } catch (error) {
      why = `page: ${error instanceof Error ? error.message : error}`;
    }
  }
  return why;
}
