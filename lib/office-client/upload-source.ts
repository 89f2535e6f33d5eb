// Owns files of a browser as lib/ingest reads them. Runs in the worker; knows no page and no server.

import type { SourceFile } from '@/lib/ingest/source-file';

/** A chosen file, read as a stream. */
export const sourceOf = (file: File): SourceFile => ({
  name: file.name,
  sizeBytes: file.size,
  bytes: () => piecesOf(file),
});

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
