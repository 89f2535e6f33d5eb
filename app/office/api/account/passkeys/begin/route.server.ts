// Owns POST /office/api/account/passkeys/begin/: what one's own second passkey is made from. Wires only.

import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { peoplePorts } from '@/lib/adapters/office-session';
import { ok } from '@/lib/core/result';
import { beginPasskey } from '@/lib/office/accounts/own-passkeys';

export const dynamic = 'force-dynamic';

/** `{options}`. Whoever sits down at an open computer cannot add theirs: a passkey that is there is shown first. */
export const POST = officeRoute(
  { action: 'ownAccount', officeId: () => null, stepUp: true },
  async ({ ports, actor }) => {
    const options = await beginPasskey(peoplePorts(ports), personIn(actor));
    return answered(options.ok ? ok({ options: options.value }) : options);
  },
);
