// Owns POST /office/api/people/[accountId]/disable/: somebody may sign in no more, or again. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { ok } from '@/lib/core/result';
import { actorOf } from '@/lib/office/accounts/account';
import { setDisabled } from '@/lib/office/accounts/people';

export const dynamic = 'force-dynamic';

type Params = { readonly accountId: string };

/** `{isDisabled: true}`. All their sessions end. */
export const POST = officeRoute(
  { action: 'people', officeId: (_: Params) => null, body: z.object({ isDisabled: z.boolean() }) },
  async ({ ports, actor, params, body }) => {
    const { accountId: id, name } = personIn(actor);
    const by = actorOf({ id, name });
    const changed = await setDisabled(ports, params.accountId, { isDisabled: body.isDisabled, by });
    return answered(changed.ok ? ok(null) : changed);
  },
);
