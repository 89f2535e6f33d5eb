// Owns what is known of an office beside its data: which jurisdiction it answers for, whom voters call, what it
// has declared. Knows no account.

import { z } from 'zod';
import { records } from '../ports/records';

export const officeIdSchema = z.string().regex(/^[a-z0-9-]{2,60}$/);

export const officeSchema = z.object({
  id: officeIdSchema,
  /** `Adams County`. */
  name: z.string().min(1).max(200),
  kind: z.enum(['county', 'city', 'town', 'state']),
  /** Two-letter postal code. */
  state: z.string().regex(/^[A-Z]{2}$/),
  /** IANA name, where it is not the zone that most of the state keeps (lib/view/desk-time): `America/Denver`. */
  timeZone: z.string().optional(),
  /** The phone that voters are given; null until somebody has given one. */
  phone: z
    .object({
      number: z.string(),
      /** When it is answered on election day, in words: `6 am to 9 pm`. */
      electionDayHours: z.string(),
      /** Who called it and heard it answered, and when; null: not yet, and nothing is published. */
      confirmed: z.object({ by: z.string(), at: z.string() }).nullable(),
    })
    .nullable(),
  /** A number on this office's list beats a range on it that holds the same number. */
  singleNumberBeatsRange: z.boolean(),
  /** Account ids: who of the `state` people stands in as approver for this office. */
  dutyApproverIds: z.array(z.string()),
  /** Made from practice files. */
  isPractice: z.boolean(),
});

export type Office = z.infer<typeof officeSchema>;

/** `office/<officeId>`. */
export const offices = records('office', officeSchema);
