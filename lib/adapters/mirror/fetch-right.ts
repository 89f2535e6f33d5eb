// Owns getting a file whose hash is known: from whichever source has it, believed only if the bytes have that hash.
// Knows nothing of what is in it.

import { sha256Hex } from '@/lib/release/bytes';
import type { Sha256Hex } from '@/lib/release/format';
import { MirrorFailure, type MirrorProblem } from './mirror-problem';
import type { MirrorSource } from './mirror-source';

/** What was fetched, for the report. */
export interface Fetches {
  files: number;
  bytes: number;
}

/** One file by its hash: `fetchRight([a, b], '/v1/objects/….json', hash, 4_194_304, fetches)`. Sources are asked in order; where none
 *  has the right bytes, throws a MirrorFailure with what the first said. */
export async function fetchRight(
  sources: readonly MirrorSource[],
  path: string,
  hash: Sha256Hex,
  maxBytes: number,
  fetches: Fetches,
): Promise<Uint8Array> {
  let first: MirrorProblem | null = null;
  for (const source of sources) {
    const problem = (code: MirrorProblem['code'], message: string): MirrorProblem => ({
      code,
      source: source.name,
      file: path,
      message,
    });
    const got = await source.get(path, maxBytes);
    if (!got.ok) {
      first ??= problem(got.error.code, got.error.message);
      continue;
    }
    if (got.value.kind === 'unchanged') continue;
    const { bytes } = got.value;
    const actual = await sha256Hex(bytes);
    if (actual === hash) {
      fetches.files += 1;
      fetches.bytes += bytes.length;
      return bytes;
    }
    const what = bytes.length === 0 ? 'no bytes at all' : `${bytes.length} bytes with the hash ${actual}`;
    first ??= problem('wrongHash', `${what}: cut, altered, or of something else`);
  }
  throw new MirrorFailure(
    first ?? { code: 'unreachable', source: '', file: path, message: 'no source to ask' },
  );
}
