// Owns POST /office/api/enrol/finish/: the first passkey of an account, and the session that begins with it. Wires only.

import { z } from 'zod';
import { answered, okJson } from '@/lib/adapters/office-route';
import { openRoute } from '@/lib/adapters/office-route-open';
import { browserName, signedInHeaders } from '@/lib/adapters/office-session';
import { finishEnrol } from '@/lib/office/accounts/enrol';

export const dynamic = 'force-dynamic';

/** `{secret, response}` -> the session's cookie. */
export const POST = openRoute(
  { counts: 'enrol', body: z.object({ secret: z.string().max(64), response: z.unknown() }) },
  async ({ ports, body, request }) => {
    const enrolled = await finishEnrol(ports, {
      secret: body.secret,
      response: body.response,
      browser: browserName(request),
    });
    return enrolled.ok ? okJson({}, signedInHeaders(enrolled.value)) : answered(enrolled);
  },
);
