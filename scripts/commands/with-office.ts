// Owns running a command on the office's own stores, as the environment names them, and closing them afterwards.
// Knows no command.

import { resolve } from 'node:path';
import { readOfficeEnv } from '@/lib/adapters/env';
import { type OpenedPorts, openOfficePorts } from '@/lib/adapters/office-container';
import { StoreError } from '@/lib/office/ports/store-error';
import type { ExitCode, Terminal } from './command';
import { pathProblem } from './path-problem';
import { repositoryRoot } from './repository-root';

/** Gives what `work` gives; 1 where the environment is wrong or a store fails, with a sentence. */
export async function withOffice(
  terminal: Terminal,
  command: string,
  work: (ports: OpenedPorts) => Promise<ExitCode>,
  options: { readonly forRestore: boolean } = { forRestore: false },
): Promise<ExitCode> {
  const env = readOfficeEnv(terminal.env);
  if (!env.ok) return complain(terminal, command, `${env.error.variable} ${env.error.message}`);
  try {
    // Relative to the repository, as `npm start` reads it, wherever the command was called from.
    const storeDirectory = resolve(repositoryRoot, env.value.storeDirectory);
    const ports = await openOfficePorts({ kv: env.value.kv, storeDirectory }, options);
    try {
      return await work(ports);
    } finally {
      await ports.close();
    }
  } catch (error) {
    if (error instanceof StoreError) return complain(terminal, command, error.message);
    throw error;
  }
}

/** What `work` gives; 1 where the file system refuses something below `path`, with a sentence. */
export async function orPathProblem(
  terminal: Terminal,
  command: string,
  path: string,
  work: Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work;
  } catch (error) {
    const problem = error instanceof StoreError ? null : pathProblem(error, path);
    if (problem === null) throw error;
    return complain(terminal, command, problem);
  }
}

function complain(terminal: Terminal, command: string, message: string): ExitCode {
  terminal.err.write(`levee ${command}: ${message}\n`);
  return 1;
}
