// Owns `levee mirror`: its arguments, its loop, its output and exit code. What is copied, and what is refused, is
// lib/adapters/mirror's.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkMirror } from '@/lib/adapters/mirror/check-mirror';
import { MemoryFile } from '@/lib/adapters/mirror/mirror-memory';
import { type MirrorReport, type MirrorTask, mirrorOnce } from '@/lib/adapters/mirror/mirror-once';
import { mirrorSource } from '@/lib/adapters/mirror/mirror-source';
import {
  addTurn,
  hasFailed,
  type MirrorTotals,
  metricsText,
  NO_TOTALS,
  statusJson,
  writeStatus,
} from '@/lib/adapters/mirror/mirror-status';
import { Patrol } from '@/lib/adapters/mirror/patrol';
import { trustedPublicKeys } from '@/lib/adapters/signing-key';
import { replacedFiles } from '../edge/deploy-site';
import { type Command, type ExitCode, type Terminal, usedWrongly } from './command';
import { type MirrorOptions, mirrorOptions } from './mirror-options';
import { SiteChange } from './mirror-site-change';
import { waitMs } from './mirror-wait';
import { checkLines, turnLines } from './mirror-words';
import { pathProblem } from './path-problem';
import { repositoryRoot } from './repository-root';

/** `levee mirror --from https://vote.example.gov --to /srv/levee/www --watch 10`. */
export const mirror: Command = {
  help: `Usage: levee mirror --from DIR_OR_URL --to DIR [--watch SECONDS] [options]
       levee mirror --from DIR_OR_URL --to DIR --check

Copies the voters' site and the live release into DIR, a folder for a web server, and keeps it current. Believes
nothing without the office's signature or the right hash; what was there stays until all of the new is there.

  --from DIR_OR_URL     where from; several: the next is asked where one fails or is older
  --watch SECONDS       go on, and look every so often (10 is good); without: one turn, as with --once
  --check               change nothing: say what is missing, altered, too much, or older than the source
  --repair              look at every file, whatever is remembered, and mend what is wrong
  --release-only        leave the site alone: it is deployed here (levee deploy)
  --state DIR           the mirror's own memory and mirror-status.json (DIR.mirror, beside --to)
  --metrics FILE        figures in Prometheus' text format
  --nginx DIR           writes the pages' security policies to DIR/policies.conf when the site brings others
  --on-site-change CMD  runs CMD by sh after that: "systemctl reload levee-edge"
  --json                each turn, or the check, as a line of JSON

Trusts the public keys in LEVEE_PUBLIC_KEYS, else the local development key. Exit codes: 0 DIR has what the sources
have, 1 something was refused or failed (DIR still serves what it had) or has drifted, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = mirrorOptions(args);
  if (!options.ok) return usedWrongly(terminal, 'mirror', options.error);
  const keys = await trustedPublicKeys(terminal.env, repositoryRoot);
  if (!keys.ok) {
    terminal.err.write(`levee mirror: ${keys.error.file}: ${keys.error.message}\n`);
    return 1;
  }
  try {
    return await (options.value.isCheck ? check : follow)(options.value, keys.value, terminal);
  } catch (error) {
    const problem = pathProblem(error, options.value.to);
    if (problem === null) throw error;
    terminal.err.write(`levee mirror: ${problem}\n`);
    return 1;
  }
}

async function check(
  { from, to, state, isJson, isReleaseOnly }: MirrorOptions,
  publicKeys: readonly string[],
  { out, now }: Terminal,
): Promise<ExitCode> {
  const sources = from.map((each) => mirrorSource(each));
  const memory = new MemoryFile(state);
  const kept = new Set(await replacedFiles(to));
  const asked = { from: sources, to, publicKeys, memory, now: now(), kept, isReleaseOnly };
  const found = await checkMirror(asked);
  if (isJson) out.write(`${JSON.stringify(found)}\n`);
  else for (const line of checkLines(found)) out.write(`${line}\n`);
  return found.drift.length + found.problems.length === 0 ? 0 : 1;
}

/** The site is asked for this often: it changes seldom, and a turn without news is then one question. */
const SITE_EVERY_MS = 60_000;

/** A patrol looks beside the turns every hour; what was retired long ago is taken away by a turn's own look. */
const LOOK_EVERY_MS = 86_400_000;

async function follow(
  options: MirrorOptions,
  publicKeys: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { from, to, state, watchSeconds, isRepair, isReleaseOnly } = options;
  const memory = new MemoryFile(state);
  const siteChange = new SiteChange(options, memory);
  const task = {
    from: from.map((each) => mirrorSource(each)),
    to,
    publicKeys,
    memory,
    lock: join(state, 'lock'),
    beforeSite: siteChange.before,
    ...(watchSeconds === null ? {} : { lookEveryMs: LOOK_EVERY_MS }),
  };
  const patrol = new Patrol(to, state, publicKeys, terminal.now());
  let totals = NO_TOTALS;
  const say = sayer(terminal);
  let failures = 0;
  let askedForSite = Number.NEGATIVE_INFINITY;
  for (let turn = 0; ; turn += 1) {
    const now = terminal.now();
    const isDue = now.getTime() - askedForSite >= SITE_EVERY_MS;
    if (isDue) askedForSite = now.getTime();
    const site = isReleaseOnly ? 'never' : isDue ? 'now' : 'later';
    const asked: MirrorTask = { ...task, now, isLook: (isRepair && turn === 0) || patrol.takeFound(), site };
    const done = await oneTurn(asked, siteChange);
    totals = addTurn(totals, done.report, terminal.now());
    // A site that cannot be had is asked for again at once, and holds up no release.
    if (done.report.site.outcome === 'failed') askedForSite = Number.NEGATIVE_INFINITY;
    failures = done.report.release.outcome === 'failed' ? failures + 1 : 0;
    await tell(options, done, totals, turn === 0 || !done.isGood, { say, terminal });
    if (watchSeconds === null) return done.isGood ? 0 : 1;
    patrol.begin(now);
    await sleep(waitMs(watchSeconds, failures, Math.random()));
  }
}

interface Done {
  readonly report: MirrorReport;
  /** What of the site's change could not be told to the web server. */
  readonly untold: string | null;
  readonly isGood: boolean;
}

async function oneTurn(task: MirrorTask, siteChange: SiteChange): Promise<Done> {
  const report = await mirrorOnce(task);
  const untold = report.site.site === null ? null : await siteChange.after(report.site.site);
  return { report, untold, isGood: !hasFailed(report) && untold === null };
}

interface Voice {
  readonly say: (line: string, at: Date) => void;
  readonly terminal: Terminal;
}

async function tell(
  { state, metrics, isJson }: MirrorOptions,
  { report, untold }: Done,
  totals: MirrorTotals,
  isWordy: boolean,
  { say, terminal: { out, err, now } }: Voice,
): Promise<void> {
  const at = now();
  const json = statusJson(report, totals, at);
  await writeStatus(state, metrics, { json, metrics: metricsText(report, totals, at) });
  const untoldLines = untold === null ? [] : [`error: ${untold}`];
  const lines = [...turnLines(report, isWordy), ...untoldLines];
  if (isJson) {
    out.write(`${json}\n`);
    if (untold !== null) err.write(`levee mirror: ${untold}\n`);
  } else say(lines.join('\n'), at);
}

/** What is the same as at the turn before is not said again: a source that is away for a day is one line of a log. */
function sayer({ out }: Terminal): Voice['say'] {
  let last = '';
  return (text, at) => {
    const isNew = text !== last;
    last = text;
    if (!isNew || text === '') return;
    const stamp = at.toISOString().replace(/\.\d+Z$/, 'Z');
    for (const line of text.split('\n')) out.write(`${stamp} ${line}\n`);
  };
}
