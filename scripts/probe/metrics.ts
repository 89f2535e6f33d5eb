// Owns a probe's findings in Prometheus' text format, for node_exporter's textfile collector. Pure: writing the file is somebody else's.

import { hostName } from './alarms';
import type { HostReport } from './probe-host';
import { alarmId, type LastingAlarm } from './probe-state';

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

/** The whole text. Every number is a gauge, with `host` as a label (Prometheus exposition format 0.0.4). */
export function metricsText(
  reports: readonly HostReport[],
  alarms: readonly LastingAlarm[],
  now: Date,
): string {
  const each = (value: (report: HostReport) => number | null): readonly Sample[] =>
    reports.flatMap((report): readonly Sample[] => {
      const number = value(report);
      return number === null ? [] : [[{ host: hostName(report.target) }, number]];
    });
  const verdicts = reports.flatMap(({ target, golden }): readonly Sample[] =>
    Object.entries(golden).map(([verdict, lines]) => [{ host: hostName(target), verdict }, lines.length]),
  );
  const failing = [...new Map(alarms.map((alarm) => [alarmId(alarm), alarm])).values()].map(
    ({ code, host }): Sample => [{ host, code }, 1],
  );
  return [
    gauge('levee_probe_time_seconds', 'When the probe ran (unix time).', [[{}, seconds(now)]]),
    gauge(
      'levee_probe_up',
      'Whether a release could be opened.',
      each(({ pointer }) => (pointer ? 1 : 0)),
    ),
    gauge('levee_probe_alarm', 'What is wrong, one line an alarm.', failing),
    gauge(
      'levee_probe_sequence',
      'Sequence of the release.',
      each(({ pointer }) => pointer?.sequence ?? null),
    ),
    gauge(
      'levee_probe_pointer_age_seconds',
      'Since the office host last confirmed the list.',
      each(({ pointer }) =>
        pointer ? Math.round((now.getTime() - Date.parse(pointer.issuedAt)) / 1000) : null,
      ),
    ),
    gauge('levee_probe_golden', 'Golden addresses by what their answers were worth.', verdicts),
    gauge(
      'levee_probe_pages_asked',
      'Plain pages looked at.',
      each(({ pages }) => pages.asked),
    ),
    gauge(
      'levee_probe_pages_wrong',
      'Plain pages missing or altered.',
      each(({ pages }) => pages.wrong.length),
    ),
    gauge(
      'levee_probe_site_wrong',
      'Files of the site that are missing or altered.',
      each(({ site }) => site?.wrong.length ?? null),
    ),
    gauge(
      'levee_probe_latency_p95_seconds',
      'To the first byte, 95 of 100.',
      each(({ latencyMs }) => (latencyMs === null ? null : latencyMs.p95 / 1000)),
    ),
    gauge(
      'levee_probe_certificate_ends_seconds',
      'When the certificate ends (unix time).',
      each(({ certificateEnds }) => (certificateEnds === null ? null : seconds(certificateEnds))),
    ),
  ].join('');
}

function gauge(name: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${labelText(labels)} ${value}\n`);
  return [`# HELP ${name} ${help}\n`, `# TYPE ${name} gauge\n`, ...lines].join('');
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${value.replace(/[\\"\n]/g, (char) => (char === '\n' ? '\\n' : `\\${char}`))}"`,
  );
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
