// Owns what is remembered of signing keys beside the keys themselves: which one signs, which are given up or no longer to
// be believed. Never a private key. Pure shapes.

import { z } from 'zod';
import { records } from '../ports/records';

export const keyStateSchema = z.object({
  /** Id of the key that signs; null: the oldest that readers trust and this host has. */
  signing: z.string().nullable(),
  /** Ids that sign no more, and may be left out of the next build. */
  retired: z.array(z.string()),
  /** Ids that every pointer tells readers not to believe (docs/format/v1.md §3.3). */
  revoked: z.array(z.string()),
});

export type KeyState = z.infer<typeof keyStateSchema>;

/** `keys/state`. */
export const keyStates = records('keys', keyStateSchema);
export const KEY_STATE = 'state';

/** As long as nobody has rotated anything. */
export const noKeyState: KeyState = { signing: null, retired: [], revoked: [] };
