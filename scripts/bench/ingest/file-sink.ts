// Owns writing a long file in large pieces, as it is made: never more than a megabyte of it is held. Knows nothing of what it says.

import { closeSync, openSync, writeSync } from 'node:fs';

const PIECE_CHARS = 1 << 20;

/** Takes text, gives it on as bytes; `end` once. */
export interface TextSink {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

/** Text, gathered into pieces of about a megabyte before `take` gets them. */
export function gathered(take: (bytes: Uint8Array, isLast: boolean) => void): TextSink {
  const encoder = new TextEncoder();
  let pending: string[] = [];
  let chars = 0;
  const flush = (isLast: boolean) => {
    take(encoder.encode(pending.join('')), isLast);
    pending = [];
    chars = 0;
  };
  return {
    write(text) {
      pending.push(text);
      chars += text.length;
      if (chars >= PIECE_CHARS) flush(false);
    },
    end: () => flush(true),
  };
}

/** A file, opened anew. */
export function fileSink(path: string): TextSink {
  const file = openSync(path, 'w');
  return gathered((bytes, isLast) => {
    writeSync(file, bytes);
    if (isLast) closeSync(file);
  });
}
