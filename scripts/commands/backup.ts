// Owns `levee backup`: its arguments, output and exit code. What a backup is is lib/office/backup's.

import { resolve } from 'node:path';
import { backupFolder } from '@/lib/adapters/backup-folder';
import { backUp } from '@/lib/office/backup/backup';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { orPathProblem, withOffice } from './with-office';

/** `levee backup --to DIR`. */
export const backup: Command = {
  help: `Usage: levee backup --to DIR

Copies everything of the office host that lasts (offices, people, drafts, lists, releases, late changes, audit) to
a folder, while the host goes on working. An earlier backup in DIR is brought up to date. Sessions and open
invitations are not copied. DIR holds what may not become public: keep it as you keep the host's own disk.

The store is the one that the environment names: LEVEE_STORE_DIR, or KV_REST_API_URL and KV_REST_API_TOKEN.
The signing key is not in it: copy that yourself, to another place.
Exit codes: 0 copied, 1 the store or DIR failed, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, { to: { type: 'string' } });
  if (!parsed.ok) return usedWrongly(terminal, 'backup', parsed.error.message);
  const { to } = parsed.value.values;
  if (!to || parsed.value.positionals.length > 0)
    return usedWrongly(terminal, 'backup', '--to DIR is needed');
  return withOffice(terminal, 'backup', async (ports) => {
    const copied = backUp(ports, backupFolder(resolve(to)));
    return orPathProblem(
      terminal,
      'backup',
      to,
      copied.then(({ entries, blobs, bytes }) => {
        terminal.out.write(`Backed up ${entries} records and ${blobs} files (${bytes} bytes) to ${to}\n`);
        return 0;
      }),
    );
  });
}
