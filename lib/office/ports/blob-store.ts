// Owns the port to bytes that never change once they are there: uploaded files, datasets, release objects, plain
// pages. Knows no adapter.

/** `/`-separated parts of `[A-Za-z0-9._-]`, no part starting with a dot: `datasets/3fa9…`. */
export type BlobName = string;

/** A blob that may go, or has gone: `{name: 'pages/3fa9…', bytes: 5120}`. `bytes` is what its room on the disk is about. */
export interface UnusedBlob {
  readonly name: BlobName;
  readonly bytes: number;
}

/** Throws `StoreError` and nothing else. */
export interface BlobStore {
  /** Stores bytes under a name, whole or not at all. A name that is there already keeps what it has: names are made
   *  of contents or of random ids, so that both are the same bytes. Either way it is in use from now on. */
  put(name: BlobName, bytes: Uint8Array): Promise<void>;
  /** null: nothing has that name. */
  get(name: BlobName): Promise<Uint8Array | null>;
  /** Those of the names that are there. They are in use from now on: who asks may be about to rely on them. */
  present(names: readonly BlobName[]): Promise<ReadonlySet<BlobName>>;
  /** Nothing happens where nothing has that name. */
  remove(name: BlobName): Promise<void>;
  /** Names that start with `prefix`, sorted. */
  list(prefix: string): Promise<readonly BlobName[]>;
  /** Names under `prefix` of which a put has begun and has not ended; it may still end, or its process is dead. Nothing has such a name yet. What
   *  is left of them is removed by `removeUnused` like a blob, once nothing was added to it since then. [] where a store clears that away itself. */
  unfinished(prefix: string): Promise<readonly BlobName[]>;
  /** Those of the names that are there, or unfinished, and that nobody has put, or found by `present`, since then. */
  unused(names: readonly BlobName[], since: Date): Promise<readonly UnusedBlob[]>;
  /** Removes the same, and gives what it removed. Whoever puts a blob or finds it at that very moment has it afterwards. */
  removeUnused(names: readonly BlobName[], since: Date): Promise<readonly UnusedBlob[]>;
}
