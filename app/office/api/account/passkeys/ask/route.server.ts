// Owns POST /office/api/account/passkeys/ask/: asking for a passkey that is there, before another one is made. Wires only.

import { officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { peoplePorts } from '@/lib/adapters/office-session';
import { askForPasskey } from '@/lib/office/accounts/own-passkeys';

export const dynamic = 'force-dynamic';

/** `{options}` for one of this person's own passkeys; its answer goes to `../begin/`. */
export const POST = officeRoute({ action: 'ownAccount', officeId: () => null }, async ({ ports, actor }) =>
  okJson({ options: await askForPasskey(peoplePorts(ports), personIn(actor)) }),
);
