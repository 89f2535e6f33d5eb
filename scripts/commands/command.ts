// Owns what every command has in common: its shape, its exit codes, and the reading of its arguments.
// Knows no command by name.

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { err, ok, type Result } from '@/lib/core/result';

/** 0: done. 1: it ran and found something wrong. 2: it was used wrongly, and did nothing. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes and what it knows of its surroundings; tests pass their own. */
export interface Terminal {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** One command: `{help: 'levee verify DIR_OR_URL …', run}`. `help` is the whole text of `--help`. */
export interface Command {
  readonly help: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** Said on stderr with exit code 2: `{message: "Unknown option '--keey'"}`. */
export interface UsageError {
  readonly message: string;
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

/** `node:util` parseArgs with a wrong option as a value instead of an exception. An empty value is wrong, too: it is a variable that
 *  nobody set, and as a folder would be the one that somebody happens to stand in. */
export function readArgs<const T extends Options>(
  args: readonly string[],
  options: T,
): Result<Parsed<T>, UsageError> {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const empty = Object.entries(parsed.values).find(([, value]) => [value].flat().includes(''));
    return empty === undefined ? ok(parsed) : err({ message: `--${empty[0]} is empty` });
  } catch (error) {
    if (isParseArgsError(error)) return err({ message: firstSentence(error.message) });
    throw error;
  }
}

/** Prints how the command was used wrongly and where to read on; gives exit code 2. */
export function usedWrongly(terminal: Terminal, command: string, message: string): ExitCode {
  terminal.err.write(`levee ${command}: ${message}\nRun "levee ${command} --help" to see how it is used.\n`);
  return 2;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Node adds advice on `--` that helps nobody here. */
function firstSentence(message: string): string {
  return message.split('. ')[0] ?? message;
}
