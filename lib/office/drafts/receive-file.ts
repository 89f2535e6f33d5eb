// Owns taking a whole file from a script in one request: cut into the same chunks as a browser sends, one in memory at a
// time, and a draft only once all of it is there. Knows no request.

import { gzipSync } from 'fflate';
import type { Result } from '@/lib/core/result';
import { sha256Hex } from '@/lib/release/bytes';
import type { Actor } from '../accounts/actor';
import { newDraft, storeDraft, tooLargeSentence } from './create-draft';
import type { DeclaredElection, Draft } from './draft';
import { type DraftError, refuse } from './draft-change';
import type { DraftPorts } from './draft-ports';
import { chunkBlob } from './put-chunk';
import { CHUNK_BYTES } from './upload-limits';

export interface ReceivedFile {
  readonly officeId: string;
  readonly actor: Actor;
  readonly name: string;
  readonly title: string;
  readonly election: DeclaredElection | null;
  /** Throws where the connection breaks off. */
  readonly body: AsyncIterable<Uint8Array>;
  /** What was announced; null: nothing. */
  readonly announcedBytes: number | null;
}

/** A draft whose one file has arrived whole; `checkDraft` comes next. `cutOff`, `tooLarge`, `badFiles`: nothing is kept.
 *  Throws `StoreError`. */
export async function receiveFile(
  ports: DraftPorts,
  request: ReceivedFile,
): Promise<Result<Draft, DraftError>> {
  const { name, announcedBytes } = request;
  if (name.length > 200 || !/\.(?:zip|txt|csv|tsv)$/i.test(name)) {
    return refuse('badFiles', 'Say what the file is called, with its ending: ?name=feed.zip');
  }
  if ((announcedBytes ?? 0) > ports.maxFileBytes) {
    return refuse('tooLarge', tooLargeSentence(name, ports.maxFileBytes));
  }
  const draft = newDraft(ports, { ...request, files: [] });
  const file = { id: ports.newId(), name, sizeBytes: 0, sha256: '', chunks: [] as string[] };
  const hash = ports.sha256();
  const keep = async (bytes: Uint8Array): Promise<void> => {
    hash.add(bytes);
    const blob = chunkBlob(draft.id, file.id, file.chunks.length);
    file.chunks.push(await sha256Hex(bytes));
    await ports.blobs.put(blob, gzipSync(bytes, { mtime: 0, level: 4 }));
    file.sizeBytes += bytes.length;
    await ports.pause();
  };
  const fault = await takeIn(request, ports.maxFileBytes, keep).catch(async (error: unknown) => {
    await dropAll(ports, draft.id);
    throw error;
  });
  if (fault === null) {
    const whole = { ...file, sha256: hash.end() };
    return storeDraft(ports, { ...draft, title: draft.title || name, files: [whole] });
  }
  await dropAll(ports, draft.id);
  return fault;
}

/** Hands on whole chunks, and the last one as it is; the refusal where the body is no whole file. */
async function takeIn(
  { name, body, announcedBytes }: ReceivedFile,
  maxFileBytes: number,
  keep: (bytes: Uint8Array) => Promise<void>,
): Promise<ReturnType<typeof refuse> | null> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  let [filled, sizeBytes] = [0, 0];
  const pieces = body[Symbol.asyncIterator]();
  for (;;) {
    const next = await pieces.next().catch(() => null);
    if (next === null) return cutOff(name);
    if (next.done) break;
    sizeBytes += next.value.length;
    if (sizeBytes > maxFileBytes) {
      await pieces.return?.();
      return refuse('tooLarge', tooLargeSentence(name, maxFileBytes));
    }
    for (let at = 0; at < next.value.length; ) {
      const piece = next.value.subarray(at, at + CHUNK_BYTES - filled);
      buffer.set(piece, filled);
      filled += piece.length;
      at += piece.length;
      if (filled < CHUNK_BYTES) continue;
      await keep(buffer.slice());
      filled = 0;
    }
  }
  if (sizeBytes < (announcedBytes ?? 0)) return cutOff(name);
  if (sizeBytes === 0) return refuse('badFiles', `${name} is empty. Nothing was kept.`);
  if (filled > 0) await keep(buffer.slice(0, filled));
  return null;
}

const cutOff = (name: string) =>
  refuse(
    'cutOff',
    `The connection broke off before all of ${name} had arrived. Nothing was kept. Send it again.`,
  );

async function dropAll({ blobs }: DraftPorts, draftId: string): Promise<void> {
  for (const name of await blobs.list(`uploads/${draftId}/`)) await blobs.remove(name);
}
