// Owns POST /office/api/enrol/begin/: whom a one-time link is for, and what a passkey is made from. Wires only.

import { z } from 'zod';
import { answered } from '@/lib/adapters/office-route';
import { openRoute } from '@/lib/adapters/office-route-open';
import { beginEnrol } from '@/lib/office/accounts/enrol';

export const dynamic = 'force-dynamic';

/** `{secret}` of the link -> `{name, role, office, isRecovery, options}`. */
export const POST = openRoute(
  { counts: 'enrol', body: z.object({ secret: z.string().max(64) }) },
  async ({ ports, body }) => answered(await beginEnrol(ports, body.secret)),
);
