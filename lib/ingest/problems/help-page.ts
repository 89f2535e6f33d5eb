// Owns what a page about one code says, as data: Markdown (scripts/problem-pages), the terminal (levee explain) and the desk's help
// draw it. Pure.

import type { ExampleUpload } from './examples/example';
import { type ExamplePlace, type ShownFile, shownFiles } from './examples/shown-lines';
import { type ProblemCode, problemCodes, type Severity } from './problem-codes';
import { problemExamples } from './problem-examples';

/** `note`: no problem of a file, but something that an approver has to take note of. */
export type HelpKind = Severity | 'note';

/** Files under a heading. */
export interface HelpPart {
  readonly heading: string;
  /** A sentence above the files; null: they say all. */
  readonly text: string | null;
  readonly files: readonly ShownFile[];
}

export interface HelpPage {
  /** A public name: it stands in addresses. */
  readonly code: string;
  readonly title: string;
  readonly kind: HelpKind;
  /** What it does to a list. */
  readonly consequence: string;
  readonly meaning: string;
  readonly remedy: string;
  /** Before what is to be done. */
  readonly examples: readonly HelpPart[];
  /** Behind it; null: nothing in the file has to change. */
  readonly mended: HelpPart | null;
}

/** What each kind does to a list, as a sentence. */
export const consequences: Readonly<Record<HelpKind, string>> = {
  fatal: 'Nothing can be published from these files before it is mended.',
  error:
    'The row is set aside, with what refers to it. Voters there are told to call, and never sent to a guess.',
  conflict:
    'The rows are kept. Voters there see every place it could be, and that the list disagrees with itself.',
  warning: 'It stops nothing. Look at it before the list is published.',
  note: 'Whoever approves the list has to take note of it, once, with its count.',
};

/** The page of a code. */
export function problemPage(code: ProblemCode): HelpPage {
  const { severity, meaning, remedy } = problemCodes[code];
  const { title, at, mended, said, instead, ...upload } = problemExamples[code];
  return {
    code,
    title,
    kind: severity,
    consequence: consequences[severity],
    meaning,
    remedy,
    examples: [
      {
        heading: 'An example',
        text: joined(said, found(at), replacedBy(instead)),
        files: shownFiles(upload, at),
      },
    ],
    mended: helpPart('The same, mended', mended),
  };
}

/** An upload under a heading, nothing marked. */
export function helpPart(heading: string, upload: ExampleUpload): HelpPart {
  return { heading, text: upload.said ?? null, files: shownFiles(upload, null) };
}

function found({ file, row }: ExamplePlace): string {
  return row === null ? `Reported of ${file} as a whole.` : `Reported at row ${row} of ${file}.`;
}

const replacedBy = (code: ProblemCode | undefined): string | undefined =>
  code && `This version reports ${code} instead.`;

const joined = (...sentences: readonly (string | undefined)[]): string =>
  sentences.filter((sentence) => sentence !== undefined).join(' ');
