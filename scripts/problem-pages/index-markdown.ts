// Owns the list of codes at the end of docs/problems.md: a table for each group, each code with its page. Pure.

import type { HelpGroup } from '@/lib/office/help/help-pages';

/** Where the list begins: all behind it is made. */
const HEADING = '\n## The codes\n';

/** The page with its list made anew. Throws where it has no such heading. */
export function withCodes(page: string, groups: readonly HelpGroup[]): string {
  const at = page.indexOf(HEADING);
  if (at < 0) throw new Error('docs/problems.md has no heading "The codes"');
  const intro =
    'Each has a page with an example and the example mended; `levee explain CODE` prints it. This list and those pages are made by `npm run -s docs` from `lib/ingest/problems/codes` and `lib/ingest/problems/examples`.';
  return `${page.slice(0, at)}${HEADING}\n${intro}\n\n${groups.map(groupText).join('\n')}`;
}

function groupText({ heading, text, pages }: HelpGroup): string {
  const rows = pages.map(
    ({ code, kind, meaning, remedy }) =>
      `| [\`${code}\`](problems/${code}.md) | ${kind} | ${meaning} | ${remedy} |`,
  );
  return [
    `### ${heading}`,
    '',
    ...(text === null ? [] : [text, '']),
    '| code | severity | what it means | what to do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
