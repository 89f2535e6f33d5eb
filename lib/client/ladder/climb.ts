// Owns the choice of the release to answer from: asks the rungs for their pointers, believes what verifies, takes
// the newest. It must not know where a rung gets its bytes, nor keep anything.

import { err, ok, type Result } from '@/lib/core/result';
import { isFresh } from '@/lib/core/rung';
import type { Sha256Hex } from '@/lib/release/format';
import type { OpenError } from '@/lib/release/reader';
import { POINTER_FILE, type Trust, type VerifiedPointer, verifyPointer } from '@/lib/release/verify-pointer';
import { type Ask, gather, type Timers, type Verdict } from './gather';
import type { Rung } from './rung';

/** A pointer that may be believed, its bytes, and who gave it. */
export interface Candidate {
  readonly rung: Rung;
  readonly verified: VerifiedPointer;
  readonly bytes: Uint8Array;
}

/** Whom to ask, stage by stage, and what to believe. */
export interface Ascent {
  readonly stages: readonly (readonly Rung[])[];
  readonly trust: Trust;
  readonly now: Date;
  readonly timers: Timers;
  /** Roots that nobody could give: pointers to them lead nowhere. */
  readonly hopeless?: ReadonlySet<Sha256Hex> | undefined;
}

type Reached = Result<Candidate, OpenError>;

/** Verified pointers, the best first; or why there is none. Where a stage gives a fresh release, the next ones never
 *  hear of it. Else everybody is asked, and the highest sequence wins, whoever gave it; of equals the earlier rung.
 *  With two stages it takes at most 4 s where anybody answers, 10 s where nobody does. */
export async function climb(ascent: Ascent): Promise<Result<readonly Candidate[], OpenError>> {
  const asks = ascent.stages.map((stage) =>
    stage.map(
      (rung): Ask<Reached> =>
        (signal) =>
          reach(rung, ascent, signal),
    ),
  );
  const reached = await gather(asks, (each) => judge(each, ascent.now), ascent.timers);
  const candidates = withoutRevoked(reached.flatMap((each) => (each.ok ? [each.value] : [])));
  return candidates.length > 0 ? ok(candidates.sort(newestFirst)) : err(mostTelling(reached));
}

async function reach(rung: Rung, { trust, hopeless }: Ascent, signal: AbortSignal): Promise<Reached> {
  const bytes = await rung.pointer(signal);
  if (!bytes.ok) {
    const { code: detail, message } = bytes.error;
    return err({ code: 'unreachable', detail, file: POINTER_FILE, message });
  }
  const verified = await verifyPointer(bytes.value, trust);
  if (verified.ok && hopeless?.has(verified.value.pointer.root)) return err(NOBODY);
  if (verified.ok) return ok({ rung, verified: verified.value, bytes: bytes.value });
  const { code: detail, reason: code, file, message } = verified.error;
  return err({ code, detail, file, message });
}

/** A copy, however young, does not end the search: a host that answers may know of a change since. */
function judge(reached: Reached, now: Date): Verdict {
  if (!reached.ok) return 'goOn';
  const { rung, verified } = reached.value;
  const isHost = rung.kind === 'live' || rung.kind === 'mirror';
  return isHost && isFresh(verified.pointer.issuedAt, now) ? 'now' : 'soon';
}

/** One pointer may tell that the key of another has been stolen. */
function withoutRevoked(candidates: readonly Candidate[]): Candidate[] {
  const revoked = new Set(candidates.flatMap(({ verified }) => verified.revokedKeyIds));
  return candidates.filter(({ verified }) => !revoked.has(verified.keyId));
}

/** Sequences are unix seconds at least, so they tell old from new across release lines, too. */
function newestFirst(a: Candidate, b: Candidate): number {
  return b.verified.pointer.sequence - a.verified.pointer.sequence;
}

const NOBODY: OpenError = {
  code: 'unreachable',
  detail: 'unreachable',
  file: POINTER_FILE,
  message: 'nobody gave a release in time',
};

/** "Altered" or "rolled back" says more than that another rung is not there. */
function mostTelling(reached: readonly Reached[]): OpenError {
  const errors = reached.flatMap((each) => (each.ok ? [] : [each.error]));
  return errors.find(({ code }) => code !== 'unreachable') ?? errors[0] ?? NOBODY;
}
