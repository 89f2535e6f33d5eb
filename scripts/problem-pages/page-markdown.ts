// Owns the Markdown of one page of docs/problems. Pure: a page in, a text out.

import type { ShownFile } from '@/lib/ingest/problems/examples/shown-lines';
import type { HelpPage, HelpPart } from '@/lib/ingest/problems/help-page';

/** `docs/problems/zip-unreadable.md`. */
export function pageMarkdown({
  code,
  title,
  kind,
  consequence,
  meaning,
  remedy,
  examples,
  mended,
}: HelpPage): string {
  const what = kind === 'note' ? 'to be taken note of' : `**${kind}**`;
  return [
    `# ${title}`,
    '',
    `\`${code}\` · ${what} · [all codes](../problems.md#the-codes)`,
    '',
    meaning,
    '',
    consequence,
    '',
    ...examples.flatMap(partLines),
    '## What to do',
    '',
    remedy,
    '',
    ...(mended === null ? [] : partLines(mended)),
    '<!-- Made by `npm run -s docs` from lib/ingest/problems/examples; a test reads the example. Not to be edited here. -->',
    '',
  ].join('\n');
}

function partLines({ heading, text, files }: HelpPart): readonly string[] {
  return [`## ${heading}`, '', ...(text === null ? [] : [text, '']), ...files.flatMap(fileLines)];
}

function fileLines({ name, note, lines }: ShownFile): readonly string[] {
  const heading = `\`${name}\`${note === null ? '' : `. ${note}`}`;
  if (lines.length === 0) return [heading, ''];
  return [heading, '', '```text', ...listed(lines), '```', ''];
}

/** Lines with their numbers, an arrow before the one that is meant. */
export function listed(lines: ShownFile['lines']): readonly string[] {
  const width = Math.max(...lines.map(({ number }) => number.length));
  return lines.map(({ number, text, isMarked }) =>
    `${isMarked ? '→' : ' '} ${number.padStart(width)}  ${text}`.trimEnd(),
  );
}
