// Owns POST /office/api/drafts/[officeId]/[draftId]/files/[fileId]/[chunk]/: one gzipped chunk of an announced file. Wires only.

import { answered } from '@/lib/adapters/draft-answers';
import { officeRoute, refusedAs } from '@/lib/adapters/office-route';
import { readBytes } from '@/lib/adapters/office-route-body';
import { putChunk } from '@/lib/office/drafts/put-chunk';
import { MAX_PACKED_BYTES } from '@/lib/office/drafts/upload-limits';

export const dynamic = 'force-dynamic';

type Params = {
  readonly officeId: string;
  readonly draftId: string;
  readonly fileId: string;
  readonly chunk: string;
};

/** The chunk's gzip as body; chunks count from 0. Again: nothing happens. Other bytes than announced: 422 `wrongChunk`. */
export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId, tokens: true },
  async ({ ports, params, request }) => {
    const packed = await readBytes(request, MAX_PACKED_BYTES);
    if (!packed.ok) return refusedAs(packed.error);
    const chunk = /^\d{1,4}$/.test(params.chunk) ? Number(params.chunk) : -1;
    return answered(await putChunk(ports, { ...params, chunk, packed: packed.value }), () => ({}));
  },
);
