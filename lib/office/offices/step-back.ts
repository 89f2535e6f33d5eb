// Owns what going back would change: the list that is live, the one that would be, and how they differ. Changes nothing.

import type { OfficePorts } from '../ports/office-ports';
import { type Choice, choices, type OfficeChoice } from '../publish/choice';

export interface StepBack {
  readonly choice: OfficeChoice;
  /** null: the election's list would be taken back. */
  readonly to: Choice | null;
}

/** `dataset`: one of the election's earlier lists; null: none at all. null where there is no such step: nothing is live, or
 *  the list is not among the earlier ones any more. Throws `StoreError`. */
export async function stepBack(
  { state }: OfficePorts,
  { officeId, electionId, dataset }: { officeId: string; electionId: string; dataset: string | null },
): Promise<StepBack | null> {
  const choice = (await choices.read(state, officeId, electionId))?.value;
  if (choice === undefined) return null;
  if (dataset === null) return choice.current === null ? null : { choice, to: null };
  const to = choice.previous.find((each) => each.dataset === dataset);
  return to === undefined ? null : { choice, to };
}
