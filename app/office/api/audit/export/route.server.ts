// Owns GET /office/api/audit/export/: the whole audit as JSON Lines, for the state's people. Wires only.

import { auditFile } from '@/lib/adapters/office-audit-file';
import { officeRoute } from '@/lib/adapters/office-route';

export const dynamic = 'force-dynamic';

/** One entry a line, the first first: what `levee audit verify` reads. */
export const GET = officeRoute({ action: 'readAudit', officeId: () => null }, async ({ ports }) =>
  auditFile(ports, null),
);
