// Owns POST /office/api/people/invitations/[invitationId]/withdraw/: a link that is to open nothing any more. Wires only.

import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { actorOf } from '@/lib/office/accounts/account';
import { withdrawInvitation } from '@/lib/office/accounts/invitation';

export const dynamic = 'force-dynamic';

type Params = { readonly invitationId: string };

/** 404 where it was used, withdrawn or is over. */
export const POST = officeRoute(
  { action: 'people', officeId: (_: Params) => null },
  async ({ ports, actor, params }) => {
    const { accountId: id, name } = personIn(actor);
    return answered(await withdrawInvitation(ports, params.invitationId, actorOf({ id, name })));
  },
);
