// Owns the compiled office of a dataset: on the shelf, in the store, or made anew. Knows no release.

import { gunzipSync, gzipSync, strToU8 } from 'fflate';
import { sha256Hex } from '@/lib/release/bytes';
import { compileOffice, type OfficePart } from '@/lib/release/compile-office';
import { decodePart, encodePart } from '@/lib/release/part-bytes';
import { loadDataset } from '../drafts/datasets';
import type { PublishPorts } from './publish-ports';

/** The part of the dataset with this hash: compiled once for each compiler and ZIP reference. Throws `StoreError`. */
export async function loadPart(ports: PublishPorts, dataset: string): Promise<OfficePart> {
  const known = ports.shelf.parts.get(dataset);
  if (known !== undefined) return known;
  const madeBy = strToU8(`${dataset} ${ports.compilerVersion} ${ports.referenceVersion}`);
  const name = `parts/${await sha256Hex(madeBy)}`;
  const stored = await ports.blobs.get(name);
  const part = stored === null ? await compiled(ports, dataset) : decodePart(gunzipSync(stored));
  if (stored === null) await ports.blobs.put(name, gzipSync(encodePart(part), { level: 6, mtime: 0 }));
  ports.shelf.parts.set(dataset, part);
  return part;
}

async function compiled(ports: PublishPorts, dataset: string): Promise<OfficePart> {
  return compileOffice(await loadDataset(ports, dataset), ports.reference());
}
