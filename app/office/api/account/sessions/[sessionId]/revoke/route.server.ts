// Owns POST /office/api/account/sessions/[sessionId]/revoke/: ending a session of one's own from elsewhere. Wires only.

import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { revokeSession } from '@/lib/office/accounts/sessions';

export const dynamic = 'force-dynamic';

type Params = { readonly sessionId: string };

/** Somebody else's is left alone. */
export const POST = officeRoute(
  { action: 'ownAccount', officeId: (_: Params) => null },
  async ({ ports, actor, params }) => {
    const by = personIn(actor);
    return answered(await revokeSession(ports, { accountId: by.accountId, sessionId: params.sessionId, by }));
  },
);
