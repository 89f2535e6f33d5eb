// Owns the list of every parser that reads bytes from outside. A new one: make it in ./parsers, add it to one of these lists.

import type { FuzzParser } from './fuzz-parser';
import { addressParsers } from './parsers/addresses';
import { boundaryParsers } from './parsers/boundaries';
import { composedParsers } from './parsers/composed';
import { confirmedParsers } from './parsers/confirmed-tables';
import { fileParsers } from './parsers/files';
import { lookUpParsers } from './parsers/look-ups';
import { machineParsers } from './parsers/machines';
import { mappingParsers } from './parsers/mappings';
import { releaseParsers } from './parsers/release';
import { repairParsers } from './parsers/repairs';
import { requestParsers } from './parsers/requests';
import { signedParsers } from './parsers/signed';
import { uploadParsers } from './parsers/uploads';
import { watchingParsers } from './parsers/watching';
import { workbookParsers } from './parsers/workbooks';
import { xmlParsers } from './parsers/xml';

export const parsers: readonly FuzzParser[] = [
  ...fileParsers,
  ...workbookParsers,
  ...uploadParsers,
  ...xmlParsers,
  ...boundaryParsers,
  ...signedParsers,
  ...releaseParsers,
  ...addressParsers,
  ...lookUpParsers,
  ...requestParsers,
  ...machineParsers,
  ...watchingParsers,
  ...mappingParsers,
  ...composedParsers,
  ...confirmedParsers,
  ...repairParsers,
];
