// Owns POST /office/api/sessions/[accountId]/[sessionId]/revoke/: ending somebody else's session. Wires only.

import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { revokeSession } from '@/lib/office/accounts/sessions';

export const dynamic = 'force-dynamic';

type Params = { readonly accountId: string; readonly sessionId: string };

/** For the state's people alone. */
export const POST = officeRoute(
  { action: 'people', officeId: (_: Params) => null },
  async ({ ports, actor, params }) =>
    answered(await revokeSession(ports, { ...params, by: personIn(actor) })),
);
