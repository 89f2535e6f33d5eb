// Owns POST /office/api/people/[accountId]/invite/: a one-time link for somebody who lost the passkey. Wires only.

import { officeHost } from '@/lib/adapters/office-origin';
import { answered, officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { actorOf } from '@/lib/office/accounts/account';
import { invitationLink, inviteAgain } from '@/lib/office/accounts/invitation';

export const dynamic = 'force-dynamic';

type Params = { readonly accountId: string };

/** -> `{link, expiresAt}`. 409 `yourself`: it takes a second person. */
export const POST = officeRoute(
  { action: 'people', officeId: (_: Params) => null },
  async ({ ports, actor, params }) => {
    const { accountId: id, name } = personIn(actor);
    const made = await inviteAgain(ports, params.accountId, actorOf({ id, name }));
    if (!made.ok) return answered(made);
    const { secret, invitation } = made.value;
    return okJson({ link: invitationLink(officeHost().origin, secret), expiresAt: invitation.expiresAt });
  },
);
