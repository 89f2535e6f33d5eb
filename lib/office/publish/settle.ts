// Owns what becomes of everybody's choices when one of them changes: the job's own goes in, and rows that two offices
// claim are set aside for whoever had them first, or for whom the state has decided. Writes nothing but blobs.

import { canonicalJson } from '@/lib/release/canonical-json';
import type { Versioned } from '../ports/records';
import type { Choice, OfficeChoice } from './choice';
import type { Claim } from './claim';
import { claimsAfter } from './claims-after';
import type { Merged } from './merged';
import type { PublishPorts } from './publish-ports';
import { type SetAside, splitByClaims } from './split-by-claims';
import type { Wanted } from './wanted';

/** An office can go back to so many. */
const PREVIOUS = 20;

/** Twice is enough: after the first time whoever wins has all it keeps, after the second whoever loses has let go. */
const ROUNDS = 2;

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
export async function settle(ports: PublishPorts, { standing, claims, wanted }: Standing): Promise<Settled> {
  const before = new Map(standing.map((choice) => [keyOf(choice.value), choice]));
  const all = new Map(standing.map(({ value }) => [keyOf(value), value]));
  if (wanted !== null) all.set(keyOf(wanted), chosen(all.get(keyOf(wanted)) ?? null, wanted));
  const decisions = claims.map(({ value }) => value);
  const unsettled = [...all.entries()]
    .filter(([key, choice]) => (wanted !== null && key === keyOf(wanted)) || isSplit(choice, decisions))
    .map(([key]) => key)
    // Whoever comes new is looked at first: who lost rows to it before may have them back.
    .sort(
      (a, b) =>
        Number(wanted !== null && b === keyOf(wanted)) - Number(wanted !== null && a === keyOf(wanted)),
    );
  const setAside = new Map<string, readonly SetAside[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of unsettled) {
      const choice = all.get(key);
      if (choice?.current == null) {
        setAside.set(key, []);
        continue;
      }
      const split = await splitByClaims(ports, choice, [...all.values()], decisions);
      all.set(key, { ...choice, current: { ...choice.current, published: split.published } });
      setAside.set(key, split.setAside);
    }
    if (unsettled.length < 2) break;
  }
  return {
    all: [...all.values()],
    choices: [...all].flatMap(([key, next]) => {
      const known = before.get(key);
      const isSame = known !== undefined && canonicalJson(known.value) === canonicalJson(next);
      return isSame ? [] : [{ version: known?.version ?? null, next }];
    }),
    claims: claimsAfter(claims, setAside, all, ports.now()),
  };
}

export const keyOf = ({ officeId, electionId }: Pick<OfficeChoice, 'officeId' | 'electionId'>): string =>
  `${officeId}/${electionId}`;

/** Rows of it are set aside, or the state has decided something that it takes part in. */
function isSplit({ officeId, electionDate, current }: OfficeChoice, claims: readonly Claim[]): boolean {
  if (current === null) return false;
  if (current.published !== current.dataset) return true;
  return claims.some(
    (claim) =>
      claim.answers !== null && claim.electionDate === electionDate && claim.officeIds.includes(officeId),
  );
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
