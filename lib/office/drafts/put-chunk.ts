// Owns taking one chunk of an announced file: it is kept only where it is, to the bit, what was announced under its
// number. So a chunk sent twice counts once, and no other content can take its place. Knows no request.

import { ok, type Result } from '@/lib/core/result';
import { sha256Hex } from '@/lib/release/bytes';
import type { OfficePorts } from '../ports/office-ports';
import { type Draft, type DraftFile, drafts } from './draft';
import { type DraftError, refuse } from './draft-change';
import { gunzipChunk } from './gunzip-chunk';
import { chunkSize } from './upload-limits';

/** Where a chunk lies, gzipped as it came. */
export const chunkBlob = (draftId: string, fileId: string, chunk: number): string =>
  `uploads/${draftId}/${fileId}.${chunk}`;

export interface ChunkRequest {
  readonly officeId: string;
  readonly draftId: string;
  readonly fileId: string;
  /** From 0. */
  readonly chunk: number;
  /** Gzip of the chunk. */
  readonly packed: Uint8Array;
}

/** Chunks of a file that have not arrived: `{fileId: 'q3…', name: 'precinct.txt', missing: [0, 2]}`. */
export interface MissingChunks {
  readonly fileId: string;
  readonly name: string;
  readonly missing: readonly number[];
}

/** Keeps a chunk. `gone`, `wrongState` (all were checked already), `wrongChunk`. Throws `StoreError`. */
export async function putChunk(
  { state, blobs }: OfficePorts,
  { officeId, draftId, fileId, chunk, packed }: ChunkRequest,
): Promise<Result<null, DraftError>> {
  const draft = (await drafts.read(state, officeId, draftId))?.value;
  const file = draft?.files.find(({ id }) => id === fileId);
  const announced = file?.chunks[chunk];
  if (draft === undefined || file === undefined || announced === undefined) {
    return refuse('gone', 'There is no such part of this upload.');
  }
  const bytes = gunzipChunk(packed, chunkSize(file.sizeBytes, chunk));
  if (bytes === null || (await sha256Hex(bytes)) !== announced) {
    return refuse(
      'wrongChunk',
      `This is not part ${chunk + 1} of ${file.name} as it was announced. Upload it anew.`,
    );
  }
  const name = chunkBlob(draftId, fileId, chunk);
  if ((await blobs.present([name])).has(name)) return ok(null);
  if (draft.state !== 'uploading') return refuse('wrongState', 'This upload is closed. Begin a new one.');
  await blobs.put(name, packed);
  return ok(null);
}

/** What is still to come of a draft's files; [] where all is there. Throws `StoreError`. */
export async function missingChunks(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  draft: Pick<Draft, 'id' | 'files'>,
): Promise<readonly MissingChunks[]> {
  const names = draft.files.flatMap((file) => chunkNames(draft.id, file));
  const present = await blobs.present(names);
  return draft.files.flatMap((file) => {
    const missing = chunkNames(draft.id, file).flatMap((name, chunk) => (present.has(name) ? [] : [chunk]));
    return missing.length === 0 ? [] : [{ fileId: file.id, name: file.name, missing }];
  });
}

function chunkNames(draftId: string, file: DraftFile): readonly string[] {
  return file.chunks.map((_, chunk) => chunkBlob(draftId, file.id, chunk));
}
