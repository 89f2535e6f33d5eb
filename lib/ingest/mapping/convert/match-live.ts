// Owns which precinct of a new list is which one that is live, and what is said of those that the list leaves out. Knows no file.

import { looseCode } from '@/lib/core/precinct-code';
import type { Dataset, Precinct } from '@/lib/core/vip';
import type { ProblemLog } from '../../problems/problem';
import type { PrecinctCodes } from './precinct-codes';

/** Precincts of the list -> precincts that are live: by number, name or id, and only one to one. What is live and not in the
 *  list is reported, and so are its parts with places of their own; their streets are left out. `file`: the list. */
export function matchLive(
  live: Dataset,
  codes: PrecinctCodes,
  file: string,
  log: ProblemLog,
): ReadonlyMap<string, string> {
  const state = live.state.abbreviation;
  const speaksInNumbers = live.precincts.some(
    (precinct) => hasOtherNumber(precinct) && codes.find(precinct.number ?? '', state) !== null,
  );
  const found = new Map<string, string[]>();
  for (const precinct of live.precincts) {
    const ids = new Set(
      spellings(precinct, speaksInNumbers).flatMap((text) => codes.find(text, state) ?? []),
    );
    const [only] = ids;
    if (ids.size === 1 && only !== undefined) found.set(only, [...(found.get(only) ?? []), precinct.id]);
  }
  const matched = new Map<string, string>();
  for (const [listId, [liveId, ...others]] of found) {
    if (others.length === 0 && liveId !== undefined) matched.set(listId, liveId);
  }
  report(live, new Set(matched.values()), file, log);
  return matched;
}

/** An id that is not the number is the export's own, and counts only where the list does not speak in numbers: id 5 may be
 *  precinct 12. */
function spellings(precinct: Precinct, speaksInNumbers: boolean): readonly string[] {
  const { id, number, name } = precinct;
  const code = number ?? id;
  const own = speaksInNumbers && hasOtherNumber(precinct) ? [] : [id];
  return [...own, number ?? '', name, name === '' ? '' : `${code} ${name}`].filter((text) => text !== '');
}

function hasOtherNumber({ id, number }: Precinct): boolean {
  return number !== null && looseCode(number) !== looseCode(id);
}

function report(live: Dataset, kept: ReadonlySet<string>, file: string, log: ProblemLog): void {
  const apart = splitsApart(live);
  const rows = new Map<string, number>();
  for (const { precinctId, precinctSplitId } of live.streetSegments) {
    const key =
      precinctSplitId !== null && apart.has(precinctSplitId) ? `split ${precinctSplitId}` : precinctId;
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  const leftOut = (key: string) => `${rows.get(key) ?? 0} street segments are left out with it.`;
  for (const { id, name } of live.precincts) {
    if (!kept.has(id)) log.report('precinct-not-in-list', { file, value: named(id, name) }, leftOut(id));
  }
  for (const { id, name, precinctId } of live.precinctSplits) {
    if (!apart.has(id) || !kept.has(precinctId)) continue;
    log.report('split-not-in-list', { file, value: named(id, name ?? id) }, leftOut(`split ${id}`));
  }
}

function named(id: string, name: string): string {
  return name === id ? id : `${id} ${name}`;
}

/** Ids of parts of precincts that vote elsewhere than the rest. A list of precincts does not say where. */
export function splitsApart(live: Dataset): ReadonlySet<string> {
  return new Set(
    live.precinctSplits.filter(({ pollingLocationIds }) => pollingLocationIds.length > 0).map(({ id }) => id),
  );
}
