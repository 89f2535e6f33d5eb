// Owns the compiled office of a dataset: on the shelf, or made anew. Knows no release.

import type { OfficePart } from '@/lib/release/compile-office';
import { compileOffice } from '@/lib/release/compile-office';
import { loadDataset } from '../drafts/datasets';
import type { PublishPorts } from './publish-ports';

/** The part of the dataset with this hash. Throws `StoreError`. */
export async function loadPart(ports: PublishPorts, dataset: string): Promise<OfficePart> {
  const known = ports.shelf.parts.get(dataset);
  if (known !== undefined) return known;
  const part = compileOffice(await loadDataset(ports, dataset), ports.reference());
  ports.shelf.parts.set(dataset, part);
  return part;
}
