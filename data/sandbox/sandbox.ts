// Owns the practice county: its files, its dates, its ZIP reference. Everything in it is made up by this
// project and says so. It goes through the real reader (lib/ingest) like any office's files.
// The places lie in the middle of the Gulf, 300 km from any shore: within the bounds of the country and
// plausible to each other on a map, and never anybody's real polling place.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IsoDate } from '@/lib/core/vip';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const MS_A_DAY = 86_400_000;
/** Election day as the committed files have it; `sandboxSources` moves every date by the same number of days. */
const WRITTEN_DATE: IsoDate = '2028-11-07';
/** The files whose dates follow the election. Source dates do not: they say when the file was made. */
const DATED_FILES: ReadonlySet<string> = new Set(['election.csv', 'schedule.csv']);
/** Far enough ahead that early voting, too, can be practised. */
const LEAST_DAYS_AHEAD = 14;

/** One practice office's files: `{officeId: 'sandbox-county', files: [{name: 'precinct.csv', bytes}]}`. */
export interface SandboxSource {
  readonly officeId: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The practice offices' feeds: a county, its special election five weeks later, and a town that has given
 *  places but no streets. */
const FEEDS: readonly { readonly officeId: string; readonly folder: string }[] = [
  { officeId: 'sandbox-county', folder: 'county' },
  { officeId: 'sandbox-county', folder: 'county-special' },
  { officeId: 'sandbox-town', folder: 'town' },
];

/** ZIP rows of the practice state, for `--zip-counties`: the postal service knows no 000xx. */
export const SANDBOX_ZIP_COUNTIES = join(ROOT, 'zip-counties.csv');

/** The next Tuesday after the first Monday of a November that is at least 14 days ahead: `2027-11-02`. */
export function sandboxElectionDate(now: Date): IsoDate {
  const earliest = now.getTime() + LEAST_DAYS_AHEAD * MS_A_DAY;
  const year = now.getUTCFullYear();
  const day = generalElectionDay(year);
  return isoDate(day.getTime() >= earliest ? day : generalElectionDay(year + 1));
}

/** The practice offices' files with every date moved so that the election is ahead of `now`. */
export function sandboxSources(now: Date): readonly SandboxSource[] {
  const days = (Date.parse(sandboxElectionDate(now)) - Date.parse(WRITTEN_DATE)) / MS_A_DAY;
  return FEEDS.map(({ officeId, folder }) => ({
    officeId,
    files: readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.csv'))
      .sort()
      .map((name) => ({ name, bytes: movedDates(name, readFileSync(join(ROOT, folder, name)), days) })),
  }));
}

function movedDates(name: string, bytes: Uint8Array, days: number): Uint8Array {
  if (!DATED_FILES.has(name)) return bytes;
  const text = new TextDecoder().decode(bytes);
  const moved = text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) =>
    isoDate(new Date(Date.parse(date) + days * MS_A_DAY)),
  );
  return new TextEncoder().encode(moved);
}

/** 2 U.S.C. §7: the Tuesday next after the first Monday in November. */
function generalElectionDay(year: number): Date {
  const firstWeekday = new Date(Date.UTC(year, 10, 1)).getUTCDay();
  const firstMonday = 1 + ((8 - firstWeekday) % 7);
  return new Date(Date.UTC(year, 10, firstMonday + 1));
}

function isoDate(day: Date): IsoDate {
  return day.toISOString().slice(0, 10);
}
