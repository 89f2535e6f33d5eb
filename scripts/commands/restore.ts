// Owns `levee restore`: its arguments, output and exit code. What a backup is is lib/office/backup's.

import { resolve } from 'node:path';
import { backupFolder } from '@/lib/adapters/backup-folder';
import { restore as restoreBackup } from '@/lib/office/backup/backup';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { orPathProblem, withOffice } from './with-office';

/** `levee restore --from DIR [--replace]`. */
export const restore: Command = {
  help: `Usage: levee restore --from DIR [--replace]

Puts a backup of \`levee backup\` into an empty store: the one that the environment names (LEVEE_STORE_DIR, or
KV_REST_API_URL and KV_REST_API_TOKEN), which may be of the other kind. Every file of it is checked before the first
is written. Everybody has to sign in again, and open invitations have to be made anew. A restore that was cut off is
taken up by the same command; until then the office host does not start on that store.

--replace   Remove all that the store holds first. Stop the office host before.

Exit codes: 0 restored, 1 no whole backup, or the store is not empty, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    from: { type: 'string' },
    replace: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'restore', parsed.error.message);
  const { from, replace } = parsed.value.values;
  if (!from || parsed.value.positionals.length > 0) {
    return usedWrongly(terminal, 'restore', '--from DIR is needed');
  }
  const work = async (ports: OfficePorts): Promise<ExitCode> => {
    const restored = await restoreBackup(ports, backupFolder(resolve(from)), { replace });
    if (!restored.ok) {
      terminal.err.write(`levee restore: ${restored.error.message}\n`);
      return 1;
    }
    const { at, entries, blobs } = restored.value;
    terminal.out.write(`Restored ${entries} records and ${blobs} files, as they were at ${at}\n`);
    return 0;
  };
  return withOffice(terminal, 'restore', (ports) => orPathProblem(terminal, 'restore', from, work(ports)), {
    forRestore: true,
  });
}
