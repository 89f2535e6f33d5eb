// Owns the list of commands and the choice between them. Each command is a file of scripts/commands,
// loaded only when it is called, so that `--help` is quick.

import type { Command, ExitCode, Terminal } from './command';
import { thisProcess } from './this-process';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

const COMMANDS: ReadonlyMap<string, Entry> = new Map([
  [
    'validate',
    {
      summary: "read an office's files and say what is wrong with them",
      load: async () => (await import('./validate')).validate,
    },
  ],
  [
    'explain',
    {
      summary: 'say what a code of validate means, with an example and what to do',
      load: async () => (await import('./explain')).explain,
    },
  ],
  [
    'mapping',
    {
      summary: "say which column of an office's own tables seems to hold what",
      load: async () => (await import('./mapping')).mapping,
    },
  ],
  [
    'compile',
    {
      summary: "make a signed release out of offices' files",
      load: async () => (await import('./compile')).compile,
    },
  ],
  [
    'export',
    {
      summary: "write an office's data as a flat VIP 6.0 feed",
      load: async () => (await import('./export')).exportFeed,
    },
  ],
  [
    'lookup',
    {
      summary: 'answer one address, or a file of them, from a release',
      load: async () => (await import('./lookup')).lookup,
    },
  ],
  [
    'verify',
    {
      summary: "check a release's signature, hashes and links",
      load: async () => (await import('./verify')).verify,
    },
  ],
  [
    'keys',
    {
      summary: 'make, list, rotate, retire and revoke signing keys',
      load: async () => (await import('./keys')).keys,
    },
  ],
  [
    'generate',
    {
      summary: 'make up a statewide feed, for benchmarks and drills',
      load: async () => (await import('./generate')).generate,
    },
  ],
  [
    'backup',
    {
      summary: 'copy all that the office host keeps to a folder',
      load: async () => (await import('./backup')).backup,
    },
  ],
  [
    'restore',
    {
      summary: 'put such a copy into a store',
      load: async () => (await import('./restore')).restore,
    },
  ],
  [
    'sweep',
    {
      summary: 'remove from the office host what nothing leads to any more',
      load: async () => (await import('./sweep')).sweep,
    },
  ],
  [
    'kv-bridge',
    {
      summary: 'let an office host keep its state in a Redis of your own',
      load: async () => (await import('./kv-bridge')).kvBridgeCommand,
    },
  ],
  [
    'invite',
    {
      summary: 'print a one-time link by which somebody gets into the office desk',
      load: async () => (await import('./invite')).invite,
    },
  ],
  [
    'users',
    {
      summary: 'list who may sign in, and let somebody do so no more',
      load: async () => (await import('./users')).users,
    },
  ],
  [
    'audit',
    {
      summary: 'export the audit, or find the first entry that was changed',
      load: async () => (await import('./audit')).audit,
    },
  ],
  [
    'notice',
    {
      summary: 'publish or take down a late change while the office host is dead',
      load: async () => (await import('./notice')).notice,
    },
  ],
  [
    'probe',
    {
      summary: 'ask hosts for golden addresses from outside, for cron, and raise an alarm',
      load: async () => (await import('./probe')).probe,
    },
  ],
  [
    'mirror',
    {
      summary: 'copy site and release from another host, verified, and keep them current',
      load: async () => (await import('./mirror')).mirror,
    },
  ],
  [
    'drill',
    {
      summary: 'rehearse an attack on this machine, and see what voters get',
      load: async () => (await import('./drill')).drill,
    },
  ],
  [
    'deploy',
    {
      summary: "lay out a site and an nginx's configuration that serves it",
      load: async () => (await import('./deploy')).deploy,
    },
  ],
  [
    'incident',
    {
      summary: "make a report for partners out of the edge's access logs",
      load: async () => (await import('./incident')).incident,
    },
  ],
  [
    'pack',
    {
      summary: 'write the plain pages as one zip file to hand on',
      load: async () => (await import('./pack')).pack,
    },
  ],
  [
    'bench',
    {
      summary: 'measure compiler, release and look-up side by side',
      load: async () => (await import('./bench')).bench,
    },
  ],
]);

/** Run `levee ARGS…`; gives the exit code. Without a terminal, this process is it. */
export async function main(args: readonly string[], terminal?: Terminal): Promise<ExitCode> {
  if (terminal !== undefined) return run(args, terminal);
  const own = thisProcess();
  return own.exitCode(await run(args, own.terminal));
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.err.write(overview());
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0], terminal);
  const entry = COMMANDS.get(name);
  if (entry === undefined) return unknown(name, terminal);
  const command = await entry.load();
  if (asksForHelp(rest)) return help(name, terminal);
  return command.run(rest, terminal);
}

async function help(name: string | undefined, terminal: Terminal): Promise<ExitCode> {
  if (name === undefined) {
    terminal.out.write(overview());
    return 0;
  }
  const entry = COMMANDS.get(name);
  if (entry === undefined) return unknown(name, terminal);
  terminal.out.write((await entry.load()).help);
  return 0;
}

/** `--` ends the options: what follows is an address or a path, even where it looks like one. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function unknown(name: string, terminal: Terminal): ExitCode {
  terminal.err.write(`levee: there is no command "${name}".\n\n${overview()}`);
  return 2;
}

function overview(): string {
  const lines = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return [
    'Levee: from an election office’s files to a voter’s answer.',
    '',
    'Usage: npm run -s levee -- COMMAND …   (or: npx levee COMMAND …)',
    '',
    ...lines,
    '',
    'levee COMMAND --help tells more. Exit codes: 0 done, 1 ran and found something wrong, 2 used wrongly.',
    '',
  ].join('\n');
}
