// Owns POST /office/api/tokens/[officeId]/[tokenId]/revoke/: taking an upload token back. Wires only.

import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { revokeToken } from '@/lib/office/accounts/token';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly tokenId: string };

/** From now on it opens nothing. */
export const POST = officeRoute(
  { action: 'token', officeId: (params: Params) => params.officeId },
  async ({ ports, actor, params }) => answered(await revokeToken(ports, { ...params, by: personIn(actor) })),
);
