// Owns the shape of what an office remembers of its lists: what was put right once, by what it is about, never by the file or the row
// that it stood in. Pure shapes; who finds them and who asks for them is in the files beside this one.

import { z } from 'zod';

/** What two lists must share to say the same, and what an office reads: `{key: '7', words: '07'}`. */
const valueSchema = z.object({ key: z.string(), words: z.string() });

/** What an address is told: its precinct (or split), and where that votes. Where a list has nothing: key '' and `nowhere`. */
const answerSchema = z.object({ precinct: valueSchema, place: valueSchema });

/** A run of house numbers of one street that is answered otherwise. */
const addressChangeSchema = z.object({
  about: z.literal('addresses'),
  /** ZIP, town and canonical street (ADR 0005): `43999|SPRINGVALE||OAK|ST|`. */
  street: z.string(),
  /** `OAK ST, Springvale 43999`. */
  words: z.string(),
  start: z.number(),
  end: z.number(),
  side: z.enum(['odd', 'even', 'both']),
  prefix: z.string(),
  suffix: z.string(),
  /** `1-10, 12`, to be read; null: whole buildings. */
  units: z.string().nullable(),
  before: answerSchema,
  after: answerSchema,
  /** Id of the row of the later list; null: it has none. */
  row: z.string().nullable(),
});

/** One thing of which a list says something else: where a precinct votes, when a place is open, whom voters call; of a place, its
 *  name and address. */
const thingChangeSchema = z.object({
  about: z.enum(['precinct', 'place', 'hours', 'contact']),
  subject: valueSchema,
  before: valueSchema,
  after: valueSchema,
  row: z.string().nullable(),
});

/** How it was put right. `corrected`: cells at the desk, by hand or as suggested. `lateChange`: during an election, and then in the
 *  list. `list`: an approved list says something else than the one before. */
const sourceSchema = z.object({
  how: z.enum(['corrected', 'lateChange', 'list']),
  /** Names of people: `Edith`, `Edith and Ben`. */
  by: z.string(),
  /** ISO 8601. */
  at: z.string(),
});

export const fixSchema = z.object({
  change: z.union([addressChangeSchema, thingChangeSchema]),
  source: sourceSchema,
});

export type Value = z.infer<typeof valueSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type AddressChange = z.infer<typeof addressChangeSchema>;
export type ThingChange = z.infer<typeof thingChangeSchema>;
export type Change = AddressChange | ThingChange;
export type FixSource = z.infer<typeof sourceSchema>;
export type Fix = z.infer<typeof fixSchema>;
