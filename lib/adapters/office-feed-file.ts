// Owns a dataset as a feed to download: made piece by piece as it is sent, so that a state's list holds up nobody. Who may have it is
// for the route to say.

import type { ListedDataset } from '@/lib/core/vip';
import { exportVipZipPieces } from '@/lib/ingest/export/vip-flat-export';

/** 200 with `ms-adams-2026-11-03-vip-6.zip`. */
export function feedFile(dataset: ListedDataset): Response {
  const pieces = exportVipZipPieces(dataset);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      // Each piece is some hundredths of a second's work: other requests come between.
      await new Promise((resolve) => setImmediate(resolve));
      const next = pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  return new Response(body, {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${dataset.officeId}-${dataset.election.date}-vip-6.zip"`,
      'Content-Type': 'application/zip',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
