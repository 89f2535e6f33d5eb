// Owns the Markdown of docs/columns.md: the columns of each table that an office may write itself, by the names that are read. Pure.

import { smallOffice } from '@/lib/ingest/problems/checked/uploads';
import { vipTables } from '@/lib/ingest/tables/vip-columns';
import { columnWords } from './column-words';

const intro = () => `# Columns of the tables

For an office that writes its lists itself, in the columns of VIP 6.0. **Three tables are enough**: \`polling_location\`, \`precinct\` and \`street_segment\`, each as a CSV file of
that name (\`precinct.csv\`) or as a sheet of one workbook. Names stand in row 1, in any order; columns that are not listed here are not read. Whoever has one table of their own instead uploads
that: [no column has to be renamed](office-desk.md#tables-of-your-own).

A small office, whole:

${smallOfficeText()}

Format ids, numbers and ZIPs as text before saving from a spreadsheet: it makes dates and rounded numbers of them otherwise ([what is checked](what-is-checked.md)).
`;

const END =
  '<!-- Made by `npm run -s docs` from lib/ingest/tables/vip-columns.ts and scripts/problem-pages/column-words.ts. Not to be edited here. -->\n';

/** The whole page. */
export function columnsMarkdown(): string {
  const tables = Object.entries(columnWords).map(([table, { what, fields }]) =>
    tableText(table as keyof typeof columnWords, what, fields),
  );
  return [intro(), ...tables, END].join('\n');
}

function tableText(
  table: keyof typeof columnWords,
  what: string,
  words: Readonly<Record<string, string>>,
): string {
  const { fields, required }: Spec = vipTables[table];
  const rows = Object.entries(fields).map(([field, [name = '', ...others]]) => {
    const also = others.map((other) => `\`${other}\``).join(', ');
    return `| \`${name}\` | ${neededText(field, fields, required)} | ${words[field] ?? ''} | ${also} |`;
  });
  return [
    `## ${table}`,
    '',
    what,
    '',
    '| column | needed | what it holds | older names that are read |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function smallOfficeText(): string {
  const files = Object.entries(smallOffice).map(([name, lines]) =>
    [`\`${name}\``, '', '```text', ...lines, '```'].join('\n'),
  );
  return files.join('\n\n');
}

interface Spec {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly required: readonly (readonly string[])[];
}

/** `yes`, `this or name`, or nothing. */
function neededText(field: string, fields: Spec['fields'], required: Spec['required']): string {
  const group = required.find((names) => names.includes(field));
  if (group === undefined) return '';
  const others = group
    .filter((other) => other !== field)
    .map((other) => `\`${fields[other]?.[0] ?? other}\``);
  return others.length === 0 ? '**yes**' : `this or ${others.join(' or ')}`;
}
