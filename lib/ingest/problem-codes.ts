// Owns the list of everything that can be wrong with an office's files: what each code means and what to do.
// Data only, in one file a group. docs/problems.md says the same for readers; a test keeps the two alike.
// A code is a public name: once released it is never renamed or given another severity.

import { archivesCodes } from './problem-codes/archives';
import { boundariesCodes } from './problem-codes/boundaries';
import { earlySitesCodes } from './problem-codes/early-sites';
import { hoursCodes } from './problem-codes/hours';
import { likelyCodes } from './problem-codes/likely';
import { mappingCodes } from './problem-codes/mapping';
import { officesCodes } from './problem-codes/offices';
import { placesCodes } from './problem-codes/places';
import { precinctsCodes } from './problem-codes/precincts';
import { readingCodes } from './problem-codes/reading';
import { spreadsheetsCodes } from './problem-codes/spreadsheets';
import { streetsCodes } from './problem-codes/streets';
import { tablesCodes } from './problem-codes/tables';
import { xmlCodes } from './problem-codes/xml';

export type { Severity } from './problem-codes/code-entry';

/** Code -> severity, what it means, what the office can do about it. */
export const problemCodes = {
  ...readingCodes,
  ...archivesCodes,
  ...mappingCodes,
  ...xmlCodes,
  ...tablesCodes,
  ...officesCodes,
  ...precinctsCodes,
  ...streetsCodes,
  ...placesCodes,
  ...earlySitesCodes,
  ...hoursCodes,
  ...spreadsheetsCodes,
  ...boundariesCodes,
  ...likelyCodes,
} as const;

/** `file-missing`, … */
export type ProblemCode = keyof typeof problemCodes;
