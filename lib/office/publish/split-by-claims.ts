// Owns what of one office's dataset is published, the others' being as they are: all but the rows on which somebody else
// comes first. Writes nothing but blobs.

import { claimedRows, rowInWords, withoutRows } from '@/lib/release/claimed-rows';
import { loadDataset, storeDataset } from '../drafts/datasets';
import type { OfficeChoice } from './choice';
import type { Claim } from './claim';
import { loadPart } from './parts';
import type { PublishPorts } from './publish-ports';

/** Rows of an office that are set aside for another one. */
export interface SetAside {
  readonly holderId: string;
  readonly segments: number;
  readonly examples: readonly string[];
}

const EXAMPLES = 20;

/** `published`: hash of what is left; the dataset's own where nothing is set aside. */
export async function splitByClaims(
  ports: PublishPorts,
  { officeId, electionDate, current }: OfficeChoice,
  all: readonly OfficeChoice[],
  claims: readonly Claim[],
): Promise<{ readonly published: string; readonly setAside: readonly SetAside[] }> {
  if (current === null) throw new Error('taken back');
  const own = { published: current.dataset, setAside: [] };
  const rivals = all.filter(
    (other) =>
      other.current !== null &&
      other.officeId !== officeId &&
      other.electionDate === electionDate &&
      !comesFirst(officeId, other, claims),
  );
  const parts = [];
  for (const { current: chosen } of rivals) {
    if (chosen !== null) parts.push(await loadPart(ports, chosen.published));
  }
  const part = await loadPart(ports, current.dataset);
  const neighbours = parts.filter(({ layers }) => [...layers.keys()].some((zip) => part.layers.has(zip)));
  if (neighbours.length === 0) return own;
  const dataset = await loadDataset(ports, current.dataset);
  const rows = claimedRows(dataset, part, neighbours);
  if (rows.length === 0) return own;
  const published = await storeDataset(ports, withoutRows(dataset, rows));
  const holderIds = [...new Set(rows.flatMap(({ officeIds }) => officeIds))].sort();
  return {
    published,
    setAside: holderIds.map((holderId) => {
      const lost = rows.filter(({ officeIds }) => officeIds.includes(holderId));
      const examples = lost.slice(0, EXAMPLES).map(({ segment }) => rowInWords(segment));
      return { holderId, segments: lost.length, examples };
    }),
  };
}

/** The state has decided that this office answers wherever both claim. */
function comesFirst(officeId: string, other: OfficeChoice, claims: readonly Claim[]): boolean {
  return claims.some(
    (claim) =>
      claim.answers === officeId &&
      claim.electionDate === other.electionDate &&
      claim.officeIds.includes(other.officeId),
  );
}
