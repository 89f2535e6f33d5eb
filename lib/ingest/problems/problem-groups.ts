// Owns the order and the headings under which codes are listed: in docs/problems.md and in the desk's help. Data only.

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
import type { ProblemCode } from './problem-codes';

export interface ProblemGroup {
  readonly heading: string;
  /** null: the heading says it. */
  readonly text: string | null;
  readonly codes: readonly ProblemCode[];
}

function group(heading: string, text: string | null, codes: object): ProblemGroup {
  return { heading, text, codes: Object.keys(codes) as ProblemCode[] };
}

/** Every code of ./problem-codes.ts, once. */
export const problemGroups: readonly ProblemGroup[] = [
  group('Files', 'What is wrong with a file as a whole, or with the form of its rows.', readingCodes),
  group('Zip files', 'A zip is refused whole; nothing in it is read.', archivesCodes),
  group(
    'An office’s own tables',
    'Tables that are no VIP feed: somebody confirms once which column holds what.',
    mappingCodes,
  ),
  group(
    'XML',
    'What is wrong with a VIP feed in XML. Rows are the lines on which an entry begins (in a file with several entries on a line: the how-manieth it is), columns the path to the value: StreetSegment/Zip.',
    xmlCodes,
  ),
  group('Ids and yes/no cells', 'In any table.', tablesCodes),
  group('Election, state, offices', null, officesCodes),
  group('Precincts and what they link to', null, precinctsCodes),
  group('Street segments', null, streetsCodes),
  group('Polling places', null, placesCodes),
  group('Early voting and drop boxes', null, earlySitesCodes),
  group('Hours', null, hoursCodes),
  group('Spreadsheets', 'What spreadsheet programs do to cells on the way.', spreadsheetsCodes),
  group(
    'Boundaries',
    'A file of boundaries (GeoJSON) is compared with the lists, and never overrides them. The features of a file are counted from 1.',
    boundariesCodes,
  ),
  group('Likely mistakes', 'What is likely wrong by what stands around it.', likelyCodes),
];
