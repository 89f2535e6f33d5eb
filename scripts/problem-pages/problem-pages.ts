// Owns which documents are made of the codes and their examples: docs/problems.md from "The codes" on, a page for each, and
// docs/what-is-checked.md; and of the columns of tables: docs/columns.md. Writes nothing.

import { helpGroups } from '@/lib/office/help/help-pages';
import { checkedMarkdown } from './checked-markdown';
import { columnsMarkdown } from './columns-markdown';
import { withCodes } from './index-markdown';
import { pageMarkdown } from './page-markdown';

/** The page of all codes, and the folder of the pages. */
export const INDEX = 'docs/problems.md';
export const FOLDER = 'docs/problems';
const CHECKED = 'docs/what-is-checked.md';
const COLUMNS = 'docs/columns.md';

/** Path from the root -> text. `index`: docs/problems.md as it stands. */
export function problemPages(index: string): ReadonlyMap<string, string> {
  const groups = helpGroups();
  const pages = groups.flatMap((group) => group.pages);
  return new Map([
    [INDEX, withCodes(index, groups)],
    [CHECKED, checkedMarkdown()],
    [COLUMNS, columnsMarkdown()],
    ...pages.map((page) => [`${FOLDER}/${page.code}.md`, pageMarkdown(page)] as const),
  ]);
}
