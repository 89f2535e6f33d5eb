// Owns GET /office/api/drafts/[officeId]/[draftId]/difference/: the comparison with what is live, as CSV. Wires only.

import { comparisonMemo } from '@/lib/adapters/comparison-memo';
import { officeRoute, refused } from '@/lib/adapters/office-route';
import { comparisonOf } from '@/lib/office/compare/comparison';
import { differenceCsv } from '@/lib/office/compare/difference-csv';
import { drafts } from '@/lib/office/drafts/draft';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

const RECORDS_AT_ONCE = 500;

/** `?group=g0`: the ranges of one group alone. */
export const GET = officeRoute(
  { action: 'read', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, params: { officeId, draftId }, request }) => {
    const draft = (await drafts.read(ports.state, officeId, draftId))?.value;
    const comparison = draft && (await comparisonOf(ports, draft, comparisonMemo()));
    if (!comparison) return refused(404, 'gone', 'There is nothing to compare.');
    const group = new URL(request.url).searchParams.get('group') ?? undefined;
    const records = differenceCsv(comparison.difference, group);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const batch = [...take(records, RECORDS_AT_ONCE)];
        if (batch.length === 0) controller.close();
        else controller.enqueue(encoder.encode(batch.join('')));
      },
    });
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="comparison-${officeId}.csv"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  },
);

function* take(records: Iterator<string>, count: number): Generator<string> {
  for (let taken = 0; taken < count; taken++) {
    const next = records.next();
    if (next.done) return;
    yield next.value;
  }
}
