// Owns a deployed configuration on disk: written so that an nginx that reads it meets whole files, tried before it is used,
// and taken into use by a signal. Knows no template.

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '@/lib/adapters/atomic-files';
import { makeFolder } from '@/lib/adapters/make-folder';

/** Until workers with the new configuration have taken over, with room to spare. */
const RELOAD_MS = 1500;

/** Put a configuration's files into a folder. */
export async function writeNginx(folder: string, configs: ReadonlyMap<string, string>): Promise<void> {
  await makeFolder(folder);
  for (const [name, text] of configs)
    await writeAtomically(join(folder, name), new TextEncoder().encode(text));
}

/** Have the nginx of `runDir` read the configuration in `folder`. The error is nginx's own, and then it goes on as it was.
 *  Null where that went well, or where none is running. */
export async function reloadNginx(folder: string, runDir: string): Promise<string | null> {
  const pid = Number(await readFile(join(runDir, 'nginx.pid'), 'utf8').catch(() => '0'));
  if (!(pid > 1) || !isRunning(pid)) return null;
  const { status, stderr, error } = spawnSync('nginx', ['-t', '-q', '-c', join(folder, 'nginx.conf')], {
    encoding: 'utf8',
  });
  if (status !== 0) return error?.message ?? stderr.trim();
  process.kill(pid, 'SIGHUP');
  await new Promise((resolve) => setTimeout(resolve, RELOAD_MS));
  return null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
