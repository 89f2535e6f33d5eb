// Owns what going back would change: the list that is live, the one that would be, and how they differ for voters. Changes
// nothing.

import { compareDatasets } from '../compare/compare-datasets';
import type { Difference } from '../compare/difference';
import { loadListed } from '../drafts/datasets';
import type { OfficePorts } from '../ports/office-ports';
import { type Choice, choices, type OfficeChoice } from '../publish/choice';

export interface StepBack {
  readonly choice: OfficeChoice;
  /** null: the election's list would be taken back. */
  readonly to: Choice | null;
  /** From what is live to `to`; null where there would be no list. */
  readonly difference: Difference | null;
}

/** `dataset`: one of the election's earlier lists; null: none at all. null where there is no such step: nothing is live, or
 *  the list is not among the earlier ones any more. Throws `StoreError`. */
export async function stepBack(
  ports: OfficePorts,
  { officeId, electionId, dataset }: { officeId: string; electionId: string; dataset: string | null },
): Promise<StepBack | null> {
  const choice = (await choices.read(ports.state, officeId, electionId))?.value;
  if (choice === undefined) return null;
  if (dataset === null) return choice.current === null ? null : { choice, to: null, difference: null };
  const to = choice.previous.find((each) => each.dataset === dataset);
  if (to === undefined) return null;
  const live = choice.current === null ? null : await loadListed(ports, choice.current.dataset);
  return { choice, to, difference: compareDatasets(live, await loadListed(ports, to.dataset)) };
}
