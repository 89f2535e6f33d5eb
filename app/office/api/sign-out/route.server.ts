// Owns POST /office/api/sign-out/: the end of this browser's session. Wires only.

import { officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { noSessionCookie } from '@/lib/adapters/session-cookie';
import { signOut } from '@/lib/office/accounts/sessions';

export const dynamic = 'force-dynamic';

/** Nothing is left of it but its lines in the audit. */
export const POST = officeRoute({ action: 'ownAccount', officeId: () => null }, async ({ ports, actor }) => {
  await signOut(ports, personIn(actor));
  return okJson({}, { 'Set-Cookie': noSessionCookie() });
});
