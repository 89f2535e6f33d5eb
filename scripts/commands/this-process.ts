// Owns what happens to a command whose words nobody takes: `levee … | head -1`, a closed terminal, a full disk. It goes on, since
// it may be about to publish, and its exit code is that of what it did. Knows no command.

import type { ExitCode, Terminal } from './command';

/** This process as a terminal, and what an exit code becomes where not all could be written. */
export interface OwnProcess {
  readonly terminal: Terminal;
  /** Call once, at the end. A reader that has left changes nothing; words that could not be written make 0 into 1. */
  readonly exitCode: (done: ExitCode) => Promise<ExitCode>;
}

export function thisProcess(): OwnProcess {
  let unwritten: Error | null = null;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') unwritten ??= error;
  });
  // There is nowhere left to say it.
  process.stderr.on('error', () => {});
  return {
    terminal: { out: process.stdout, err: process.stderr, env: process.env, now: () => new Date() },
    exitCode: async (done) => {
      // Failures of the last words are told in the next turn.
      await new Promise(setImmediate);
      if (unwritten === null) return done;
      process.stderr.write(`levee: the output could not be written: ${unwritten.message}\n`);
      return done === 0 ? 1 : done;
    },
  };
}
