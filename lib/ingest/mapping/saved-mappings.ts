// Owns the file in which the command line writes what it proposes of tables, and from which it takes what a person has confirmed.
// It comes from outside: shape and size are checked, and nothing in it counts that nobody has confirmed.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import { mappingNeeds } from './mapping-needs';
import { pinned, readTwoWays } from './pinned-mappings';
import type { ForeignTable, TableMapping } from './table-mapping';
import { tableMappingSchema } from './table-mapping-schema';

/** Characters of a file of mappings, and tables in it. */
const mostCharacters = 4_000_000;
const mostTables = 500;
const shownCell = 200;

const savedSchema = z.object({
  kind: z.literal('levee-mappings'),
  version: z.literal(1),
  tables: z
    .array(z.object({ file: z.string().max(1000), confirmed: z.boolean(), mapping: tableMappingSchema }))
    .max(mostTables),
});

/** The file: each table with `confirmed: false` until a person has looked at it, its confidence and its first rows to look at. */
export function savedMappings(tables: readonly ForeignTable[]): string {
  const shown = tables.slice(0, mostTables).map(({ name, proposal, applied }) => ({
    file: name,
    confirmed: applied !== null,
    mapping: applied ?? proposal.mapping,
    confidence: proposal.confidence,
    headerRow: proposal.headerRow,
    samples: proposal.samples.map((row) => row.map((cell) => cell.slice(0, shownCell))),
  }));
  return `${JSON.stringify({ kind: 'levee-mappings', version: 1, tables: shown }, null, 2)}\n`;
}

/** The mappings of such a file, in its order; where two say different things of the same columns, each goes for its own file. The error is a sentence: not such a file, a table that nobody has confirmed, or a
 *  mapping that cannot be read by. */
export function readSavedMappings(text: string): Result<readonly TableMapping[], string> {
  if (text.length > mostCharacters) return err('The file is larger than any file of mappings.');
  const parsed = savedSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    return err(`This is no file of mappings as levee mapping writes it${at === '' ? '' : ` (at ${at})`}.`);
  }
  for (const { file, confirmed, mapping } of parsed.data.tables) {
    if (!confirmed) return err(`${file}: look at its columns, correct them, and write "confirmed": true.`);
    const fault = faultOf(mapping);
    if (fault !== null) return err(`${file}: ${fault}`);
  }
  const said = parsed.data.tables.map(({ file, mapping }) => ({ name: mapping.table ?? file, mapping }));
  const [conflict] = readTwoWays(said);
  return conflict === undefined ? ok(pinned(said)) : err(conflict);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function faultOf(mapping: TableMapping): string | null {
  const beyond = Object.entries(mapping.columns).find(([, column]) => column >= mapping.width);
  if (beyond !== undefined)
    return `${beyond[0]} is in column ${beyond[1]}, counted from 0, and there are ${mapping.width}.`;
  if (mapping.header !== null && mapping.header.length > mapping.width)
    return 'The header has more names than there are columns.';
  return mappingNeeds(mapping)[0] ?? null;
}
