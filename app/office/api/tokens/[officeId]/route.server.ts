// Owns GET and POST /office/api/tokens/[officeId]/: an office's upload tokens, and one more. Wires only.

import { z } from 'zod';
import { officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { listTokens, makeToken, uploadTokenSchema } from '@/lib/office/accounts/token';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };
const officeId = (params: Params) => params.officeId;
const shown = uploadTokenSchema.omit({ hash: true });

/** `{tokens: [{id, name, madeBy, madeAt, lastUsedAt, revokedAt}]}`, without anything secret. */
export const GET = officeRoute({ action: 'token', officeId }, async ({ ports, params }) => {
  const tokens = await listTokens(ports, params.officeId);
  return okJson({ tokens: tokens.map((token) => shown.parse(token)) });
});

/** `{name: 'nightly export'}` -> `{text: 'levee.ms-adams.….…', id}`: the text is shown this once. */
export const POST = officeRoute(
  { action: 'token', officeId, body: z.object({ name: uploadTokenSchema.shape.name }) },
  async ({ ports, actor, params, body }) => {
    const by = personIn(actor);
    const { text, token } = await makeToken(ports, { officeId: params.officeId, name: body.name, by });
    return okJson({ text, id: token.id });
  },
);
