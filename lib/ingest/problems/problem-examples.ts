// Owns the list of examples: for each code of ./problem-codes.ts small files that have the problem, and the same files mended.
// Data only, in one file a group. What is said here is read by ./problem-examples.test.ts; docs/problems and the desk's help are made of it.

import { archivesExamples } from './examples/archives';
import { boundariesExamples } from './examples/boundaries';
import { earlySitesExamples } from './examples/early-sites';
import type { ProblemExample } from './examples/example';
import { hoursExamples } from './examples/hours';
import { likelyExamples } from './examples/likely';
import { mappingExamples } from './examples/mapping';
import { officesExamples } from './examples/offices';
import { placesExamples } from './examples/places';
import { precinctsExamples } from './examples/precincts';
import { readingExamples } from './examples/reading';
import { spreadsheetsExamples } from './examples/spreadsheets';
import { streetsExamples } from './examples/streets';
import { tablesExamples } from './examples/tables';
import { xmlExamples } from './examples/xml';
import type { ProblemCode } from './problem-codes';

/** Code -> its example. A new code without one does not compile. */
export const problemExamples: Readonly<Record<ProblemCode, ProblemExample>> = {
  ...readingExamples,
  ...archivesExamples,
  ...mappingExamples,
  ...xmlExamples,
  ...tablesExamples,
  ...officesExamples,
  ...precinctsExamples,
  ...streetsExamples,
  ...placesExamples,
  ...earlySitesExamples,
  ...hoursExamples,
  ...spreadsheetsExamples,
  ...boundariesExamples,
  ...likelyExamples,
};
