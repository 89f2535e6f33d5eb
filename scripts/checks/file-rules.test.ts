// Each file rule against a text that breaks it and the nearest text that does not.
import { describe, expect, it } from 'vitest';
import { type FileRule, fileProblems, maxLines } from './file-rules';

const opening = '// Owns something.\n';
const long = `${opening}${'export const x = 1;\n'.repeat(maxLines)}`;
const place = ['shared', 'design/x.md'].join('/');
const renamed = ['as', 'default'].join(' ');
const later = `TO${'DO'}`;

const broken: readonly (readonly [rule: FileRule, file: string, text: string, line: number])[] = [
  ['too-long', 'lib/core/a.ts', long, maxLines + 1],
  ['no-opening-comment', 'lib/core/a.ts', 'export const x = 1;\n', 1],
  ['no-opening-comment', 'components/a.tsx', "'use client';\nexport const x = 1;\n", 1],
  ['impure', 'lib/core/a.ts', `${opening}const t = Date.now();\n`, 2],
  ['impure', 'lib/core/a.ts', `${opening}const t = new Date();\n`, 2],
  ['impure', 'lib/view/a.ts', `${opening}const t = Math.random();\n`, 2],
  ['impure', 'lib/messages/a.ts', `${opening}const t = process.env.X;\n`, 2],
  ['impure', 'lib/release/a.ts', `${opening}const t = await fetch('/x');\n`, 2],
  ['impure', 'lib/release/a.ts', `${opening}localStorage.clear();\n`, 2],
  ['impure', 'lib/ingest/a.ts', `${opening}console.log(1);\n`, 2],
  ['default-export', 'lib/core/a.ts', `${opening}export default 1;\n`, 2],
  ['default-export', 'scripts/a.ts', `${opening}export { x ${renamed} };\n`, 2],
  ['drawer', 'lib/core/utils.ts', opening, 1],
  ['drawer', 'lib/helpers/a.ts', opening, 1],
  ['workplace', 'docs/a.md', `See ${place}\n`, 1],
  ['workplace', 'lib/core/a.ts', `${opening}// see ../${place}\n`, 2],
  ['unsafe-html', 'components/a.tsx', `${opening}<p dangerouslySetInnerHTML={x} />\n`, 2],
  ['streamed-decode', 'lib/ingest/a.ts', `${opening}decoder.decode(bytes, { stream: true });\n`, 2],
  ['unfinished', 'lib/core/a.ts', `${opening}// ${later}: later\n`, 2],
];

const sound: readonly (readonly [why: string, file: string, text: string])[] = [
  [
    'exactly the length allowed',
    'lib/core/a.ts',
    `${opening}${'export const x = 1;\n'.repeat(maxLines - 1)}`,
  ],
  ['a long table', 'lib/core/usps/types.ts', long],
  ['a long catalogue', 'lib/messages/en.ts', long],
  ['a comment after the shebang', 'scripts/a.mjs', `#!/usr/bin/env node\n${opening}`],
  ["a comment after 'use client'", 'components/a.tsx', `'use client';\n\n${opening}`],
  ['a comment that names what is not allowed', 'lib/core/a.ts', `${opening}// never Date.now()\n`],
  ['a date made from a value', 'lib/core/a.ts', `${opening}const t = new Date(0);\n`],
  ['a port called fetch', 'lib/release/a.ts', `${opening}const t = port.fetch('/x');\n`],
  ['a test without opening comment', 'lib/core/a.test.ts', 'export const x = 1;\n'],
  ['a clock in a test', 'lib/core/a.test.ts', `${opening}const t = Date.now();\n`],
  ['a clock in an adapter', 'lib/adapters/a.ts', `${opening}const t = Date.now();\n`],
  ['a short text decoded', 'lib/ingest/a.ts', `${opening}new TextDecoder().decode(bytes);\n`],
  ['a page of Next', 'app/page.tsx', `${opening}export default function Page() {}\n`],
  ['a configuration file', 'knip.config.ts', `${opening}export default {};\n`],
  ['a document without a comment', 'docs/a.md', '# Title\n'],
];

describe('fileProblems', () => {
  it.each(broken)('reports %s in %s: %j', (rule, file, text, line) => {
    expect(fileProblems(file, text)).toContainEqual(expect.objectContaining({ rule, file, line }));
  });

  it.each(sound)('lets pass %s', (_why, file, text) => {
    expect(fileProblems(file, text)).toEqual([]);
  });
});
