// Owns the Markdown of docs/what-is-checked.md: every item of what is read and checked, with what happens and its codes. Pure.

import type { CheckedItem } from '@/lib/ingest/problems/checked/checked-item';
import { checkedSections } from '@/lib/ingest/problems/checked/checked-items';
import { consequences } from '@/lib/ingest/problems/help-page';
import { problemCodes } from '@/lib/ingest/problems/problem-codes';
import { changeItems, otherItems } from '@/lib/office/compare/checked-changes';

const INTRO = `# What is checked, item by item

For people of an election office: what an upload may be, what is looked for in it, and what happens to what is found. A code leads to its page, with an example and
what to do. [Every code by itself](problems.md) · [how the desk is used](office-desk.md)

“Set aside” means that the row is left out with what refers to it, and that voters there are told to call: never a guess. Each line below is tried in the tests, in
several files, in the forms that such a file may have (text in any encoding, a zip, a workbook, VIP XML, an office’s own list), and beside a sound file of which nothing may be said.
`;

const END =
  '<!-- Made by `npm run -s docs` from lib/ingest/problems/checked and lib/office/compare/checked-changes.ts; tests/contract/checked tries each line. Not to be edited here. -->\n';

/** The whole page. */
export function checkedMarkdown(): string {
  const sections = checkedSections.map(({ heading, items }) => table(heading, items.map(lineOf)));
  const changes = changeItems.map(({ item, happens = consequences.note, codes }) =>
    line(item, happens, codes),
  );
  const others = otherItems.map(({ item, happens }) => line(item, happens, []));
  return [INTRO, ...sections, table('Against the list that is live', [...changes, ...others]), END].join(
    '\n',
  );
}

function lineOf({ item, happens, codes }: CheckedItem): string {
  const [first] = codes;
  const usual = first === undefined ? '' : consequences[problemCodes[first].severity];
  return line(item, happens ?? usual, codes);
}

function line(item: string, happens: string, codes: readonly string[]): string {
  const links = codes.map((code) => `[\`${code}\`](problems/${code}.md)`).join(', ');
  return `| ${item} | ${happens} | ${links} |`.replaceAll('| |', '|  |');
}

function table(heading: string, lines: readonly string[]): string {
  return [`## ${heading}`, '', '| what | what happens | code |', '|---|---|---|', ...lines, ''].join('\n');
}
