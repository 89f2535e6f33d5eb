// Owns the port through which file bytes come in. Knows nothing of disks, uploads or archives.

/** A file as the reader sees it. `bytes` may be called more than once and starts anew each time. Of what it gives each chunk is good until the
 *  next is asked for: who keeps bytes copies them. */
export interface SourceFile {
  /** With or without folders: `feed/street_segment.txt`. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly bytes: () => Chunks;
  /** The bytes from `start` to before `end` alone, as often as wanted. Left out where the file cannot be entered in its middle. */
  readonly range?: (start: number, end: number) => Chunks;
}

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Thrown by `chunksOf` where the port itself fails (disk error, damaged archive), so that a caller can
 *  tell it from a bug of its own. */
export class SourceReadError extends Error {
  override readonly name = 'SourceReadError';
}

/** The file's chunks, the port's own failures renamed to `SourceReadError`. */
export const chunksOf = (file: SourceFile): AsyncGenerator<Uint8Array> => guardedChunks(() => file.bytes());

/** What `range` gives, its failures renamed alike. A file that has become shorter since it was first read has failed, too: half of a list
 *  would be taken for the whole. */
export async function* rangeOf(
  range: NonNullable<SourceFile['range']>,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  let at = start;
  for await (const chunk of guardedChunks(() => range(start, end))) {
    at += chunk.length;
    yield chunk;
  }
  if (at !== end) throw new SourceReadError('the file has changed while it was read');
}

async function* guardedChunks(open: () => Chunks): AsyncGenerator<Uint8Array> {
  const iterator = await guarded(() => iteratorOf(open()));
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

function iteratorOf(source: Chunks): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}

async function guarded<Value>(read: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    throw new SourceReadError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
