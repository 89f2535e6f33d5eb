// Owns the arguments of `levee compile`: which there are, and which do not go together.

import { err, ok, type Result } from '@/lib/core/result';
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
  readonly sandbox: boolean;
  /** Each SOURCE may be a state's one file, with several offices in it. */
  readonly splitByOffice: boolean;
  readonly strict: boolean;
  readonly progress: boolean;
}

/** `['feed', '--out', 'release']` -> `{sources: ['feed'], out: 'release', …}`. */
export function readCompileOptions(args: readonly string[]): Result<CompileOptions, UsageError> {
  const parsed = readArgs(args, {
    out: { type: 'string' },
    key: { type: 'string' },
    sequence: { type: 'string' },
    now: { type: 'string' },
    origin: { type: 'string' },
    office: { type: 'string', multiple: true },
    'zip-counties': { type: 'string' },
    mapping: { type: 'string' },
    sandbox: { type: 'boolean', default: false },
    'split-by-office': { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    progress: { type: 'boolean', default: false },
  });
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
