// Owns what becomes of everybody's choices when one of them changes: the job's own goes in, and rows that two offices
// claim are set aside for whoever had them first, or for whom the state has decided. Writes nothing but blobs.

import type { Versioned } from '../ports/records';
import type { Choice, OfficeChoice } from './choice';
import type { Claim } from './claim';
import type { Merged } from './merged';
import type { PublishPorts } from './publish-ports';
import type { Wanted } from './wanted';

/** An office can go back to so many. */
const PREVIOUS = 20;

export interface Standing {
  readonly standing: readonly Versioned<OfficeChoice>[];
  readonly claims: readonly Versioned<Claim>[];
  readonly wanted: Wanted | null;
}

export interface Settled extends Pick<Merged, 'choices' | 'claims'> {
  /** All choices as they are to be. */
  readonly all: readonly OfficeChoice[];
}

/** Put `wanted` in and settle who answers for what. Throws `StoreError`. */
export async function settle(_ports: PublishPorts, { standing, wanted }: Standing): Promise<Settled> {
  const all = standing.map(({ value }) => value);
  if (wanted === null) return { all, choices: [], claims: [] };
  const before = standing.find(({ value }) => isOf(wanted, value)) ?? null;
  const next = chosen(before?.value ?? null, wanted);
  return {
    all: [...all.filter((choice) => !isOf(wanted, choice)), next],
    choices: [{ version: before?.version ?? null, next }],
    claims: [],
  };
}

function isOf(a: Pick<Wanted, 'officeId' | 'electionId'>, b: OfficeChoice): boolean {
  return a.officeId === b.officeId && a.electionId === b.electionId;
}

/** What was chosen becomes the latest of what was before; what is chosen again is no longer among it. */
function chosen(before: OfficeChoice | null, wanted: Wanted): OfficeChoice {
  const { officeId, electionId, electionName, electionDate } = wanted;
  const current: Choice | null =
    wanted.choice === null ? null : { ...wanted.choice, published: wanted.choice.dataset };
  const previous = [before?.current ?? [], before?.previous ?? []].flat();
  return {
    officeId,
    electionId,
    electionName,
    electionDate,
    current,
    previous: previous.filter(({ dataset }) => dataset !== current?.dataset).slice(0, PREVIOUS),
  };
}
