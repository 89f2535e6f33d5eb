// Owns files of a browser as lib/ingest reads them. Runs in the worker; knows no page and no server.

import { err, ok, type Result } from '@/lib/core/result';
import { expandZip } from '@/lib/ingest/expand-zip';
import type { Problem } from '@/lib/ingest/problem';
import type { SourceFile } from '@/lib/ingest/source-file';

/** Files with zips opened: what is in them takes their place. */
export async function sourcesOf(files: readonly File[]): Promise<Result<readonly SourceFile[], Problem>> {
  const sources: SourceFile[] = [];
  for (const file of files) {
    if (!/\.zip$/i.test(file.name)) {
      sources.push({ name: file.name, sizeBytes: file.size, bytes: () => piecesOf(file) });
      continue;
    }
    const entries = expandZip(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!entries.ok) return err(entries.error);
    sources.push(...entries.value);
  }
  return ok(sources);
}

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
