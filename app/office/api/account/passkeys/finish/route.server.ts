// Owns POST /office/api/account/passkeys/finish/: one's own second passkey, kept. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { browserName, peoplePorts } from '@/lib/adapters/office-session';
import { finishPasskey } from '@/lib/office/accounts/own-passkeys';

export const dynamic = 'force-dynamic';

const body = z.object({ response: z.unknown(), name: z.string().trim().max(100) });

/** `{response, name: 'Office phone'}`; an empty name: what the browser is. */
export const POST = officeRoute(
  { action: 'ownAccount', officeId: () => null, stepUp: true, body },
  async ({ ports, actor, body: { response, name }, request }) => {
    const called = name || browserName(request);
    return answered(await finishPasskey(peoplePorts(ports), personIn(actor), { response, name: called }));
  },
);
