// Owns POST /office/api/drafts/[officeId]/[draftId]/suggestions/: repairs accepted, refused, or taken back, a group at a time. Wires only.

import { z } from 'zod';
import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { officeRoute } from '@/lib/adapters/office-route';
import { suggestionKinds } from '@/lib/ingest/suggestions/suggestion';
import { decideRepairs, repairVerdicts } from '@/lib/office/drafts/decide-repairs';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

/** As many as a check offers. */
const MOST_GROUPS = 200;
const MOST_BYTES = 200_000;

const group = z.object({
  kind: z.enum(suggestionKinds),
  file: z.string().max(1000),
  column: z.string().max(2100),
});

/** `{seen, groups: [{kind, file, column}], verdict}` -> the draft; its state is `checking` where it is to be checked again.
 *  409 `changed`: the groups are others by now. */
export const POST = officeRoute(
  {
    action: 'draft',
    officeId: ({ officeId }: Params) => officeId,
    body: z.object({
      seen: z.string().max(200),
      groups: z.array(group).min(1).max(MOST_GROUPS),
      verdict: z.enum(repairVerdicts),
    }),
    maxBodyBytes: MOST_BYTES,
  },
  async ({ ports, actor, params, body }) =>
    answered(await decideRepairs(ports, { ...params, actor }, body), (draft) => draftStatus(draft)),
);
