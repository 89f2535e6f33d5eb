// Owns POST /office/api/drafts/[officeId]/[draftId]/approve/: a second person's yes, to a list or to what can go
// of a state's one file. Asks for the passkey. Wires only.

import { answered, officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { publishPorts } from '@/lib/adapters/publish-container';
import { causesOfDraft } from '@/lib/office/compare/draft-causes';
import { approveList } from '@/lib/office/division/approve-parts';

export const dynamic = 'force-dynamic';
/** Seconds. Comparing and asking golden addresses takes a large office a few. */
export const maxDuration = 60;

type Params = { readonly officeId: string; readonly draftId: string };

/** Leads to the job that makes it live. */
export const POST = officeRoute(
  { action: 'approve', officeId: ({ officeId }: Params) => officeId },
  async ({ actor, params }) => {
    const approval = { ...params, actor: personIn(actor) };
    const approved = await approveList(await publishPorts(), approval, causesOfDraft);
    if (!approved.ok) return answered(approved);
    return okJson({ next: `/office/${params.officeId}/jobs/${approved.value.jobId}/` });
  },
);
