// Owns the rules about a single file's text that no linter in this repository has: length, opening
// comment, purity, default exports, names. Pure: takes a path and a text, knows no disk (check-files.ts does).
import { pureFolderPackages } from './import-layers';

/** A rule that a file breaks: `{rule: 'too-long', file: 'lib/a.ts', line: 301, message: …}`. */
export interface FileProblem {
  readonly rule: FileRule;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type FileRule =
  | 'too-long'
  | 'no-opening-comment'
  | 'impure'
  | 'default-export'
  | 'drawer'
  | 'workplace'
  | 'unsafe-html'
  | 'streamed-decode'
  | 'unfinished';

/** Lines a source file may have. Tables of data, messages and tests of tables are exempt. */
export const maxLines = 300;

const code = /[.](ts|tsx|mts|mjs|cjs|js)$/;
const test = /([.](test|fixture)[.]tsx?|[.]spec[.]ts)$/;
const exemptFromLength = [/^data\//, /^lib\/messages\//, /^lib\/core\/usps\//, test];
const mayExportDefault = [/^app\//, /^tests\/e2e\/setup[.]ts$/, /^[^/]+[.](js|cjs|mjs|ts|mts)$/];
const purePath = new RegExp(`^(${Object.keys(pureFolderPackages).join('|')})/`);
const shipped = /^(app|components|lib)\//;

/** Written in pieces, so that this file does not break its own rules. */
const workplace = new RegExp(
  [
    ['shared', 'design'],
    ['/work', 'main'],
    ['/work', 'shared'],
    ['/tmp', 'brief'],
  ]
    .map(([start, end]) => `${start}/${end}`)
    .join('|'),
);
const unfinished = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);

const impure: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bDate\.now\(/, 'take `now: Date`'],
  [/\bnew Date\(\)/, 'take `now: Date`'],
  [/\bMath\.random\(/, 'take a seeded source'],
  [/\bprocess\./, 'take what it holds as a parameter'],
  [/(?<![.\w])fetch\(/, 'take a port'],
  [/\b(localStorage|sessionStorage|indexedDB)\b/, 'take a port'],
  [/(?<![.\w'"`])console\./, 'return what happened'],
];

/** Text with comments blanked, so that words in comments break no rule; line numbers stay. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Every rule that `text` at `file` (path from the root, `/` between) breaks, in the order of its lines. */
export function fileProblems(file: string, text: string): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (rule: FileRule, line: number, message: string) =>
    problems.push({ rule, file, line, message });
  const lines = text.split('\n');

  lines.forEach((line, index) => {
    if (workplace.test(line)) report('workplace', index + 1, 'speaks of the place it was written in');
  });
  if (!code.test(file)) return problems;

  const codeLines = withoutComments(text).split('\n');
  const isTest = test.test(file);
  const length = text.endsWith('\n') ? lines.length - 1 : lines.length;

  if (length > maxLines && !exemptFromLength.some((path) => path.test(file))) {
    report('too-long', maxLines + 1, `${length} lines, at most ${maxLines}: split it`);
  }
  // A test says what it is about in its `describe`.
  if (!isTest && !/^(#!.*\n)?(['"]use client['"];?\n+)?(\/\/|\/\*)/.test(text)) {
    report('no-opening-comment', 1, 'open with what it owns and what it must not know');
  }
  if (/(^|\/)(utils?|helpers?|misc|common)([./]|$)/i.test(file)) {
    report('drawer', 1, 'a drawer for everything: name it after what it does');
  }
  codeLines.forEach((line, index) => {
    if (
      /^\s*export default\b|\bas default\b/.test(line) &&
      !mayExportDefault.some((path) => path.test(file))
    ) {
      report('default-export', index + 1, 'export it by name');
    }
    if (shipped.test(file) && !isTest && line.includes('dangerouslySetInnerHTML')) {
      report('unsafe-html', index + 1, 'markup comes from React, never from text');
    }
    if (/^lib\/ingest\//.test(file) && !isTest && /\bstream: true\b/.test(line)) {
      report('streamed-decode', index + 1, 'a file becomes text by createTextDecoder (docs/adr/0049)');
    }
    if (purePath.test(file) && !isTest) {
      for (const [pattern, instead] of impure) {
        if (pattern.test(line)) report('impure', index + 1, `${line.trim()}: ${instead}`);
      }
    }
  });
  lines.forEach((line, index) => {
    if (unfinished.test(line)) report('unfinished', index + 1, line.trim());
  });
  return problems;
}
