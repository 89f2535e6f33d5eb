// Owns the pointer of a plan: which number it gets, how long it lives, and the record of it. Signing is lib/office/keys'.

import { toSeconds } from '@/lib/release/compile';
import { FORMAT_VERSION, type Pointer } from '@/lib/release/format';
import { nextSequence } from '@/lib/release/sequence';
import type { OfficePorts } from '../ports/office-ports';
import type { Versioned } from '../ports/records';
import type { Plan } from './plan';
import { LINE, POINTER, type ReleasePointer, releaseLines, releasePointers } from './release-record';

/** How long a release may be used without a heartbeat before it counts as expired. */
export const LIFETIME_MS = 7 * 86_400_000;

/** The line and the number to follow. Made once for an installation, by whoever is first. Throws `StoreError`. */
export async function releaseLine(ports: OfficePorts): Promise<{ line: string; floor: number }> {
  for (;;) {
    const known = await releaseLines.read(ports.state, LINE);
    if (known !== null) return known.value;
    const made = { line: ports.newId(), floor: 0 };
    await ports.state.commit({
      id: ports.newId(),
      checks: [releaseLines.unchanged(null, LINE)],
      writes: [releaseLines.write(made, [LINE])],
    });
  }
}

/** What is live; null before the first publish. */
export function livePointer({ state }: OfficePorts): Promise<Versioned<ReleasePointer> | null> {
  return releasePointers.read(state, POINTER);
}

/** The unsigned pointer to a plan that follows `previous`. */
export async function pointerTo(
  ports: OfficePorts,
  plan: Pick<Plan, 'root' | 'pagesRoot' | 'notices' | 'elections'>,
  previous: ReleasePointer | null,
): Promise<Pointer> {
  const { line, floor } = await releaseLine(ports);
  const now = ports.now();
  const highest = Math.max(floor, previous?.sequence ?? 0);
  return {
    formatVersion: FORMAT_VERSION,
    releaseLine: line,
    sequence: nextSequence(highest === 0 ? null : highest, now),
    issuedAt: toSeconds(now),
    expiresAt: toSeconds(new Date(now.getTime() + LIFETIME_MS)),
    root: plan.root,
    pagesRoot: plan.pagesRoot,
    notices: plan.notices,
    elections: plan.elections,
  };
}
