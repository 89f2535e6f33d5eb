// Owns the record of ZIP-to-county rows that an installation adds to the built-in reference: those of the practice county,
// or a state's own list. Pure shapes.

import { z } from 'zod';
import { records } from '../ports/records';

/** `csv`: columns `zip,county,state`, and `town,time_zone` for ZIPs that the reference does not know. */
export const crosswalks = records('reference', z.object({ csv: z.string() }));

/** `reference/zip-counties`. */
export const CROSSWALK = 'zip-counties';
