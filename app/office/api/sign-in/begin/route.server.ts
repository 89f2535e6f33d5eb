// Owns POST /office/api/sign-in/begin/: what a browser asks for a passkey with. Wires only.

import { z } from 'zod';
import { okJson } from '@/lib/adapters/office-route';
import { openRoute } from '@/lib/adapters/office-route-open';
import { beginSignIn } from '@/lib/office/accounts/sign-in';

export const dynamic = 'force-dynamic';

/** `{options}` for whichever passkey the browser has for this site. Costs nothing, so it is not counted. */
export const POST = openRoute({ counts: null, body: z.object({}) }, async ({ ports }) =>
  okJson({ options: await beginSignIn(ports) }),
);
