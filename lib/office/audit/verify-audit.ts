// Owns finding out whether an audit was changed after it was written: each entry's own hash, its number, and its tie to the
// one before. Pure: takes entries one by one, wherever they come from.

import { type AuditEntry, auditEntrySchema, entryHash, NO_ENTRY } from './entry';

/** A number and the hash that the entry of that number has: `{number: 17, hash: '3fa9…'}`. */
export type ChainEnd = Pick<AuditEntry, 'number' | 'hash'>;

/** `altered`: an entry is not what its hash was made of, or not what the next one was tied to. `missing`: numbers are not
 *  there. `reordered`: an entry stands after one that it came before, or twice. `cutShort`: the last ones are gone.
 *  `unreadable`: a line is no entry. */
export type AuditFault = 'altered' | 'missing' | 'reordered' | 'cutShort' | 'unreadable';

/** The first thing that is wrong: `{fault: 'altered', number: 17, at: '2026-10-01T…', line: 17, message: '…'}`. */
export interface AuditProblem {
  readonly fault: AuditFault;
  /** Number of the entry; of an unreadable one, the number that was due. */
  readonly number: number;
  /** When it happened, by its own word; null: it is not there. */
  readonly at: string | null;
  /** 1, 2, 3 …: where it stands. */
  readonly line: number;
  readonly message: string;
}

export interface AuditReport {
  readonly entries: number;
  readonly first: number | null;
  /** Number and hash of the last one that is right: whoever keeps them elsewhere can tell later what was rewritten since. */
  readonly last: ChainEnd | null;
  readonly problem: AuditProblem | null;
}

export interface AuditExpectation {
  /** Where the chain ends, as the store notes it; null: nobody says. */
  readonly head: ChainEnd | null;
  /** Where it ended once, as somebody noted it elsewhere; null: nobody did. */
  readonly known: ChainEnd | null;
  /** One office's part: numbers in between are other offices', and no tie can be followed. */
  readonly isPart: boolean;
}

/** Look at entries in their order until one is wrong. Lines are values as JSON gave them; `undefined`: no JSON. */
export async function verifyAudit(
  lines: AsyncIterable<unknown> | Iterable<unknown>,
  { head, known, isPart }: AuditExpectation,
): Promise<AuditReport> {
  let [line, first] = [0, null as number | null];
  let last: AuditEntry | null = null;
  const report = (problem: AuditProblem | null): AuditReport => ({
    entries: line,
    first,
    last: last && { number: last.number, hash: last.hash },
    problem,
  });
  const rest = iteratorOf(lines);
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const { value } = next;
    line += 1;
    const parsed = auditEntrySchema.strict().safeParse(value);
    if (!parsed.success) {
      const message = `this line is no audit entry (${parsed.error.issues[0]?.message ?? 'not JSON'})`;
      return report({ fault: 'unreadable', number: (last?.number ?? 0) + 1, at: null, line, message });
    }
    const problem =
      (await problemOf(parsed.data, last, { isPart, line })) ?? unlikeKnown(parsed.data, known, line);
    if (problem?.fault === 'missing') return report(await orReordered(problem, rest, line));
    if (problem !== null) return report(problem);
    last = parsed.data;
    first ??= last.number;
  }
  const ends = [known, head].filter((end) => end !== null && !(isPart && end === known));
  return report(
    ends.map((end) => end && endProblem(last, end, line)).find((problem) => problem !== null) ?? null,
  );
}

async function problemOf(
  entry: AuditEntry,
  before: AuditEntry | null,
  { isPart, line }: { readonly isPart: boolean; readonly line: number },
): Promise<AuditProblem | null> {
  const { number, at } = entry;
  const due = (before?.number ?? 0) + 1;
  if (number < due) {
    return { fault: 'reordered', number, at, line, message: `stands after entry ${due - 1}` };
  }
  const own = await entryHash(entry);
  if (own !== entry.hash) {
    const message = `what it says is not what was written: its hash is ${entry.hash}, and what it says has ${own}`;
    return { fault: 'altered', number, at, line, message };
  }
  if (isPart) return null;
  if (number > due) {
    const gone = number - due === 1 ? `entry ${due} is` : `entries ${due} to ${number - 1} are`;
    return { fault: 'missing', number: due, at: null, line, message: `${gone} not before entry ${number}` };
  }
  const tiedTo = before?.hash ?? NO_ENTRY;
  if (entry.previous === tiedTo) return null;
  // Its own hash is right, so it stands as it was written: what stands before it is something else than stood there then.
  const message = `it was written anew: entry ${number} was tied to ${entry.previous}, and this one has ${tiedTo}`;
  if (before === null) {
    return {
      fault: 'altered',
      number,
      at,
      line,
      message: `the first entry is tied to ${entry.previous}, and nothing can be before it`,
    };
  }
  return { fault: 'altered', number: before.number, at: before.at, line: line - 1, message };
}

/** Whoever rewrites an entry and all that follow it is found by a hash that was noted elsewhere, and by nothing else. */
function unlikeKnown(
  { number, at, hash }: AuditEntry,
  known: ChainEnd | null,
  line: number,
): AuditProblem | null {
  if (known === null || number !== known.number || hash === known.hash) return null;
  const message = `it or one before it was written anew: its hash was ${known.hash}, and is ${hash}`;
  return { fault: 'altered', number, at, line, message };
}

/** What is missing here may stand further down. */
async function orReordered(
  problem: AuditProblem,
  rest: AsyncIterator<unknown> | Iterator<unknown>,
  line: number,
): Promise<AuditProblem> {
  let at = line;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    at += 1;
    const parsed = auditEntrySchema.safeParse(next.value);
    if (!parsed.success || parsed.data.number !== problem.number) continue;
    const message = `stands at line ${at}, after entries that came later`;
    return { fault: 'reordered', number: problem.number, at: parsed.data.at, line: at, message };
  }
  return problem;
}

function iteratorOf(
  lines: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncIterator<unknown> | Iterator<unknown> {
  return Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
}

function endProblem(last: AuditEntry | null, head: ChainEnd, line: number): AuditProblem | null {
  const number = last?.number ?? 0;
  if (number < head.number) {
    const message = `entries ${number + 1} to ${head.number} are gone from the end`;
    return { fault: 'cutShort', number: number + 1, at: null, line: line + 1, message };
  }
  if (last === null || number > head.number || last.hash === head.hash) return null;
  const message = `it was written anew: its hash was ${head.hash}, and is ${last.hash}`;
  return { fault: 'altered', number, at: last.at, line, message };
}
