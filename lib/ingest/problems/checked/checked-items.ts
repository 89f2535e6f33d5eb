// Owns the list of what is read and checked in an office's files, in the order in which people are told of it. Data only.

import type { CheckedSection } from './checked-item';
import { fileItems } from './files';
import { groupItems } from './groups';
import { hoursItems } from './hours';
import { idItems } from './ids';
import { placeAddressItems } from './place-addresses';
import { placePointItems } from './place-points';
import { precinctItems } from './precincts';
import { readingItems } from './reading';
import { shapeItems } from './shape';
import { spreadsheetColumnItems } from './spreadsheet-columns';
import { spreadsheetItems } from './spreadsheets';
import { streetItems } from './streets';
import { uploadItems } from './uploads';

export const checkedSections: readonly CheckedSection[] = [
  { heading: 'What can be uploaded', items: uploadItems },
  { heading: 'Reading', items: [...fileItems, ...readingItems] },
  {
    heading: 'Damage by spreadsheets',
    items: [...spreadsheetItems, ...spreadsheetColumnItems, ...groupItems],
  },
  { heading: 'Shape', items: [...idItems, ...shapeItems] },
  { heading: 'Streets against each other', items: streetItems },
  { heading: 'Precincts and places', items: [...precinctItems, ...placePointItems, ...placeAddressItems] },
  { heading: 'Hours and days', items: hoursItems },
];
