// Owns the port to bytes that never change once they are there: uploaded files, datasets, release objects, plain
// pages. Knows no adapter.

/** `/`-separated parts of `[A-Za-z0-9._-]`, no part starting with a dot: `datasets/3fa9…`. */
export type BlobName = string;

/** Throws `StoreError` and nothing else. */
export interface BlobStore {
  /** Stores bytes under a name, whole or not at all. A name that is there already keeps what it has: names are made
   *  of contents or of random ids, so that both are the same bytes. */
  put(name: BlobName, bytes: Uint8Array): Promise<void>;
  /** null: nothing has that name. */
  get(name: BlobName): Promise<Uint8Array | null>;
  /** Those of the names that are there. */
  present(names: readonly BlobName[]): Promise<ReadonlySet<BlobName>>;
  /** Nothing happens where nothing has that name. */
  remove(name: BlobName): Promise<void>;
  /** Names that start with `prefix`, sorted. */
  list(prefix: string): Promise<readonly BlobName[]>;
}
