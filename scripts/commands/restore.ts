// Owns `levee restore`: its arguments, output and exit code. What a backup is is lib/office/backup's.

import { resolve } from 'node:path';
import { backupFolder } from '@/lib/adapters/backup-folder';
import { restore as restoreBackup } from '@/lib/office/backup/backup';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { withOffice } from './with-office';

/** `levee restore --from DIR`. */
export const restore: Command = {
  help: `Usage: levee restore --from DIR

Puts a backup of \`levee backup\` into an empty store: the one that the environment names (LEVEE_STORE_DIR, or
KV_REST_API_URL and KV_REST_API_TOKEN), which may be of the other kind. Every file of it is checked before the first
is written. Everybody has to sign in again, and open invitations have to be made anew.

Exit codes: 0 restored, 1 no whole backup, or the store is not empty, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, { from: { type: 'string' } });
  if (!parsed.ok) return usedWrongly(terminal, 'restore', parsed.error.message);
  const { from } = parsed.value.values;
  if (!from || parsed.value.positionals.length > 0) {
    return usedWrongly(terminal, 'restore', '--from DIR is needed');
  }
  return withOffice(terminal, 'restore', async (ports) => {
    const restored = await restoreBackup(ports, backupFolder(resolve(from)));
    if (!restored.ok) {
      terminal.err.write(`levee restore: ${restored.error.message}\n`);
      return 1;
    }
    const { at, entries, blobs } = restored.value;
    terminal.out.write(`Restored ${entries} records and ${blobs} files, as they were at ${at}\n`);
    return 0;
  });
}
