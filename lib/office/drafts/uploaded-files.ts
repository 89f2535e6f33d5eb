// Owns reading back what was uploaded, as files that lib/ingest reads: chunk by chunk, one in memory at a time, each
// unpacked to no more than its size. Knows no table.

import { ok, type Result } from '@/lib/core/result';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import { StoreError } from '../ports/store-error';
import type { Draft, DraftFile } from './draft';
import { type DraftError, refuse } from './draft-change';
import type { DraftPorts } from './draft-ports';
import { gunzipChunk } from './gunzip-chunk';
import { chunkBlob } from './put-chunk';
import { chunkSize } from './upload-limits';

/** The pieces that readers get: small enough that others have the processor in between. */
const PIECE_BYTES = 128 * 1024;

/** A draft's files, each as often as wanted. */
export function uploadedFiles(ports: DraftPorts, draft: Draft): readonly SourceFile[] {
  return draft.files.map((file) => ({
    name: file.name,
    sizeBytes: file.sizeBytes,
    bytes: () => piecesOf(ports, draft.id, file),
    range: (start, end) => piecesOf(ports, draft.id, file, start, end),
  }));
}

/** Those of chunks outside are not fetched. */
async function* piecesOf(
  ports: DraftPorts,
  draftId: string,
  file: DraftFile,
  start = 0,
  end = file.sizeBytes,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const chunk of file.chunks.keys()) {
    const from = at;
    at += chunkSize(file.sizeBytes, chunk);
    if (at <= start || from >= end) continue;
    const name = chunkBlob(draftId, file.id, chunk);
    const packed = await ports.blobs.get(name);
    const bytes = packed && gunzipChunk(packed, chunkSize(file.sizeBytes, chunk));
    if (bytes === null) throw new StoreError('damaged', `the upload ${name} is gone or not what was stored`);
    yield* inPieces(bytes.subarray(Math.max(0, start - from), end - from), ports);
  }
}

async function* inPieces(
  bytes: Uint8Array,
  { pause }: Pick<DraftPorts, 'pause'>,
): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    await pause();
    yield bytes.subarray(start, start + PIECE_BYTES);
  }
}

/** Whether every file is what its author's browser hashed. `damaged`: which one is not. */
export async function verifyUpload(ports: DraftPorts, draft: Draft): Promise<Result<null, DraftError>> {
  for (const [index, source] of uploadedFiles(ports, draft).entries()) {
    const hash = ports.sha256();
    let sizeBytes = 0;
    for await (const piece of source.bytes()) {
      hash.add(piece);
      sizeBytes += piece.length;
    }
    const file = draft.files[index]!;
    if (sizeBytes !== file.sizeBytes || hash.end() !== file.sha256) {
      return refuse('damaged', `${file.name} is not what was sent. Upload it anew.`);
    }
  }
  return ok(null);
}
