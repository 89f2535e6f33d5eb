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
  /** What the job changes, one for each office and election. */
  readonly wanted: readonly Wanted[];
  /** The claim that the state has just decided on; null: it is about something else. */
  readonly claimId: string | null;
}

export interface Settled extends Pick<Merged, 'choices' | 'claims'> {
  /** All choices as they are to be. */
  readonly all: readonly OfficeChoice[];
}

/** Put `wanted` in and settle who answers for what. Only offices that have a claim with whoever changes are looked at: what
 *  the others settled among themselves stays. Throws `StoreError`. */
export async function settle(
  ports: PublishPorts,
  { standing, claims, wanted, claimId }: Standing,
): Promise<Settled> {
  const before = new Map(standing.map((choice) => [keyOf(choice.value), choice]));
  const all = new Map(standing.map(({ value }) => [keyOf(value), value]));
  for (const one of wanted) all.set(keyOf(one), chosen(all.get(keyOf(one)) ?? null, one));
  const decisions = claims.map(({ value }) => value);
  const setAside = new Map<string, readonly SetAside[]>();
  const unsettled = keysToSettle(all, decisions, wanted, claimId);
  for (let round = 0; round < ROUNDS; round += 1) {
    let isSettled = true;
    for (const [index, key] of unsettled.entries()) {
      const choice = all.get(key);
      if (choice === undefined) continue;
      const split =
        choice.current === null
          ? { published: null, setAside: [] }
          : await splitByClaims(ports, choice, [...all.values()], decisions);
      setAside.set(key, split.setAside);
      if (choice.current === null || split.published === choice.current.published) continue;
      all.set(key, { ...choice, current: { ...choice.current, published: split.published ?? '' } });
      // The first one was looked at beside what the others had; nobody after it changes that by staying as they are.
      if (index > 0) isSettled = false;
    }
    if (isSettled) break;
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

/** Those that change come first: who lost rows to it before may have them back. */
function keysToSettle(
  all: ReadonlyMap<string, OfficeChoice>,
  claims: readonly Claim[],
  wanted: readonly Wanted[],
  claimId: string | null,
): readonly string[] {
  const decided = claims.find(({ id }) => id === claimId);
  const first = wanted.map(keyOf);
  const others = [...all]
    .filter(
      ([key, { officeId, electionDate }]) =>
        !first.includes(key) &&
        (wanted.some((one) => haveClaim(claims, electionDate, officeId, one.officeId)) ||
          (decided?.electionDate === electionDate && decided.officeIds.includes(officeId))),
    )
    .map(([key]) => key);
  return [...first, ...others];
}

function haveClaim(claims: readonly Claim[], electionDate: string, a: string, b: string): boolean {
  return claims.some(
    (claim) =>
      claim.electionDate === electionDate &&
      claim.officeIds.includes(a) &&
      claim.officeIds.includes(b) &&
      a !== b &&
      (claim.setAside.length > 0 || claim.answers !== null),
  );
}

export const keyOf = ({ officeId, electionId }: Pick<OfficeChoice, 'officeId' | 'electionId'>): string =>
  `${officeId}/${electionId}`;

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
