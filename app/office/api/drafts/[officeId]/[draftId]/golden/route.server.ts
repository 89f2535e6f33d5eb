// Owns POST /office/api/drafts/[officeId]/[draftId]/golden/: set the addresses whose places are known by heart. Wires only.

import { z } from 'zod';
import { answered } from '@/lib/adapters/draft-answers';
import { officeRoute } from '@/lib/adapters/office-route';
import { setGolden } from '@/lib/office/compare/draft-golden';
import { MOST_GOLDEN } from '@/lib/office/compare/golden-addresses';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

const line = z.object({
  address: z.string().trim().min(3).max(300),
  place: z.string().trim().min(1).max(300),
});
const body = z.object({ lines: z.array(line).max(MOST_GOLDEN) });

export const POST = officeRoute(
  { action: 'submit', officeId: ({ officeId }: Params) => officeId, body, maxBodyBytes: 400_000 },
  async ({ ports, actor, params, body: { lines } }) =>
    answered(await setGolden(ports, { ...params, actor }, lines), () => ({})),
);
