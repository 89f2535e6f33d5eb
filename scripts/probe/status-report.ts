// Owns turning a probe's findings into what the status page reads. Pure. Addresses of machines stay out: a host has its name.

import type { EdgeFigures, StatusFile, StatusHost } from '@/lib/view/status-file';
import type { Alarm } from './alarms';
import { hostName } from './alarms';
import type { HostReport } from './probe-host';

/** The first host is the site, the others are mirrors. */
export function statusReport(
  reports: readonly HostReport[],
  alarms: readonly Alarm[],
  edge: EdgeFigures | null,
  now: Date,
): StatusFile {
  const site = reports[0]?.target.url;
  const hosts = reports.map((report): StatusHost => {
    const { target, pointer, golden, latencyMs } = report;
    const failing = alarms.filter(({ host }) => host === hostName(target)).map(({ code }) => code);
    return {
      kind: target.url === site ? 'live' : 'mirror',
      name: new URL(target.url).host,
      failing: [...new Set(failing)],
      sequence: pointer?.sequence ?? null,
      issuedAt: pointer?.issuedAt ?? null,
      latencyMs: latencyMs?.p95 ?? null,
      golden: { asked: Object.values(golden).flat().length, right: golden.right.length },
    };
  });
  return { formatVersion: 1, probedAt: now.toISOString(), hosts, edge };
}
