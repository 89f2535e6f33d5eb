// Owns the steady voters of the comparison: at targets that serve files they are the drill's own; where the address goes to
// the server, they send it and take its word. Knows no flood.

import { setTimeout as sleep } from 'node:timers/promises';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { freshFetch } from '../fresh-fetch';
import { type GoldenAddress, judge, sumVisits, type Visit, type VoterFigures } from '../verdict';
import { visit } from '../visit';
import { lookupPath } from './dynamic-target';
import type { Target } from './target';

export interface VoterOptions {
  readonly golden: readonly GoldenAddress[];
  readonly publicKeys: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

const PATIENCE_MS = 15_000;

/** Whom the compared pages were built for: without a phone nothing that they say is honest. */
const SITE_OFFICES = [{ id: 'drill', name: 'The elections office', phone: '555-0142' }];

/** Voters come at a steady pace, however long those before them have to wait. Resolves when the last has an answer. */
export async function askSteadily(target: Target, options: VoterOptions): Promise<VoterFigures> {
  const { golden, perSecond, seconds, publicKeys } = options;
  const visits: Promise<Visit>[] = [];
  const startMs = performance.now();
  const total = Math.floor(perSecond * seconds);
  for (let nth = 0; nth < total; nth += 1) {
    const waitMs = startMs + (nth * 1_000) / perSecond - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    const address = golden[nth % golden.length];
    if (address !== undefined) visits.push(visitOnce(target, address, publicKeys));
  }
  return sumVisits(await Promise.all(visits));
}

function visitOnce(target: Target, golden: GoldenAddress, publicKeys: readonly string[]): Promise<Visit> {
  if (target.asks === 'address') return sendAddress(target, golden);
  const page = { path: '/en/', sha256: null };
  const settings = { hosts: [target.url], mirrors: [], publicKeys, page, siteOffices: SITE_OFFICES };
  return visit(settings, golden);
}

/** Its form is taken as being on the voter's screen already: that favours it. */
async function sendAddress({ url }: Target, golden: GoldenAddress): Promise<Visit> {
  const atMs = Date.now();
  const startMs = performance.now();
  const { fetchFile, close } = freshFetch();
  const done = (verdict: Visit['verdict'], detail: string): Visit => {
    close();
    return { atMs, ms: performance.now() - startMs, verdict, rung: null, detail };
  };
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetchFile(url + lookupPath(golden.address), { signal });
    if (!response.ok) return done('failed', `status ${response.status}`);
    const outcome = (await response.json()) as LookupOutcome;
    return done(judge(golden, outcome), outcome.kind);
  } catch (error) {
    return done('failed', error instanceof Error ? error.name : 'failed');
  }
}
