// Owns the list of every parser that reads bytes from outside. A new one: make it in ./parsers, add it to one of these lists.

import type { FuzzParser } from './fuzz-parser';
import { addressParsers } from './parsers/addresses';
import { boundaryParsers } from './parsers/boundaries';
import { fileParsers } from './parsers/files';
import { machineParsers } from './parsers/machines';
import { mappingParsers } from './parsers/mappings';
import { releaseParsers } from './parsers/release';
import { requestParsers } from './parsers/requests';
import { signedParsers } from './parsers/signed';
import { watchingParsers } from './parsers/watching';
import { xmlParsers } from './parsers/xml';

export const parsers: readonly FuzzParser[] = [
  ...fileParsers,
  ...xmlParsers,
  ...boundaryParsers,
  ...signedParsers,
  ...releaseParsers,
  ...addressParsers,
  ...requestParsers,
  ...machineParsers,
  ...watchingParsers,
  ...mappingParsers,
];
