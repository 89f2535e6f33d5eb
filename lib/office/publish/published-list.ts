// Owns finding a list that is or was live: of an office's own choices, and of nothing else in the store. Changes nothing.

import type { ListedDataset } from '@/lib/core/vip';
import { loadListed } from '../drafts/datasets';
import type { OfficePorts } from '../ports/office-ports';
import { choices } from './choice';

/** What was published of a list: rows that a neighbour's older claim set aside are not in it. `list` is the dataset's hash, null for
 *  what is live. Null where the office never chose such a list. Throws `StoreError`. */
export async function publishedList(
  ports: Pick<OfficePorts, 'state' | 'blobs'>,
  officeId: string,
  electionId: string,
  list: string | null,
): Promise<ListedDataset | null> {
  const choice = (await choices.read(ports.state, officeId, electionId))?.value;
  if (choice === undefined) return null;
  const lists = [...(choice.current === null ? [] : [choice.current]), ...choice.previous];
  const found = list === null ? choice.current : lists.find(({ dataset }) => dataset === list);
  return found ? loadListed(ports, found.published) : null;
}
