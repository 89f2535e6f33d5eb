// Owns counting what is read of an upload's files, what is unpacked and what is read again included: somebody who waits for the first
// row of two million sees that it goes on. Knows no format.

import type { SourceFile } from './source-file';

/** Told so often: a chunk may have a few bytes. */
const stepBytes = 1024 * 1024;

export interface ByteWatch {
  /** The same file, its bytes counted whenever they are read. */
  readonly file: (file: SourceFile) => SourceFile;
  /** Waited for behind each chunk of what is unpacked. */
  readonly pause: (bytes: number) => Promise<void>;
}

/** `onBytes` gets the sum, which only grows. */
export function watchBytes(
  onBytes: (bytes: number) => void,
  pause: () => Promise<void> = async () => {},
): ByteWatch {
  let bytes = 0;
  let told = 0;
  const count = (more: number) => {
    bytes += more;
    if (bytes < told + stepBytes) return;
    told = bytes;
    onBytes(bytes);
  };
  return {
    file: (file) => ({
      ...file,
      async *bytes() {
        for await (const chunk of file.bytes()) {
          count(chunk.length);
          yield chunk;
        }
      },
    }),
    pause: (more) => {
      count(more);
      return pause();
    },
  };
}
