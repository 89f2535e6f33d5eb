// Owns `levee probe`: what it prints, which files it writes, its exit code. What is asked and what counts as wrong is scripts/probe's.

import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeAtomically } from '@/lib/adapters/atomic-files';
import { makeFolder } from '@/lib/adapters/make-folder';
import { trustedPublicKeys } from '@/lib/adapters/signing-key';
import { err, ok, type Result } from '@/lib/core/result';
import type { EdgeFigures } from '@/lib/view/status-file';
import { hostName } from '../probe/alarms';
import { readEdge } from '../probe/edge-figures';
import { type Golden, readGolden } from '../probe/golden';
import { metricsText } from '../probe/metrics';
import { type ProbeOptions, probeOptions } from '../probe/probe-options';
import {
  alarmId,
  isNews,
  type LastingAlarm,
  lasting,
  type ProbeState,
  readState,
  writeState,
} from '../probe/probe-state';
import { type Findings, runProbe } from '../probe/run-probe';
import { statusReport } from '../probe/status-report';
import { tell, webhookBody } from '../probe/webhook';
import { type Command, type ExitCode, type Terminal, usedWrongly } from './command';
import { pathProblem } from './path-problem';
import { repositoryRoot } from './repository-root';

/** `levee probe https://vote.example.gov https://mirror.example.org --golden golden.csv`. */
export const probe: Command = {
  help: `Usage: levee probe URL… --golden FILE [--webhook URL] [--metrics FILE] [--status FILE] [--json] …

Asks each URL what a voter's browser asks: the pointer, its signature, the hash of every file, golden addresses, some plain
pages, each verified. For cron. Says what is wrong, where, since when, and what to do.

  URL…                 where voters read: the site first, then its mirrors
  --golden FILE        addresses whose answer is known: CSV with a header (address,place; golden.csv of "levee generate"),
                       or a JSON list. A place is a name or an id; "kind" is optional
  --webhook URL        post there when something begins or ends to be wrong, once
  --metrics FILE       write Prometheus' text format there (node_exporter's textfile collector: a name ending in .prom)
  --status FILE        write what the status page shows: status.json in the folder of the site
  --edge-figures SRC   the edge's own figures for it: the address of nginx' stub_status, or the edge's access log
  --resolve HOST=IP    ask this machine for that host; several for one host are asked one by one
  --max-age SECONDS    a list that was confirmed longer ago is an alarm, though its answers are right (1800)
  --tls-days N         a certificate that ends sooner is an alarm (14)
  --slow MS            5 of 100 answers slower than that are an alarm (2000)
  --pages N            so many plain pages and files of the site are looked at, other ones each time (12)
  --again SECONDS      what is wrong is asked for again after so long; 0: not (5)
  --state FILE         what is remembered from run to run (.levee/probe/….json)
  --json               print one JSON object instead of lines

Trusts the public keys in LEVEE_PUBLIC_KEYS, else the local development key. Golden addresses are named by their line alone.
Exit codes: 0 all is well, 1 something is wrong, 2 used wrongly (cron should tell somebody of that, too).
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = probeOptions(args);
  if (!options.ok) return usedWrongly(terminal, 'probe', options.error);
  const goldens = await goldensOf(options.value.golden);
  if (!goldens.ok) return usedWrongly(terminal, 'probe', goldens.error);
  const keys = await trustedPublicKeys(terminal.env, repositoryRoot);
  if (!keys.ok) return usedWrongly(terminal, 'probe', `${keys.error.file}: ${keys.error.message}`);
  try {
    const state = await readState(options.value.state);
    const asked = { ...options.value, goldens: goldens.value, publicKeys: keys.value };
    const findings = await runProbe({ ...asked, now: terminal.now, random: Math.random }, state);
    return await tellAll(options.value, findings, state, terminal);
  } catch (error) {
    const problem = pathProblem(error, options.value.state);
    if (problem === null) throw error;
    terminal.err.write(`levee probe: ${problem}\n`);
    return 1;
  }
}

async function goldensOf(file: string): Promise<Result<readonly Golden[], string>> {
  try {
    const goldens = readGolden(await readFile(file, 'utf8'));
    return goldens.ok ? ok(goldens.value) : err(`${file}: ${goldens.error}`);
  } catch (error) {
    const problem = pathProblem(error, file);
    if (problem === null) throw error;
    return err(problem);
  }
}

/** Print, post, write. What is written for machines is written also where nobody takes the post. */
async function tellAll(
  options: ProbeOptions,
  findings: Findings,
  state: ProbeState,
  terminal: Terminal,
): Promise<ExitCode> {
  const now = terminal.now();
  const { reports, seen, revokedKeyIds } = findings;
  const alarms = lasting(findings.alarms, state, now);
  print(options, findings, alarms, now, terminal);
  const edge = await edgeOf(options, state, terminal);
  const told = await tellOnce(options, alarms, state, terminal);
  await writeState(options.state, {
    formatVersion: 1,
    since: Object.fromEntries(alarms.map((alarm) => [alarmId(alarm), alarm.since])),
    told: told === null ? null : [...told],
    seen,
    revokedKeyIds: [...revokedKeyIds],
    edge: edge.count,
  });
  const { metrics, status } = options;
  if (metrics !== null) await write(metrics, metricsText(reports, alarms, now));
  if (status !== null) {
    await write(status, `${JSON.stringify(statusReport(reports, alarms, edge.figures, now))}\n`);
  }
  return alarms.length === 0 ? 0 : 1;
}

async function edgeOf(
  { edgeFigures }: ProbeOptions,
  state: ProbeState,
  terminal: Terminal,
): Promise<{ readonly figures: EdgeFigures | null; readonly count: ProbeState['edge'] }> {
  if (edgeFigures === null) return { figures: null, count: state.edge };
  const read = await readEdge(edgeFigures, state.edge, terminal.now());
  if (read.ok) return read.value;
  terminal.err.write(`levee probe: the edge's figures: ${read.error}. They are left out.\n`);
  return { figures: null, count: state.edge };
}

