// Owns one run of a probe: ask all hosts, once more those where something is wrong, compare with what is remembered. Writes nothing.

import { type Alarm, alarmsOf, hostName, type Limits, type Seen } from './alarms';
import type { Golden } from './golden';
import { type HostReport, probeHost, type Target } from './probe-host';
import type { ProbeState } from './probe-state';

/** Whom to ask what, and from when on something is wrong. */
export interface ProbeRun {
  readonly targets: readonly Target[];
  readonly goldens: readonly Golden[];
  readonly publicKeys: readonly string[];
  readonly pages: number;
  readonly limits: Limits;
  /** Wait so long, then ask again where something is wrong; 0: what is wrong once is wrong. */
  readonly againAfterMs: number;
  readonly now: () => Date;
  readonly random: () => number;
}

export interface Findings {
  readonly reports: readonly HostReport[];
  readonly alarms: readonly Alarm[];
  /** What to remember of the hosts. */
  readonly seen: ProbeState['seen'];
  readonly revokedKeyIds: readonly string[];
}

/** One lost packet wakes nobody: what is wrong has been so twice, some seconds apart. */
export async function runProbe(run: ProbeRun, state: ProbeState): Promise<Findings> {
  const first = await askAll(run, run.targets, state);
  const alarms = alarmsOf(first, state.seen, run.limits, run.now());
  if (alarms.length === 0 || run.againAfterMs === 0) return findings(first, alarms, state, run.now());
  await new Promise((resolve) => setTimeout(resolve, run.againAfterMs));
  const failing = new Set(alarms.map(({ host }) => host));
  const isFailing = ({ target }: HostReport) => failing.has(hostName(target));
  const again = await askAll(
    run,
    first.filter(isFailing).map(({ target }) => target),
    state,
  );
  const reports = first.map((report) => again.find(({ target }) => target === report.target) ?? report);
  return findings(reports, alarmsOf(reports, state.seen, run.limits, run.now()), state, run.now());
}

/** Sequences are compared here and not by the reader: a host that went back still says what it answers. */
function askAll(run: ProbeRun, targets: readonly Target[], { revokedKeyIds }: ProbeState) {
  const trust = { publicKeys: run.publicKeys, revokedKeyIds, highestSequences: {} };
  return Promise.all(targets.map((target) => probeHost(target, { ...run, trust })));
}

function findings(
  reports: readonly HostReport[],
  alarms: readonly Alarm[],
  state: ProbeState,
  now: Date,
): Findings {
  const seen: Record<string, Seen> = { ...state.seen };
  for (const { target, pointer } of reports) {
    const host = hostName(target);
    const before = seen[host];
    if (pointer === null) continue;
    const isNewer =
      before === undefined || before.line !== pointer.releaseLine || pointer.sequence > before.sequence;
    if (isNewer)
      seen[host] = { sequence: pointer.sequence, line: pointer.releaseLine, at: now.toISOString() };
  }
  const revoked = reports.flatMap(({ revokedKeyIds }) => revokedKeyIds);
  return { reports, alarms, seen, revokedKeyIds: [...new Set([...state.revokedKeyIds, ...revoked])].sort() };
}
