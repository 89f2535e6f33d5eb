// Owns POST /office/api/account/passkeys/[passkeyId]/remove/: doing away with a passkey of one's own. Wires only.

import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { peoplePorts } from '@/lib/adapters/office-session';
import { removePasskey } from '@/lib/office/accounts/own-passkeys';

export const dynamic = 'force-dynamic';

type Params = { readonly passkeyId: string };

/** 409 `last` where it is the only one. */
export const POST = officeRoute(
  { action: 'ownAccount', officeId: (_: Params) => null, stepUp: true },
  async ({ ports, actor, params }) =>
    answered(await removePasskey(peoplePorts(ports), personIn(actor), params.passkeyId)),
);
