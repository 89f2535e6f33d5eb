// Owns POST /office/api/step-up/finish/: the passkey shown again; the session is fresh for five minutes. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { peoplePorts } from '@/lib/adapters/office-session';
import { finishStepUp } from '@/lib/office/accounts/step-up';

export const dynamic = 'force-dynamic';

/** `{response}` of the browser. */
export const POST = officeRoute(
  { action: 'ownAccount', officeId: () => null, body: z.object({ response: z.unknown() }) },
  async ({ ports, actor, body }) =>
    answered(await finishStepUp(peoplePorts(ports), personIn(actor), body.response)),
);
