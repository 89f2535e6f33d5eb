// Owns files of a browser as lib/ingest reads them. Runs in the worker; knows no page and no server.

import type { SourceFile } from '@/lib/ingest/files/source-file';

/** A chosen file, read as a stream. */
export const sourceOf = (file: File): SourceFile => ({
  name: file.name,
  sizeBytes: file.size,
  bytes: () => piecesOf(file),
  range: (start, end) => piecesOf(file.slice(start, end)),
});

/** A piece is good until the next is asked for. */
async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
      nobody.postMessage(null, [value.buffer]);
    }
  } finally {
    reader.releaseLock();
  }
}

/** Where memory goes that is needed no more: what is sent away is gone here, and a port that nobody listens to drops it at once. Left to
 *  themselves, the pieces of a list that is looked through four times lie in a browser's memory until it sweeps everything. */
const nobody = closedPort();

function closedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}
