// Owns that an office has one list for one election day: exports number their elections anew, and a list under another id would stand
// beside the one it is to replace. Pure.

import type { Dataset, Election } from '@/lib/core/vip';
import type { OfficeChoice } from '../publish/choice';

/** The dataset by the election id under which the office has that day live; as it is where nothing is live of that day, or it has
 *  that id. `choices`: all of the office. */
export function asLiveElection(dataset: Dataset, choices: readonly OfficeChoice[]): Dataset {
  const other = otherOfDay(dataset.election, choices);
  return other === null ? dataset : { ...dataset, election: { ...dataset.election, id: other.electionId } };
}

/** What is live of the same day under another id, where nothing is under this one; null: there is none. */
export function otherOfDay(
  { id, date }: Pick<Election, 'id' | 'date'>,
  choices: readonly OfficeChoice[],
): OfficeChoice | null {
  const ofDay = choices.filter(({ current, electionDate }) => current !== null && electionDate === date);
  return ofDay.some(({ electionId }) => electionId === id) ? null : (ofDay[0] ?? null);
}
