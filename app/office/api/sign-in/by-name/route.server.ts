// Owns POST /office/api/sign-in/by-name/: the same as begin, for security keys that keep no name. Wires only.

import { z } from 'zod';
import { okJson } from '@/lib/adapters/office-route';
import { openRoute } from '@/lib/adapters/office-route-open';
import { personNameSchema } from '@/lib/office/accounts/account';
import { beginSignInByName } from '@/lib/office/accounts/sign-in';

export const dynamic = 'force-dynamic';

/** `{name: 'Ana Ruiz'}` -> `{options}`, whether or not anybody is called that. */
export const POST = openRoute(
  { counts: 'sign-in-name', body: z.object({ name: personNameSchema }) },
  async ({ ports, body }) => okJson({ options: await beginSignInByName(ports, body.name) }),
);
