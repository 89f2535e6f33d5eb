// Owns which state a feed is for. The state file's name decides; a feed without one is in the state that most
// of its streets, else its places, say they lie in.

import { STATES } from '@/lib/core/usps/states';
import type { State } from '@/lib/core/vip';
import { readState, textOrNull } from '../tables/cells';
import type { LoadedTable } from '../tables/vip-tables';

/** How often each state abbreviation occurs. */
export type StateTally = Map<string, number>;

/** Count one more row of a state. */
export function tallyState(tally: StateTally, abbreviation: string): void {
  tally.set(abbreviation, (tally.get(abbreviation) ?? 0) + 1);
}

/** The state; null where neither the file nor any row names one. Of equal tallies the first in the alphabet wins. */
export function decideState(table: LoadedTable<'state'>, tallies: readonly StateTally[]): State | null {
  const cells = table.rows[0]?.cells;
  const named = readState(cells?.abbreviation ?? '') ?? readState(cells?.name ?? '');
  const abbreviation = named ?? tallies.map(mostFrequent).find((state) => state !== null) ?? null;
  if (abbreviation === null) return null;
  return {
    name: textOrNull(cells?.name ?? ''),
    abbreviation,
    electionAdministrationId: textOrNull(cells?.electionAdministrationId ?? ''),
  };
}

function mostFrequent(tally: StateTally): string | null {
  const sorted = [...tally].sort(([a, rowsA], [b, rowsB]) => rowsB - rowsA || (a < b ? -1 : 1));
  return sorted[0]?.[0] ?? null;
}

/** `MS` -> `Mississippi`: the state's own spelling where it gave one. */
export function stateName(state: State): string {
  if (state.name !== null && state.name.length > 2) return state.name;
  for (const [spelling, abbreviation] of STATES) {
    if (abbreviation === state.abbreviation && spelling.length > 2) return titleCase(spelling);
  }
  return state.abbreviation;
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/\b(?!of\b)[a-z]/g, (letter) => letter.toUpperCase());
}
