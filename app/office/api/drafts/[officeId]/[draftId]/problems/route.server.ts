// Owns GET /office/api/drafts/[officeId]/[draftId]/problems/: the problems as CSV, with the filters of the page. Wires only.

import { officeRoute, refused } from '@/lib/adapters/office-route';
import { drafts } from '@/lib/office/drafts/draft';

import { PROBLEMS_CSV_HEADER, problemCsvRow } from '@/lib/office/drafts/problems-csv';
import { allProblems } from '@/lib/office/drafts/read-problems';
import { problemViewOf } from '@/lib/office-client/problems-query';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

/** `?severity=error&code=…&file=…&sort=file` as on the page; all of them, however many. */
export const GET = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId, tokens: true },
  async ({ ports, params: { officeId, draftId }, request }) => {
    const draft = (await drafts.read(ports.state, officeId, draftId))?.value;
    if (draft === undefined) return refused(404, 'gone', 'There is no such draft.');
    const query = problemViewOf(Object.fromEntries(new URL(request.url).searchParams));
    const batches = allProblems(ports, draft, query);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode(PROBLEMS_CSV_HEADER)),
      pull: async (controller) => {
        const batch = await batches.next();
        if (batch.done) controller.close();
        else controller.enqueue(encoder.encode(batch.value.map(problemCsvRow).join('')));
      },
    });
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="problems-${officeId}.csv"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  },
);
