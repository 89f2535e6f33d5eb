// Owns the measuring beside a fault: the same voters with it and without it, in turns, in one run. Knows no row.

import { type Attack, type AttackFigures, noAttack } from './attack';
import { type Check, check } from './check';
import { type GoldenAddress, sumVisits, type Visit, type VoterFigures } from './verdict';
import type { VisitSettings } from './visit';
import { startVoters, type Voters } from './voters';

/** What voters got while nothing happened, and beside the fault. */
export interface Watched {
  readonly name: string;
  readonly calm: VoterFigures;
  readonly flood: VoterFigures;
  readonly attack: AttackFigures;
  /** What came through to the office host meanwhile: requests, and the seconds that they came in. */
  readonly origin: { readonly requests: number; readonly seconds: number };
  /** For charts: every visit, and when the fault was on (ms since 1970). */
  readonly visits: readonly Visit[];
  readonly windows: readonly Window[];
}

/** A stretch of time with the fault on, and what was sent in it. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
  readonly requests: number;
  readonly originRequests: number;
  /** How often for which path. */
  readonly originPaths: Readonly<Record<string, number>>;
}

/** How to watch. */
export interface WatchSettings {
  readonly name: string;
  readonly settings: VisitSettings;
  readonly attack: Attack;
  /** What goes on in the turns without the fault; absent: nothing does. */
  readonly calmWork?: Attack;
  /** Of the fault, in all. */
  readonly seconds: number;
  readonly golden: readonly GoldenAddress[];
  /** Turns with and without: 2 where nothing is said. 0 calm turns (`calm: false`) where the fault stays. */
  readonly turns?: number;
  readonly calm?: boolean;
  readonly perSecond?: number;
}

/** Measures voters beside faults. */
export interface Meter {
  readonly watch: (settings: WatchSettings) => Promise<Watched>;
  readonly close: () => Promise<void>;
}

const VISITS_PER_SECOND = 12;
/** Somebody who came in the last moment has this long to be done before the next turn begins. */
const PAUSE_MS = 300;

/** `originAsked` are the paths that have come through to the office host so far. */
export function createMeter(originAsked: readonly string[]): Meter {
  let voters: Voters | null = null;
  return {
    async watch(wanted) {
      voters ??= startVoters();
      return watchWith(voters, wanted, originAsked);
    },
    close: async () => voters?.stop(),
  };
}

async function watchWith(
  voters: Voters,
  wanted: WatchSettings,
  originAsked: readonly string[],
): Promise<Watched> {
  const { settings, golden, attack, perSecond = VISITS_PER_SECOND, turns = 2, calm = true } = wanted;
  const { calmWork = noAttack } = wanted;
  const first = voters.visits.length;
  const windows: Window[] = [];
  const attacks: AttackFigures[] = [];
  const turnSeconds = wanted.seconds / turns;
  voters.send(settings, golden, perSecond);
  for (let turn = 0; turn < turns; turn += 1) {
    if (calm) {
      await calmWork.run(turnSeconds);
      await pause();
    }
    const fromMs = Date.now();
    const before = originAsked.length;
    const sent = await attack.run(turnSeconds);
    attacks.push(sent);
    const came = originAsked.slice(before);
    windows.push({
      ...{ fromMs, toMs: Date.now(), requests: sent.requests },
      ...{ originRequests: came.length, originPaths: countsOf(came) },
    });
    await pause();
  }
  voters.send(settings, [], 1);
  await settled(voters);
  const visits = voters.visits.slice(first);
  const inFlood = visits.filter((visit) => windows.some((window) => overlaps(visit, window)));
  const sum = (field: 'requests' | 'errors' | 'refused') =>
    attacks.reduce((total, each) => total + each[field], 0);
  const seconds = windows.reduce((total, { fromMs, toMs }) => total + (toMs - fromMs) / 1000, 0);
  return {
    name: wanted.name,
    calm: sumVisits(visits.filter((visit) => !inFlood.includes(visit))),
    flood: sumVisits(inFlood),
    attack: { seconds, requests: sum('requests'), errors: sum('errors'), refused: sum('refused') },
    origin: { requests: windows.reduce((total, each) => total + each.originRequests, 0), seconds },
    visits,
    windows,
  };
}

function countsOf(paths: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Until nobody has come home for two seconds: those who hang get their limit. */
async function settled({ visits }: Voters): Promise<void> {
  for (let seen = -1; seen !== visits.length; ) {
    seen = visits.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}

const overlaps = ({ atMs, ms }: Visit, { fromMs, toMs }: Window): boolean =>
  atMs < toMs && atMs + ms > fromMs;

/** What every row asks of voters: nothing wrong, nobody told falsely that they are not on the list, 99.9% right or honest,
 *  99% right unless they are cut off from everything. */
export function voterChecks({ name, flood, visits }: Watched, { isCutOff = false } = {}): readonly Check[] {
  const share = (count: number): number => (flood.asked === 0 ? 0 : (100 * count) / flood.asked);
  const of = (count: number): string => `${count} of ${flood.asked}`;
  const wrongs = visits
    .filter(({ verdict }) => verdict !== 'right' && verdict !== 'honest')
    .map(({ detail }) => detail);
  const first = wrongs.length === 0 ? '' : `; the first: ${wrongs[0]}`;
  const rightOrHonest = flood.right + flood.honest;
  return [
    check(`${name}: voters asked`, flood.asked, (count) => count > 0, 'some'),
    check(
      `${name}: wrong answers`,
      of(flood.wrong) + (flood.wrong > 0 ? first : ''),
      () => flood.wrong === 0,
      'none',
    ),
    check(`${name}: false “not on the list”`, of(flood.falseMissing), () => flood.falseMissing === 0, 'none'),
    check(
      `${name}: right or honest`,
      of(rightOrHonest) + (flood.failed > 0 ? first : ''),
      () => share(rightOrHonest) >= 99.9,
      'at least 99.9%',
    ),
    ...(isCutOff
      ? []
      : [check(`${name}: right`, of(flood.right), () => share(flood.right) >= 99, 'at least 99%')]),
  ];
}

/** Beside the fault at most 1.5 times the same voters' time without, and at most 50 ms more. */
export function latencyCheck({ name, calm, flood }: Watched): Check {
  const ratio = calm.p95Ms === 0 ? Number.POSITIVE_INFINITY : flood.p95Ms / calm.p95Ms;
  const got = `p95 ${calm.p95Ms.toFixed(0)} → ${flood.p95Ms.toFixed(0)} ms, ${ratio.toFixed(2)} times`;
  return check(
    name,
    got,
    () => ratio <= 1.5 && flood.p95Ms - calm.p95Ms <= 50,
    'at most 1.5 times and 50 ms more',
  );
}
