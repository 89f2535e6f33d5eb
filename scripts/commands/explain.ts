// Owns `levee explain`: a page about one code in the terminal, the same as docs/problems/CODE.md. Needs no file and no store.

import type { HelpPage, HelpPart } from '@/lib/ingest/problems/help-page';
import { helpGroups, helpPageOf, nearCodes } from '@/lib/office/help/help-pages';
import { listed } from '../problem-pages/page-markdown';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';

/** `levee explain CODE`. */
export const explain: Command = {
  help: `Usage: levee explain CODE
       levee explain --list

Says what a code of "levee validate" means, with an example, what to do about it, and the example mended. Codes
of the desk's comparison (what an approver takes note of) have pages, too. docs/problems.md lists them all.

  --list      every code with its severity, one a line

Exit codes: 0 said, 2 there is no such code.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, { list: { type: 'boolean', default: false } });
  if (!parsed.ok) return usedWrongly(terminal, 'explain', parsed.error.message);
  const { values, positionals } = parsed.value;
  const [code, ...more] = positionals;
  if (values.list) {
    if (code !== undefined) return usedWrongly(terminal, 'explain', '--list takes no CODE');
    for (const page of helpGroups().flatMap(({ pages }) => pages))
      terminal.out.write(`${page.code} ${page.kind}\n`);
    return 0;
  }
  if (code === undefined) return usedWrongly(terminal, 'explain', 'no CODE given');
  if (more.length > 0) return usedWrongly(terminal, 'explain', 'one CODE at a time');
  const page = helpPageOf(code);
  if (page === null) return usedWrongly(terminal, 'explain', unknownCode(code));
  terminal.out.write(pageText(page));
  return 0;
}

function unknownCode(code: string): string {
  const near = nearCodes(code);
  const meant = near.length === 0 ? 'levee explain --list names them all.' : `Near are: ${near.join(', ')}.`;
  return `there is no code "${code.slice(0, 60)}". ${meant}`;
}

function pageText({ code, title, kind, consequence, meaning, remedy, examples, mended }: HelpPage): string {
  return [
    title,
    `${code} (${kind})`,
    '',
    meaning,
    consequence,
    '',
    ...examples.flatMap(partText),
    'What to do',
    `  ${remedy}`,
    '',
    ...(mended === null ? [] : partText(mended)),
  ].join('\n');
}

function partText({ heading, text, files }: HelpPart): readonly string[] {
  return [
    heading,
    ...(text === null ? [] : [`  ${text}`]),
    ...files.flatMap(({ name, note, lines }) => [
      `  ${name}${note === null ? '' : `. ${note}`}`,
      ...(lines.length === 0 ? [] : listed(lines)),
    ]),
    '',
  ];
}
