// Owns `levee sweep`: its arguments, output and exit code. What goes and what stays is lib/office/sweep's to know.

import { resolve } from 'node:path';
import { officeEnv } from '@/lib/adapters/office-container';
import { openPublishPorts } from '@/lib/adapters/publish-container';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { advanceSweep, isFull, sweepAtOnce, totalOf, trySweep } from '@/lib/office/sweep/sweep';
import { type SweepPolicy, type SweepRun, sweepPolicy } from '@/lib/office/sweep/sweep-run';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { repositoryRoot } from './repository-root';
import { withOffice } from './with-office';

/** `levee sweep [--dry-run] [--older-than DAYS]`. */
export const sweep: Command = {
  help: `Usage: levee sweep [--dry-run] [--older-than DAYS]

Removes from the office host's store, and from the release folder, what nothing leads to any more: objects and pages of
old releases, uploads that were given up, previews, what publishing left on its way. The office host does the same by
itself once a day. It may run meanwhile.

  --dry-run          says what would go, and removes nothing
  --older-than DAYS  keeps releases that were live in the last DAYS, and uploads that were given up since then; without
                     it 30. The last 20 releases stay in any case, and whatever was used in the last two days

All lists that an office may go back to stay, every draft's list, late changes, history and audit. A sweep that is under
way goes on, as it was begun.
Exit codes: 0 done, 1 somebody publishes just now or the store failed, 2 used wrongly.
`,
  run,
};

const options = {
  'dry-run': { type: 'boolean', default: false },
  'older-than': { type: 'string' },
} as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, options);
  if (!parsed.ok) return usedWrongly(terminal, 'sweep', parsed.error.message);
  const { 'older-than': days, 'dry-run': isDryRun } = parsed.value.values;
  if (parsed.value.positionals.length > 0 || !/^\d{1,4}$/.test(days ?? '0')) {
    return usedWrongly(terminal, 'sweep', '--older-than takes a number of days');
  }
  const policy = days === undefined ? sweepPolicy : { ...sweepPolicy, days: Number(days) };
  return withOffice(terminal, 'sweep', async (stores) => {
    const setup = {
      env: officeEnv(),
      repository: repositoryRoot,
      releaseDirectory: resolve(repositoryRoot, terminal.env.LEVEE_RELEASE || '.levee/release'),
    };
    const ports = await openPublishPorts(stores, setup);
    if (!isDryRun) return swept(ports, policy, terminal).catch(atOnce(ports, policy, terminal));
    report(await trySweep(ports, policy), 'would go', terminal);
    return 0;
  });
}

async function swept(ports: PublishPorts, policy: SweepPolicy, terminal: Terminal): Promise<ExitCode> {
  for (;;) {
    const outcome = await advanceSweep(ports, policy);
    if (outcome.kind === 'busy') {
      terminal.err.write('levee sweep: somebody publishes or sweeps just now. Try again in a minute.\n');
      return 1;
    }
    if (outcome.kind === 'again') continue;
    report(outcome.run, 'removed', terminal);
    return 0;
  }
}

/** A full store is what it is called for. */
function atOnce(ports: PublishPorts, policy: SweepPolicy, terminal: Terminal) {
  return async (error: unknown): Promise<ExitCode> => {
    if (!isFull(error)) throw error;
    report(await sweepAtOnce(ports, policy), 'removed', terminal);
    return 0;
  };
}

/** `pages              1024 files     5120000 bytes`, and a sum. */
function report(run: SweepRun, done: string, { out }: Terminal): void {
  const line = (kind: string, { files, bytes }: { readonly files: number; readonly bytes: number }) =>
    `${kind.padEnd(16)}${String(files).padStart(8)} files${String(bytes).padStart(14)} bytes\n`;
  for (const [kind, gone] of Object.entries(run.gone)) out.write(line(kind, gone));
  out.write(line(done, totalOf(run)));
}
