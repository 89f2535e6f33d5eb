// Owns POST /office/api/step-up/begin/: asking for the passkey again within a session. Wires only.

import { officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { peoplePorts } from '@/lib/adapters/office-session';
import { beginStepUp } from '@/lib/office/accounts/step-up';

export const dynamic = 'force-dynamic';

/** `{options}` for one of this person's own passkeys. */
export const POST = officeRoute({ action: 'ownAccount', officeId: () => null }, async ({ ports, actor }) =>
  okJson({ options: await beginStepUp(peoplePorts(ports), personIn(actor)) }),
);