/** The alarms that the webhook has had by now. */
async function tellOnce(
  { webhook }: ProbeOptions,
  alarms: readonly LastingAlarm[],
  state: ProbeState,
  terminal: Terminal,
): Promise<readonly string[] | null> {
  if (webhook === null || !isNews(alarms, state)) return state.told;
  if (await tell(webhook, webhookBody(alarms, terminal.now()))) return alarms.map(alarmId);
  terminal.err.write('levee probe: the webhook took no message, twice. The next run tries again.\n');
  return state.told;
}

function print(
  { isJson }: ProbeOptions,
  { reports }: Findings,
  alarms: readonly LastingAlarm[],
  now: Date,
  { out }: Terminal,
): void {
  if (isJson) {
    const hosts = reports.map(
      ({ target, pointer, golden, pages, site, latencyMs, certificateEnds, failure }) => ({
        host: hostName(target),
        sequence: pointer?.sequence ?? null,
        releaseLine: pointer?.releaseLine ?? null,
        issuedAt: pointer?.issuedAt ?? null,
        failure,
        golden,
        pages,
        site,
        latencyMs,
        certificateEnds,
      }),
    );
    out.write(`${JSON.stringify({ at: now.toISOString(), isWell: alarms.length === 0, alarms, hosts })}\n`);
    return;
  }
  for (const { host, code, says, since, remedy } of alarms) {
    out.write(`${host}: ${code}: ${says}. Since ${since}. ${remedy}\n`);
  }
  for (const { target, pointer, golden, pages, latencyMs } of reports) {
    if (pointer === null) continue;
    const asked = Object.values(golden).flat().length;
    out.write(
      `${hostName(target)}: release ${pointer.sequence}, confirmed ${pointer.issuedAt}; ${golden.right.length} of ${asked} golden addresses and ` +
        `${pages.asked - pages.wrong.length} of ${pages.asked} plain pages right; 95 of 100 answers within ${latencyMs?.p95 ?? 0} ms\n`,
    );
  }
}

async function write(file: string, text: string): Promise<void> {
  await makeFolder(dirname(file));
  await writeAtomically(file, new TextEncoder().encode(text));
}
