// Owns the option `--accept KIND[:COLUMN]`: which repairs somebody at the command line accepts, and how repairs are printed.

import { err, ok, type Result } from '@/lib/core/result';
import {
  type AcceptedRepair,
  isAmong,
  type Suggestion,
  type SuggestionKind,
  suggestionKinds,
} from '@/lib/ingest/suggestions/suggestion';
import type { Terminal } from './command';

/** `['lost-zeros', 'number-format:zip']` -> one accepted repair each, whatever the file. The error is a sentence. */
export function readAccepted(options: readonly string[]): Result<readonly AcceptedRepair[], string> {
  const accepted: AcceptedRepair[] = [];
  for (const option of options) {
    const colon = option.indexOf(':');
    const kind = colon < 0 ? option : option.slice(0, colon);
    const column = colon < 0 ? null : option.slice(colon + 1);
    if (!isKind(kind))
      return err(`--accept takes KIND or KIND:COLUMN; KIND is one of ${suggestionKinds.join(', ')}`);
    accepted.push({ kind, file: null, column });
  }
  return ok(accepted);
}

const isKind = (text: string): text is SuggestionKind => suggestionKinds.some((kind) => kind === text);

/** `{kind: 'lost-zeros', file, column: 'zip', count: 312, applied: false, first: [{row: 2, before: ['1760'], after: ['01760']}]}`: what
 *  `validate --json` says of each beside its summary. */
export function suggestionJson({ kind, file, column, count, isApplied, examples }: Suggestion) {
  return { kind, file, column, count, applied: isApplied, first: examples };
}

/** What was repaired, and what was accepted and nowhere found. */
export function printApplied(
  suggestions: readonly Suggestion[],
  accepted: readonly AcceptedRepair[],
  out: Terminal['out'],
): void {
  const applied = suggestions.filter(({ isApplied }) => isApplied);
  printSuggestions(applied, out);
  for (const one of accepted) {
    if (applied.some((other) => isAmong([one], other))) continue;
    const name = one.column === null ? one.kind : `${one.kind}:${one.column}`;
    out.write(`nothing to repair for --accept ${name}: nothing in the files proves it\n`);
  }
}

/** A line for each group, with its first row. */
export function printSuggestions(suggestions: readonly Suggestion[], out: Terminal['out']): void {
  for (const { kind, file, column, count, isApplied, examples } of suggestions) {
    const where = column === '' ? file : `${file}, column ${column}`;
    out.write(`${isApplied ? 'repaired' : 'could be repaired'} ${kind} (${count}): ${where}\n`);
    const [first] = examples;
    // A control character in a cell must not drive the reader's terminal.
    if (first)
      out.write(`  row ${first.row}: ${JSON.stringify(first.before)} -> ${JSON.stringify(first.after)}\n`);
  }
  const open = suggestions.filter(({ isApplied }) => !isApplied);
  const kinds = [...new Set(open.map(({ kind }) => kind))];
  if (kinds.length > 0) out.write(`  What to do: look at them, then --accept ${kinds.join(' --accept ')}\n`);
}
