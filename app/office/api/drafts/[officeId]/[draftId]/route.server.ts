// Owns GET /office/api/drafts/[officeId]/[draftId]/: where a draft stands, which chunks are missing, how far a check is. Wires only.

import { draftStatus } from '@/lib/adapters/draft-answers';
import { officeRoute, okJson, refused } from '@/lib/adapters/office-route';
import { readProgress } from '@/lib/office/drafts/check-progress';
import { drafts } from '@/lib/office/drafts/draft';
import { missingChunks } from '@/lib/office/drafts/put-chunk';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

/** `{state, missing: [{fileId, name, missing: [0, 2]}], progress: {step, rows} | null, checked: {errors, …} | null, …}`. */
export const GET = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId, tokens: true },
  async ({ ports, params: { officeId, draftId } }) => {
    const draft = (await drafts.read(ports.state, officeId, draftId))?.value;
    if (draft === undefined) return refused(404, 'gone', 'There is no such draft.');
    const missing = draft.state === 'uploading' ? await missingChunks(ports, draft) : [];
    return okJson(draftStatus(draft, missing, await readProgress(ports, draftId)));
  },
);
