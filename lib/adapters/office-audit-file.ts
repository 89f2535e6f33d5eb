// Owns the audit as a file to download: streamed, so that its length costs no memory. Who may have it is for the route to
// say.

import { auditLines } from '@/lib/office/audit/read-audit';
import type { OfficePorts } from '@/lib/office/ports/office-ports';

/** 200 with `levee-audit.jsonl`, or one office's: `levee-audit-ms-adams.jsonl`. */
export function auditFile(ports: OfficePorts, officeId: string | null): Response {
  const lines = auditLines(ports, officeId);
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(text.encode(next.value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
  const name = officeId === null ? 'levee-audit' : `levee-audit-${officeId}`;
  return new Response(body, {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${name}.jsonl"`,
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
