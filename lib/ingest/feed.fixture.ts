// Owns the small made-up feed of the examples (problems/examples/sound-feed.ts) as files, for tests to spoil.

import type { SourceFile } from './files/source-file';
import { soundFeed as exampleFeed, type Feed } from './problems/examples/sound-feed';

export type { Feed } from './problems/examples/sound-feed';

/** The feed that examples of problems spoil, too. */
export const soundFeed: Feed = exampleFeed;

/** The sound feed with some files replaced; null takes one away. */
export function feedWith(changes: Readonly<Record<string, readonly string[] | null>>): Feed {
  const feed: Record<string, readonly string[]> = { ...soundFeed };
  for (const [name, rows] of Object.entries(changes)) {
    if (rows === null) delete feed[name];
    else feed[name] = rows;
  }
  return feed;
}

/** Files of a feed as UTF-8, one line break after each row. */
export function filesOf(feed: Feed): readonly SourceFile[] {
  return Object.entries(feed).map(([name, rows]) => textFile(name, `${rows.join('\n')}\n`));
}

/** A file that holds this text. */
export function textFile(name: string, text: string): SourceFile {
  return byteFile(name, new TextEncoder().encode(text));
}

/** A file that holds these bytes, handed out in chunks of `chunkBytes`. */
export function byteFile(name: string, bytes: Uint8Array, chunkBytes = Number.POSITIVE_INFINITY): SourceFile {
  return {
    name,
    sizeBytes: bytes.length,
    *bytes() {
      for (let start = 0; start < bytes.length; start += chunkBytes)
        yield bytes.subarray(start, start + chunkBytes);
    },
  };
}
