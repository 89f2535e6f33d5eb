// Owns how often somebody may try: counters in the state store that end by themselves. What is counted, and who is
// asked first, is for the caller to say. Knows no request.

import { z } from 'zod';
import type { OfficePorts } from '../ports/office-ports';
import { records } from '../ports/records';

/** One thing that is counted: `{kind: 'signIn', of: '<hash of an address>', most: 30, minutes: 15}`. */
export interface Limit {
  /** What for: `signIn`, `enrol`, `token`. */
  readonly kind: string;
  /** Whose: a hash or an id, never an address in clear. */
  readonly of: string;
  readonly most: number;
  readonly minutes: number;
}

/** `wait`: how long until the next one may be made, in seconds. */
export type Admission = { readonly isOpen: true } | { readonly isOpen: false; readonly waitSeconds: number };

const counterSchema = z.object({ count: z.number() });
/** `limit/<kind>/<of>/<window>`. */
const counters = records('limit', counterSchema);
const RETRIES = 8;

/** Count one attempt against `limit`. Windows are fixed: at most twice `most` fit into the worst stretch of `minutes`.
 *  Throws `StoreError`. */
export async function admit(ports: OfficePorts, limit: Limit): Promise<Admission> {
  const windowMs = limit.minutes * 60_000;
  const nowMs = ports.now().getTime();
  const window = Math.floor(nowMs / windowMs);
  const end = new Date((window + 1) * windowMs);
  const closed = { isOpen: false, waitSeconds: Math.ceil((end.getTime() - nowMs) / 1000) } as const;
  const parts = [limit.kind, limit.of, String(window)];
  for (let attempt = 0; attempt < RETRIES; attempt++) {
    const found = await counters.read(ports.state, ...parts);
    const count = found?.value.count ?? 0;
    if (count >= limit.most) return closed;
    const result = await ports.state.commit({
      id: ports.newId(),
      checks: [counters.unchanged(found, ...parts)],
      writes: [counters.write({ count: count + 1 }, parts, end)],
    });
    if (result === 'committed') return { isOpen: true };
  }
  // As many at once as that are no person.
  return { isOpen: false, waitSeconds: 1 };
}
