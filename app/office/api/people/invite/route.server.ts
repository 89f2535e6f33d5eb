// Owns POST /office/api/people/invite/: a one-time link for somebody new. Wires only.

import { officeHost } from '@/lib/adapters/office-origin';
import { answered, officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { actorOf } from '@/lib/office/accounts/account';
import { invitationLink, invite, invitedSchema } from '@/lib/office/accounts/invitation';

export const dynamic = 'force-dynamic';

/** `{name, role, officeId}` -> `{link, expiresAt}`: the link is shown this once. */
export const POST = officeRoute(
  { action: 'people', officeId: () => null, body: invitedSchema },
  async ({ ports, actor, body }) => {
    const { accountId: id, name } = personIn(actor);
    const made = await invite(ports, body, actorOf({ id, name }));
    if (!made.ok) return answered(made);
    const { secret, invitation } = made.value;
    return okJson({ link: invitationLink(officeHost().origin, secret), expiresAt: invitation.expiresAt });
  },
);
