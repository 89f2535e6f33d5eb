// Owns the pages of help on codes: problems of files and causes that an approver takes note of, in one order, by one name. Needs no
// store, so that help is there when the stores are not.

import { editDistance } from '@/lib/core/address/edit-distance';
import { consequences, type HelpPage, helpPart, problemPage } from '@/lib/ingest/problems/help-page';
import { problemGroups } from '@/lib/ingest/problems/problem-groups';
import { causeExamples } from '../compare/cause-examples';
import { type CauseCode, causeCodes } from '../compare/change-causes';

export interface HelpGroup {
  readonly heading: string;
  /** null: the heading says it. */
  readonly text: string | null;
  readonly pages: readonly HelpPage[];
}

const groups: readonly HelpGroup[] = [
  ...problemGroups.map(({ heading, text, codes }) => ({ heading, text, pages: codes.map(problemPage) })),
  {
    heading: 'What an approver takes note of',
    text: 'No problems of a file, but changes against the list that is live. They are found when lists are compared at the desk.',
    pages: causeCodes.map(causePage),
  },
];

const byCode: ReadonlyMap<string, HelpPage> = new Map(
  groups.flatMap(({ pages }) => pages.map((page) => [page.code, page] as const)),
);

/** Every page, under the headings of docs/problems.md. */
export const helpGroups = (): readonly HelpGroup[] => groups;

/** The page of a code; null: there is no such code. */
export const helpPageOf = (code: string): HelpPage | null => byCode.get(code) ?? null;

/** What a code is called on its page of help; the code itself where there is none (an earlier version has found it). */
export const helpTitleOf = (code: string): string => byCode.get(code)?.title ?? code;

/** How many letters may be wrong in a code for it to be meant. */
const MOST_EDITS = 4;
const MOST_SHOWN = 5;

/** Codes that may have been meant, the nearest first; [] where none is near. `zip-unredable` -> `zip-unreadable`. */
export function nearCodes(asked: string): readonly string[] {
  const wanted = asked
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .slice(0, 60);
  if (wanted === '') return [];
  return [...byCode.keys()]
    .map((code) => ({ code, far: farFrom(wanted, code) }))
    .filter(({ far }) => far <= MOST_EDITS)
    .sort((a, b) => a.far - b.far || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ code }) => code);
}

/** A part of a code (`zip`) is near, too, and less so than a slip of the finger. */
function farFrom(wanted: string, code: string): number {
  const edits = editDistance(wanted, code, MOST_EDITS);
  return edits > 2 && wanted.length > 2 && code.includes(wanted) ? 3 : edits;
}

function causePage(code: CauseCode): HelpPage {
  const { title, meaning, remedy, live, draft } = causeExamples[code];
  return {
    code,
    title,
    kind: 'note',
    consequence: consequences.note,
    meaning,
    remedy,
    examples: [
      ...(live === null ? [] : [helpPart('An example: what is live', live)]),
      helpPart(live === null ? 'An example' : 'The list that comes after it', draft),
    ],
    mended: null,
  };
}
