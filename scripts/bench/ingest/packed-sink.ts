// Owns writing a zip as it is made, entry after entry. Knows nothing of what is in it.

import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { gathered, type TextSink } from './file-sink';

export interface ZipSink {
  /** Begins an entry; the one before has to have ended. */
  readonly entry: (name: string) => TextSink;
  readonly end: () => void;
}

/** Packs fast rather than small: what is measured is the reading. */
const LEVEL = 3;

/** A zip, opened anew. */
export function zipSink(path: string): ZipSink {
  const file = openSync(path, 'w');
  const zip = new Zip((error, bytes, isLast) => {
    if (error) throw error;
    writeSync(file, bytes);
    if (isLast) closeSync(file);
  });
  return {
    entry(name) {
      const packed = new ZipDeflate(name, { level: LEVEL });
      packed.mtime = '2026-10-01';
      zip.add(packed);
      return gathered((bytes, isLast) => packed.push(bytes, isLast));
    },
    end: () => zip.end(),
  };
}
