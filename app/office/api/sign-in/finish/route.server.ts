// Owns POST /office/api/sign-in/finish/: a passkey shown, and the session that it opens. Wires only.

import { z } from 'zod';
import { answered, okJson } from '@/lib/adapters/office-route';
import { openRoute } from '@/lib/adapters/office-route-open';
import { browserName, signedInHeaders } from '@/lib/adapters/office-session';
import { finishSignIn } from '@/lib/office/accounts/sign-in';

export const dynamic = 'force-dynamic';

/** `{response}` of the browser -> the session's cookie, and whose it is: `{name}`. */
export const POST = openRoute(
  { counts: 'sign-in', body: z.object({ response: z.unknown() }) },
  async ({ ports, body, request, knownAs, countedFor }) => {
    const browser = browserName(request);
    const signedIn = await finishSignIn(ports, { response: body.response, browser, knownAs, countedFor });
    return signedIn.ok
      ? okJson({ name: signedIn.value.name }, signedInHeaders(signedIn.value))
      : answered(signedIn);
  },
);
