// Owns how much may be uploaded, for browsers, scripts and the server alike. Data only.

/** A chunk before it is packed. Packed it is at most a few hundred bytes more: under 4 MiB, which every host takes. */
export const CHUNK_BYTES = 4_000_000;

/** What a packed chunk may have. */
export const MAX_PACKED_BYTES = 4 * 1024 * 1024;

/** A state's folder of county files. Past it a zip, which counts as one. */
export const MAX_FILES = 100;

/** Of all files of an upload, as an unpacked zip may have (lib/ingest/files/expand-zip): they are read one after the other. */
export const MAX_UPLOAD_BYTES = 1024 * 1024 * 1024;

/** Corrections of one draft: past them, the export itself is what needs correcting. */
export const MAX_CORRECTIONS = 1000;

/** Chunks that a file of this size has; an empty one has none. */
export const chunkCount = (sizeBytes: number): number => Math.ceil(sizeBytes / CHUNK_BYTES);

/** Bytes of one chunk of it: all but the last are whole. */
export const chunkSize = (sizeBytes: number, chunk: number): number =>
  Math.max(0, Math.min(CHUNK_BYTES, sizeBytes - chunk * CHUNK_BYTES));
