// Owns `levee audit`: its arguments, output and exit code. What is wrong with an audit is lib/office/audit's to say.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { auditHeads } from '@/lib/office/audit/commit-audited';
import { auditLines } from '@/lib/office/audit/read-audit';
import {
  type AuditExpectation,
  type AuditReport,
  type ChainEnd,
  verifyAudit,
} from '@/lib/office/audit/verify-audit';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { pathProblem } from './path-problem';
import { withOffice } from './with-office';

/** `levee audit export|verify`. */
export const audit: Command = {
  help: `Usage: levee audit export [--office ID]
       levee audit verify [FILE] [--head NUMBER:HASH] [--part]

  export           every entry as a line of JSON, on stdout
  verify           checks the chain in the store; with FILE (- is stdin), that of an export
  --office ID      entries of one office
  --part           FILE is the export of one office: each entry is checked, and the ties between them are not
  --head N:HASH    how the chain ended when you last looked: an earlier verify prints it. Keep it on another machine:
                   whoever rewrites entries and all that follow them is found by it alone

Names the first entry that was altered, is missing, or stands in the wrong place: its number, when it was, and what is
wrong. The store is the one that the environment names; FILE needs none.
Exit codes: 0 all is right, 1 something is wrong, 2 used wrongly.
`,
  run,
};

const options = {
  office: { type: 'string' },
  head: { type: 'string' },
  part: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, options);
  if (!parsed.ok) return usedWrongly(terminal, 'audit', parsed.error.message);
  const { values, positionals } = parsed.value;
  const [what, file, ...more] = positionals;
  if (more.length > 0) return usedWrongly(terminal, 'audit', 'one FILE at most');
  if (what === 'export' && file === undefined) return exported(values.office ?? null, terminal);
  if (what !== 'verify') return usedWrongly(terminal, 'audit', 'export or verify [FILE] is needed');
  const known = readEnd(values.head);
  if (known === undefined)
    return usedWrongly(terminal, 'audit', '--head takes NUMBER:HASH as verify prints it');
  if (file !== undefined) return verifyFile(file, { head: null, known, isPart: values.part }, terminal);
  return withOffice(terminal, 'audit', async (ports) => {
    const head = (await auditHeads.read(ports.state, 'chain'))?.value ?? null;
    const lines = entriesIn(auditLines(ports, null));
    return said(await verifyAudit(lines, { head, known, isPart: false }), terminal);
  });
}

async function exported(officeId: string | null, terminal: Terminal): Promise<ExitCode> {
  return withOffice(terminal, 'audit', async (ports) => {
    for await (const lines of auditLines(ports, officeId)) {
      if (!terminal.out.write(lines)) await new Promise((resolve) => terminal.out.once('drain', resolve));
    }
    return 0;
  });
}

/** `17:3fa9…`; null: none was given; undefined: it is none. */
function readEnd(text: string | undefined): ChainEnd | null | undefined {
  if (text === undefined) return null;
  const [, number, hash] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text) ?? [];
  return number === undefined || hash === undefined ? undefined : { number: Number(number), hash };
}

async function verifyFile(file: string, expected: AuditExpectation, terminal: Terminal): Promise<ExitCode> {
  try {
    const input = file === '-' ? process.stdin : createReadStream(file);
    return said(await verifyAudit(entriesIn(input), expected), terminal);
  } catch (error) {
    const problem = pathProblem(error, file);
    if (problem === null) throw error;
    terminal.err.write(`levee audit: ${problem}\n`);
    return 1;
  }
}

/** Lines of JSON as values; undefined where a line is none. */
async function* entriesIn(text: AsyncIterable<string | Buffer>): AsyncGenerator<unknown> {
  const lines = createInterface({ input: Readable.from(text), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) yield jsonIn(line);
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function said({ entries, first, last, problem }: AuditReport, { out }: Terminal): ExitCode {
  if (problem !== null) {
    const { fault, number, at, line, message } = problem;
    const when = at === null ? '' : `, ${at}`;
    out.write(`${fault}: entry ${number}${when} (line ${line}): ${message}\n`);
    return 1;
  }
  if (last === null) out.write('There are no entries.\n');
  else {
    out.write(
      `${entries} entries, ${first} to ${last.number}: all right. --head ${last.number}:${last.hash}\n`,
    );
  }
  return 0;
}
