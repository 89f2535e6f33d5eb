// Owns POST /office/api/drafts/[officeId]/: announce files and make a draft that waits for them. Wires only.

import { z } from 'zod';
import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { officeRoute } from '@/lib/adapters/office-route';
import { createDraft } from '@/lib/office/drafts/create-draft';
import { declaredElectionSchema, draftFileSchema } from '@/lib/office/drafts/draft';
import { missingChunks } from '@/lib/office/drafts/put-chunk';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({
  title: z.string().max(200).default(''),
  // More than may be: createDraft says how many may, and what to do.
  files: z.array(draftFileSchema.omit({ id: true })).max(2000),
  election: declaredElectionSchema.nullable().default(null),
});

/** `{title, files: [{name, sizeBytes, sha256, chunks: ['<sha256>', …]}], election?}` -> `{draftId, missing: [{fileId, missing: [0]}], …}`. */
export const POST = officeRoute(
  {
    action: 'draft',
    officeId: ({ officeId }: Params) => officeId,
    body,
    maxBodyBytes: 256 * 1024,
    tokens: true,
  },
  async (call) => {
    const ports = draftPorts(call.ports);
    const { actor, params } = call;
    const draft = await createDraft(ports, { ...call.body, actor, officeId: params.officeId });
    const missing = draft.ok ? await missingChunks(ports, draft.value) : [];
    return answered(draft, (made) => draftStatus(made, missing));
  },
);
