// Owns POST /office/api/policy-report/: where browsers tell what a page of the desk tried against its policy. Wires only.

import { openRoute } from '@/lib/adapters/office-route-open';
import { policyReportSchema, violationOf } from '@/lib/office/policy-report';

export const dynamic = 'force-dynamic';

/** One line in this host's log; 204. */
export const POST = openRoute(
  { counts: 'policy-report', body: policyReportSchema, type: /^application\/csp-report\s*(;|$)/i },
  async ({ body }) => {
    console.warn(`office: policy: ${JSON.stringify(violationOf(body))}`);
    return new Response(null, { status: 204 });
  },
);
