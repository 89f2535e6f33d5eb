// Owns POST /office/api/account/passkeys/begin/: what another passkey of one's own is made from. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { peoplePorts } from '@/lib/adapters/office-session';
import { ok } from '@/lib/core/result';
import { beginPasskey } from '@/lib/office/accounts/own-passkeys';

export const dynamic = 'force-dynamic';

/** `{response}` to what `../ask/` gave: `{options}` for the browser, or what has gone wrong. */
export const POST = officeRoute(
  { action: 'ownAccount', officeId: () => null, body: z.object({ response: z.unknown() }) },
  async ({ ports, actor, body }) => {
    const options = await beginPasskey(peoplePorts(ports), personIn(actor), body.response);
    return answered(options.ok ? ok({ options: options.value }) : options);
  },
);
