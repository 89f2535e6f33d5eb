// Owns what a draft is and which states it goes through. A draft holds what was uploaded as it was, what was
// corrected since as a row of steps, and what both together became. Knows no request and no screen.

import { z } from 'zod';
import { tableMappingSchema } from '@/lib/ingest/mapping/table-mapping-schema';
import { suggestionKinds } from '@/lib/ingest/suggestions/suggestion';
import { officeIdSchema } from '../offices/office';
import { records } from '../ports/records';

/** `uploading` -> `checking` -> `checked` -> `submitted` -> `approved` -> `live`; `checked` again where it was
 *  returned or corrected; `withdrawn` from anywhere before `approved`. */
export const draftStates = [
  'uploading',
  'checking',
  'checked',
  'submitted',
  'approved',
  'live',
  'withdrawn',
] as const;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const personSchema = z.object({ id: z.string(), name: z.string(), at: z.string() });

/** What somebody said of a table of the office's own, and when. */
export const confirmedMappingSchema = z.object({
  /** The table that it was said of: `streets.csv`. */
  table: z.string(),
  mapping: tableMappingSchema,
  by: personSchema,
});

/** What somebody has put back of what earlier lists had right (lib/office/fixes), in one deed. */
export const putBackStepSchema = z.object({
  /** Blob `fixes/<sha256>`: what it was. */
  blob: z.string(),
  /** Hash of the list that was live, and says it right. */
  live: sha256Schema,
  count: z.number().int().positive(),
  by: personSchema,
});

/** One uploaded file: its original bytes lie in blobs `uploads/<draftId>/<fileId>.<n>`, gzipped as they came. */
export const draftFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  /** SHA-256 of the whole file, uncompressed, as the browser computed it; checked by the server. */
  sha256: sha256Schema,
  /** SHA-256 of each chunk, uncompressed, in order. Which have arrived is asked of the blobs: a chunk is stored under its
   *  number only where it is what was announced. */
  chunks: z.array(sha256Schema),
});

/** One cell set to another value, or back. The original is never edited. */
export const correctionSchema = z.object({
  file: z.string(),
  /** As in `Problem`: the header is row 1. */
  row: z.number().int().positive(),
  column: z.string(),
  before: z.string(),
  after: z.string(),
  by: personSchema,
});

/** What somebody said of one group of repairs (lib/ingest/suggestions). Taking it back removes it. */
export const repairDecisionSchema = z.object({
  kind: z.enum(suggestionKinds),
  file: z.string(),
  column: z.string(),
  decision: z.enum(['accepted', 'refused']),
  /** Rows that it was said of. */
  count: z.number().int().nonnegative(),
  by: personSchema,
});

/** Which election it is for, where the files do not say. */
export const declaredElectionSchema = z.object({
  name: z.string().trim().min(1).max(200),
  date: z.iso.date(),
});

export const draftSchema = z.object({
  id: z.string(),
  officeId: officeIdSchema,
  state: z.enum(draftStates),
  author: personSchema.extend({ kind: z.enum(['person', 'token', 'system']) }),
  /** What the office calls it: `November precincts, second try`. */
  title: z.string().max(200),
  files: z.array(draftFileSchema),
  /** What the author said of the election; the election file counts before it. */
  election: declaredElectionSchema.nullish(),
  /** "Same places, new date": the dataset that it is made of instead of files, and the election of it. */
  basis: z.object({ dataset: sha256Schema, electionName: z.string() }).nullish(),
  /** Of a state's one file: which draft this office's part is of, and the ids of who worked on that. */
  partOf: z.object({ officeId: officeIdSchema, draftId: z.string(), by: z.array(z.string()) }).nullish(),
  corrections: z.array(correctionSchema),
  /** Which column holds what, as somebody said of this draft's tables; goes before what is kept of earlier ones. */
  mappings: z.array(confirmedMappingSchema).optional(),
  /** Repairs that somebody accepted or refused, each once. */
  repairs: z.array(repairDecisionSchema).optional(),
  /** Laid into what is read, the first first; taking one back removes it. */
  putBack: z.array(putBackStepSchema).optional(),
  /** What files and corrections became, once checked; null before, or where nothing could be read. */
  checked: z
    .object({
      at: z.string(),
      /** Blob `datasets/<sha256>`: gzip of canonical JSON of the `Dataset`. null: a fatal problem. */
      dataset: z.string().nullable(),
      electionId: z.string().nullable(),
      electionName: z.string().nullable(),
      electionDate: z.string().nullable(),
      segments: z.number(),
      precincts: z.number(),
      pollingLocations: z.number(),
      rowsIn: z.number(),
      rowsSetAside: z.number(),
      fatals: z.number(),
      errors: z.number(),
      conflicts: z.number(),
      warnings: z.number(),
      /** Name of a blob, `problems/<sha256>`: the index of problems (stored-problems.ts). */
      problems: z.string(),
      /** Blob `divisions/<sha256>`: whose part of it is whose, where it is a state's one file (lib/office/division). */
      division: z.string().nullish(),
      /** Hash of the live dataset that its list of precincts and places was laid over; null: it was not. */
      over: sha256Schema.nullish(),
      /** What the office had declared when it was read; left out where that was before anybody noted it. */
      singleNumberBeatsRange: z.boolean().optional(),
      /** Things that are put back in `dataset`, and the hash of what was read without them; left out where nothing was to be put back. */
      putBack: z.object({ asRead: sha256Schema, count: z.number() }).optional(),
      /** Tables of the office's own; null: there are none. `blob`: foreign-tables.ts. */
      foreign: z.object({ blob: z.string(), tables: z.number(), unconfirmed: z.number() }).nullish(),
      /** Repairs that are offered or were applied; null: there are none. `blob`: stored-suggestions.ts. */
      suggestions: z.object({ blob: z.string(), groups: z.number() }).nullish(),
    })
    .nullable(),
  /** What the files became before the first cell was corrected, or repair accepted (lib/office/fixes): hash of the dataset, null where it is not known. Not
   *  given: nothing was. */
  uncorrected: z.object({ dataset: sha256Schema.nullable(), at: z.string() }).nullish(),
  /** Causes (lib/office/compare) that somebody has taken note of: `<code> <account>` -> who, and the count they saw. */
  acknowledged: z.record(z.string(), personSchema.extend({ count: z.number() })),
  /** Blob of its golden addresses (lib/office/compare); null: those of what is live. */
  golden: z.string().nullish(),
  /** Who set them for this draft. */
  goldenBy: personSchema.nullish(),
  submitted: personSchema.nullable(),
  /** Never the author, nor who submitted it. `liveThen`: hash of what was live of its election, beside which it was looked at; null: nothing was. */
  approved: personSchema.extend({ liveThen: z.string().nullish() }).nullable(),
  /** Why it came back, in the approver's words; null where it did not. */
  returned: personSchema.extend({ reason: z.string() }).nullable(),
  /** The job that makes it live. */
  jobId: z.string().nullable(),
});

export type Draft = z.infer<typeof draftSchema>;
export type DeclaredElection = z.infer<typeof declaredElectionSchema>;
export type DraftFile = z.infer<typeof draftFileSchema>;
export type ConfirmedMapping = z.infer<typeof confirmedMappingSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type PutBackStep = z.infer<typeof putBackStepSchema>;
export type RepairDecision = z.infer<typeof repairDecisionSchema>;
export type DraftState = (typeof draftStates)[number];

/** `draft/<officeId>/<draftId>`. */
export const drafts = records('draft', draftSchema);
