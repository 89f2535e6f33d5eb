// Owns asking every rung of the ladder for its pointer at once, to say which of them work. It answers no address, keeps nothing, and is
// not how a release is opened: that is ladder/'s.

import { type Trust, verifyPointer } from '@/lib/release/verify-pointer';
import { MAX_STATUS_BYTES, readStatusFile, STATUS_PATH, type StatusFile } from '@/lib/view/status-file';
import type { RungAnswer, RungSeen } from '@/lib/view/status-view';
import { LIMIT_MS, type Timers } from './ladder/gather';
import { readBytes } from './ladder/http-rung';
import { inTime } from './ladder/in-time';
import type { Rung } from './ladder/rung';

/** A rung to ask, with what to call it: a mirror's host, else null. */
export interface NamedRung {
  readonly rung: Rung;
  readonly name: string | null;
}

/** What each rung gives, in the rungs' order; called anew as each answers. Nobody is waited for longer than 8 s. */
export async function askRungs(
  rungs: readonly NamedRung[],
  trust: Trust,
  timers: Timers,
  onSeen: (seen: readonly RungSeen[]) => void,
): Promise<void> {
  const seen: RungSeen[] = rungs.map(({ rung, name }) => ({ rung: rung.kind, name, answer: null }));
  onSeen([...seen]);
  await Promise.all(
    rungs.map(async ({ rung, name }, index) => {
      const hangUp = new AbortController();
      const asked = answerOf(rung, trust, hangUp.signal);
      const answer = await inTime(asked, LIMIT_MS, (): RungAnswer => ({ kind: 'noAnswer' }), timers);
      hangUp.abort();
      seen[index] = { rung: rung.kind, name, answer };
      onSeen([...seen]);
    }),
  );
}

async function answerOf(rung: Rung, trust: Trust, signal: AbortSignal): Promise<RungAnswer> {
  try {
    const bytes = await rung.pointer(signal);
    if (!bytes.ok) {
      const isHost = rung.kind === 'live' || rung.kind === 'mirror';
      return { kind: isHost || bytes.error.code !== 'notFound' ? 'noAnswer' : 'empty' };
    }
    // Without what was seen before, to tell an old list from a false one.
    const verified = await verifyPointer(bytes.value, { ...trust, highestSequences: {} });
    if (!verified.ok) return { kind: 'refused' };
    const { sequence, releaseLine, issuedAt, notices } = verified.value.pointer;
    const isOlder = sequence < (trust.highestSequences[releaseLine] ?? 0);
    return { kind: isOlder ? 'older' : 'works', sequence, issuedAt, notices };
  } catch {
    return { kind: 'noAnswer' };
  }
}

/** The report of the last look from outside; null where there is none, or it is cut. */
export async function fetchStatus(fetchFile: typeof fetch): Promise<StatusFile | null> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  const bytes = await readBytes(fetchFile, {
    path: STATUS_PATH,
    cache: 'no-cache',
    maxBytes: MAX_STATUS_BYTES,
    signal,
  });
  if (!bytes.ok || bytes.value.length > MAX_STATUS_BYTES) return null;
  return readStatusFile(new TextDecoder().decode(bytes.value));
}
