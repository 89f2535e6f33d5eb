// Owns GET /office/api/audit/[officeId]/export/: one office's part of the audit as JSON Lines. Wires only.

import { auditFile } from '@/lib/adapters/office-audit-file';
import { officeRoute } from '@/lib/adapters/office-route';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

/** One entry a line, the first first. */
export const GET = officeRoute(
  { action: 'readAudit', officeId: (params: Params) => params.officeId },
  async ({ ports, params }) => auditFile(ports, params.officeId),
);
