// Owns the list of everything that can be wrong with an office's files: what each code means and what to do.
// Data only, in one file a group. docs/problems.md says the same for readers; a test keeps the two alike.
// A code is a public name: once released it is never renamed or given another severity.

import { archivesCodes } from './codes/archives';
import { boundariesCodes } from './codes/boundaries';
import { earlySitesCodes } from './codes/early-sites';
import { hoursCodes } from './codes/hours';
import { likelyCodes } from './codes/likely';
import { mappingCodes } from './codes/mapping';
import { officesCodes } from './codes/offices';
import { placesCodes } from './codes/places';
import { precinctsCodes } from './codes/precincts';
import { readingCodes } from './codes/reading';
import { spreadsheetsCodes } from './codes/spreadsheets';
import { streetsCodes } from './codes/streets';
import { tablesCodes } from './codes/tables';
import { xmlCodes } from './codes/xml';

export type { Severity } from './codes/code-entry';

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
