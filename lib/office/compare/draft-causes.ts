// Owns the causes of one draft as it stands in the stores. Decides nothing: who has taken note of them is approve-draft's.

import type { Draft } from '../drafts/draft';
import type { OfficePorts } from '../ports/office-ports';
import type { ChangeCause } from './change-causes';
import { comparisonOf } from './comparison';

/** `causesOfDraft(ports, draft)`: compared with what is live now; [] where nothing of it could be read. Throws `StoreError`. */
export async function causesOfDraft(ports: OfficePorts, draft: Draft): Promise<readonly ChangeCause[]> {
  return (await comparisonOf(ports, draft))?.causes ?? [];
}
