// Owns the port through which file bytes come in. Knows nothing of disks, uploads or archives.

/** A file as the reader sees it. `bytes` may be called more than once and starts anew each time. */
export interface SourceFile {
  /** With or without folders: `feed/street_segment.txt`. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Thrown by `chunksOf` where the port itself fails (disk error, damaged archive), so that a caller can
 *  tell it from a bug of its own. */
export class SourceReadError extends Error {
  override readonly name = 'SourceReadError';
}

/** The file's chunks, the port's own failures renamed to `SourceReadError`. */
export async function* chunksOf(file: SourceFile): AsyncGenerator<Uint8Array> {
  const iterator = await guarded(() => iteratorOf(file));
  try {
    for (;;) {
      const next = await guarded(() => iterator.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // A reader that stops early must not leave the file open.
    await iterator.return?.();
  }
}

function iteratorOf(file: SourceFile): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  const source = file.bytes();
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}

async function guarded<Value>(read: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    throw new SourceReadError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
