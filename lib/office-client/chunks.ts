// Owns cutting a file into chunks, hashing and packing them in the browser. The size is the server's (lib/office/drafts/
// upload-limits.ts; a test keeps the two alike). Knows no request.

/** A chunk before it is packed. */
export const CHUNK_BYTES = 4_000_000;

/** Files of one upload: MAX_FILES. */
export const MOST_FILES = 100;

/** A file as it is announced to the server. */
export interface FileAnnouncement {
  readonly name: string;
  readonly sizeBytes: number;
  /** SHA-256, 64 hex characters: of the whole file, and of each chunk in order. */
  readonly sha256: string;
  readonly chunks: readonly string[];
}

/** Bytes of one chunk, counted from 0. */
export function chunkOf(file: Blob, chunk: number): Blob {
  return file.slice(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES);
}

/** Reads the whole file once. `onBytes`: how many have been hashed. */
export async function announce(file: File, onBytes: (bytes: number) => void): Promise<FileAnnouncement> {
  const chunks: string[] = [];
  for (let chunk = 0; chunk * CHUNK_BYTES < file.size; chunk++) {
    const bytes = await chunkOf(file, chunk).arrayBuffer();
    chunks.push(await sha256(bytes));
    onBytes(Math.min(file.size, (chunk + 1) * CHUNK_BYTES));
  }
  // WebCrypto hashes no streams: the file is in memory for a moment, as it was while it was checked.
  return { name: file.name, sizeBytes: file.size, sha256: await sha256(await file.arrayBuffer()), chunks };
}

/** Gzip of one chunk, for the wire. */
export async function packedChunk(file: Blob, chunk: number): Promise<ArrayBuffer> {
  const packed = chunkOf(file, chunk).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).arrayBuffer();
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
