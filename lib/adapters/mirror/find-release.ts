// Owns which pointer a mirror follows: the sources' pointers in order, each believed only with a right signature and a number
// that is not below what was had before. The next source is asked where one fails, is older, or has not been confirmed lately.

import { isFresh } from '@/lib/core/rung';
import { sha256Hex } from '@/lib/release/bytes';
import { MAX_POINTER_BYTES } from '@/lib/release/format';
import { POINTER_FILE, type Trust, verifyPointer } from '@/lib/release/verify-pointer';
import type { LivePointer } from './copy-release';
import type { MemoryFile } from './mirror-memory';
import type { MirrorProblem } from './mirror-problem';
import type { MirrorSource, Validator } from './mirror-source';

/** A pointer that may be followed, and who has it. */
export interface FoundRelease extends LivePointer {
  readonly source: MirrorSource;
  readonly revokedKeyIds: readonly string[];
  readonly said: { readonly validator: Validator | null; readonly sha256: string };
}

/** `found` is null where no source has one that may be believed. */
export interface ReleaseSearch {
  readonly found: FoundRelease | null;
  readonly problems: readonly MirrorProblem[];
}

interface Ask {
  readonly sources: readonly MirrorSource[];
  readonly trust: Trust;
  readonly memory: MemoryFile;
  /** What lies in the mirror's folder, if that can be believed. */
  readonly here: LivePointer | null;
  readonly now: Date;
}

/** The newest pointer that may be believed. The one that is here counts as found where a source still has it. */
export async function findRelease(ask: Ask): Promise<ReleaseSearch> {
  const problems: MirrorProblem[] = [];
  let best: FoundRelease | null = null;
  for (const source of ask.sources) {
    const asked = await askSource(source, ask);
    if ('code' in asked) {
      problems.push(asked);
      continue;
    }
    if (best === null || isNewer(asked, best)) best = asked;
    if (isFresh(best.pointer.issuedAt, ask.now)) break;
  }
  return { found: best, problems };
}

async function askSource(
  source: MirrorSource,
  { trust, memory, here }: Ask,
): Promise<FoundRelease | MirrorProblem> {
  const problem = (code: MirrorProblem['code'], message: string): MirrorProblem => ({
    code,
    source: source.name,
    file: POINTER_FILE,
    message,
  });
  const hash = here === null ? null : await sha256Hex(here.bytes);
  const known = memory.validatorFor(source.name, POINTER_FILE, hash);
  const got = await source.get(POINTER_FILE, MAX_POINTER_BYTES, known);
  if (!got.ok) return problem(got.error.code, got.error.message);
  const bytes = got.value.kind === 'bytes' ? got.value.bytes : here?.bytes;
  if (bytes === undefined) return problem('unreachable', 'says unchanged, and was not asked that');
  const verified = await verifyPointer(bytes, trust);
  if (!verified.ok) {
    const { code, message } = verified.error;
    if (code === 'lowerSequence') return problem(code, `an older release: ${message}`);
    const what = bytes.length === 0 ? 'no bytes at all' : message;
    return problem('notBelieved', `${code}: ${what}`);
  }
  const { pointer, revokedKeyIds } = verified.value;
  // Numbers are compared within one line; of another installation's, only a later one is followed.
  if (here !== null && here.pointer.releaseLine !== pointer.releaseLine && !isNewer({ pointer }, here))
    return problem('lowerSequence', `an older release of another installation, ${pointer.releaseLine}`);
  const validator = got.value.kind === 'bytes' ? got.value.validator : known;
  return { pointer, bytes, source, revokedKeyIds, said: { validator, sha256: await sha256Hex(bytes) } };
}

function isNewer(a: Pick<LivePointer, 'pointer'>, b: Pick<LivePointer, 'pointer'>): boolean {
  if (a.pointer.releaseLine === b.pointer.releaseLine) return a.pointer.sequence > b.pointer.sequence;
  return Date.parse(a.pointer.issuedAt) > Date.parse(b.pointer.issuedAt);
}
