// Owns POST /office/api/drafts/[officeId]/upload/?name=feed.zip: a whole file in one request, checked at once. For scripts with
// an upload token (docs/upload-by-script.md). Wires only.

import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { officeRoute, refused } from '@/lib/adapters/office-route';
import { checkDraft } from '@/lib/office/drafts/check-draft';
import { declaredElectionSchema } from '@/lib/office/drafts/draft';
import { receiveFile } from '@/lib/office/drafts/receive-file';

export const dynamic = 'force-dynamic';
export const maxDuration = 300;

type Params = { readonly officeId: string };

/** `?name=feed.zip&title=…&electionName=…&electionDate=2026-11-03`, the file as body -> the draft as it was checked. */
export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId, tokens: true },
  async ({ ports: given, actor, params: { officeId }, request }) => {
    const query = new URL(request.url).searchParams;
    const election = electionOf(query);
    if (election === 'unreadable') {
      return refused(422, 'badFiles', 'Give both: &electionName=General+Election&electionDate=2026-11-03');
    }
    const ports = draftPorts(given);
    const announced = request.headers.get('content-length');
    const draft = await receiveFile(ports, {
      officeId,
      actor,
      name: query.get('name') ?? '',
      title: query.get('title') ?? '',
      election,
      body: request.body ?? nothing(),
      announcedBytes: announced === null ? null : Number(announced),
    });
    if (!draft.ok) return answered(draft, () => null);
    const checked = await checkDraft(ports, { officeId, draftId: draft.value.id, actor });
    return answered(checked, (value) => draftStatus(value));
  },
);

async function* nothing(): AsyncGenerator<Uint8Array> {}

function electionOf(query: URLSearchParams) {
  const [name, date] = [query.get('electionName'), query.get('electionDate')];
  if (name === null && date === null) return null;
  const election = declaredElectionSchema.safeParse({ name, date });
  return election.success ? election.data : 'unreadable';
}
