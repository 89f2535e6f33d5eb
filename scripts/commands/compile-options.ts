// Owns the arguments of `levee compile`: which there are, and which do not go together.

import { err, ok, type Result } from '@/lib/core/result';
import type { AcceptedRepair } from '@/lib/ingest/suggestions/suggestion';
import { readAccepted } from './accept-option';
import { readArgs, type UsageError } from './command';
import { wholeNumber } from './generate';
import { readTime } from './read-time';

/** What was asked for; null where an option was left out. */
export interface CompileOptions {
  readonly sources: readonly string[];
  readonly out: string;
  readonly key: string | null;
  readonly sequence: number | null;
  readonly now: Date | null;
  readonly origin: string | null;
  /** One for each SOURCE, in their order; empty: as the feeds say. */
  readonly offices: readonly string[];
  readonly zipCounties: string | null;
  /** What was confirmed of tables of the offices' own. */
  readonly mapping: string | null;
  /** Repairs that are to be applied. */
  readonly accepted: readonly AcceptedRepair[];
  /** Declared by the offices: a number with a row of its own is not of the ranges that hold it. */
  readonly singleNumberBeatsRange: boolean;
  /** The feed over which the one SOURCE is laid where it is a list of precincts and places. */
  readonly live: string | null;
  readonly sandbox: boolean;
  /** Each SOURCE may be a state's one file, with several offices in it. */
  readonly splitByOffice: boolean;
  readonly strict: boolean;
  readonly progress: boolean;
}

const OPTIONS = {
  out: { type: 'string' },
  key: { type: 'string' },
  sequence: { type: 'string' },
  now: { type: 'string' },
  origin: { type: 'string' },
  office: { type: 'string', multiple: true },
  'zip-counties': { type: 'string' },
  mapping: { type: 'string' },
  accept: { type: 'string', multiple: true },
  live: { type: 'string' },
  'single-number-beats-range': { type: 'boolean', default: false },
  sandbox: { type: 'boolean', default: false },
  'split-by-office': { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  progress: { type: 'boolean', default: false },
} as const;

/** `['feed', '--out', 'release']` -> `{sources: ['feed'], out: 'release', …}`. */
export function readCompileOptions(args: readonly string[]): Result<CompileOptions, UsageError> {
  const parsed = readArgs(args, OPTIONS);
  if (!parsed.ok) return parsed;
  const { values, positionals: sources } = parsed.value;
  if (sources.length === 0 && !values.sandbox) return err({ message: 'no SOURCE given' });
  if (values.out === undefined || values.out === '') return err({ message: '--out DIR is missing' });
  const sequence = wholeNumber(values.sequence, 1, Number.MAX_SAFE_INTEGER);
  if (values.sequence !== undefined && sequence === null) {
    return err({ message: '--sequence takes a whole number above 0' });
  }
  const now = values.now === undefined ? null : readTime(values.now);
  if (values.now !== undefined && now === null) {
    return err({ message: '--now takes a time such as 2026-11-03T12:00:00Z' });
  }
  if (values.origin !== undefined && !isOrigin(values.origin)) {
    return err({ message: '--origin takes an address such as https://vote.example.gov' });
  }
  if (values.key === '') return err({ message: '--key takes a FILE' });
  const accepted = readAccepted(values.accept ?? []);
  if (!accepted.ok) return err({ message: accepted.error });
  if (values.live !== undefined && sources.length !== 1) {
    return err({ message: '--live goes with one SOURCE' });
  }
  const offices = values.office ?? [];
  if (offices.length > 0 && values['split-by-office']) {
    return err({ message: 'either --office or --split-by-office' });
  }
  const wrongOffice = officesProblem(offices, sources.length);
  if (wrongOffice !== null) return err({ message: wrongOffice });
  const {
    out,
    key = null,
    origin = null,
    'zip-counties': zipCounties = null,
    mapping = null,
    'single-number-beats-range': singleNumberBeatsRange,
    live = null,
    sandbox,
    'split-by-office': splitByOffice,
    strict,
    progress,
  } = values;
  return ok({
    sources,
    out,
    key,
    sequence,
    now,
    origin,
    offices,
    zipCounties,
    mapping,
    accepted: accepted.value,
    singleNumberBeatsRange,
    live,
    sandbox,
    splitByOffice,
    strict,
    progress,
  });
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function officesProblem(offices: readonly string[], sourceCount: number): string | null {
  const wrong = offices.find((office) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(office));
  if (wrong !== undefined) return `--office takes lower-case letters, digits and hyphens, not "${wrong}"`;
  if (offices.length === 0 || offices.length === sourceCount) return null;
  return `${offices.length} times --office for ${sourceCount} SOURCEs: give one for each, in their order, or none`;
}
