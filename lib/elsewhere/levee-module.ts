// Owns `/levee.js`, the reader as a module for other people's programs: this file, built, with its types beside it.
// Whatever is exported here is a public contract (docs/others-sites.md). It sends no address anywhere: it fetches
// files by their names, verifies them, and looks the address up in them where it runs.

import { httpSource } from '@/lib/client/http-source';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { ok, type Result } from '@/lib/core/result';
import type { LocalityObject, LocalityRef, Pointer } from '@/lib/release/format';
import { type OpenError, openRelease as openVerified, type StreetName } from '@/lib/release/reader';
import type { Town } from '@/lib/release/town-directory';
import type { ObjectError } from '@/lib/release/verified-objects';
import { type VerifyReport, verifyRelease as verifyAll } from '@/lib/release/verify';
import type { Trust } from '@/lib/release/verify-pointer';

/** What a program should keep between runs, so that nobody can hand it an older release than it has seen. */
export interface ReleaseMemory {
  /** Release line -> highest sequence seen. */
  readonly highestSequences: Readonly<Record<string, number>>;
  /** Keys that earlier releases have revoked. */
  readonly revokedKeyIds: readonly string[];
}

/** How to read a release. */
export interface ReadOptions {
  /** The keys of the site, oldest first, as its `/data` page shows them. Get them once, by hand; keep them with
   *  your program. Without them nothing can be verified, and nothing is answered. */
  readonly publicKeys: readonly string[];
  /** `release.memory` of the last time. */
  readonly memory?: ReleaseMemory;
  /** In place of the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** In place of the clock. */
  readonly now?: Date;
}

/** A release whose signature has been verified. Every file that it fetches later is verified as well. */
export interface Release {
  readonly pointer: Pointer;
  /** Which key has signed: the first 16 hex digits of the SHA-256 of its bytes. */
  readonly keyId: string;
  /** Since the election office's computer last confirmed the data. Older than 30 minutes is worth saying. */
  readonly ageMs: number;
  /** Past its `expiresAt`: it still answers; say so. */
  readonly expired: boolean;
  /** The offices that this release answers for. */
  readonly localities: readonly LocalityRef[];
  /** Keep it and hand it to the next `openRelease`. */
  readonly memory: ReleaseMemory;
  /** Where the person at this address votes, as one of ten kinds of outcome. The text goes nowhere. Never throws for
   *  files that are missing or wrong: that is the outcome `cannotCheck`. */
  answer(text: string, now?: Date): Promise<LookupOutcome>;
  /** The streets of a ZIP as the offices write them, sorted; none where the ZIP has none here. */
  streetsOf(zip: string): Promise<Result<readonly StreetName[], ObjectError>>;
  /** All towns with their ZIPs. */
  towns(): Promise<Result<readonly Town[], ObjectError>>;
  /** What the offices of a ZIP say of themselves: phones, hours, places. */
  localitiesOf(zip: string): Promise<Result<readonly LocalityObject[], ObjectError>>;
}

/** Opens the release of the site at `origin` (`https://vote.example`): fetches its pointer and root, and verifies both.
 *  Expected failures come back as `{ok: false, error}`; it throws for none of them. */
export async function openRelease(origin: string, options: ReadOptions): Promise<Result<Release, OpenError>> {
  const trust = trustOf(options);
  const opened = await openVerified(sourceOf(origin, options), trust, options.now ?? new Date());
  if (!opened.ok) return opened;
  const { pointer, keyId, revokedKeyIds, ageMs, expired, localities } = opened.value;
  const highest = Math.max(pointer.sequence, trust.highestSequences[pointer.releaseLine] ?? 0);
  return ok({
    pointer,
    keyId,
    ageMs,
    expired,
    localities,
    memory: {
      highestSequences: { ...trust.highestSequences, [pointer.releaseLine]: highest },
      revokedKeyIds,
    },
    answer: (text, now = new Date()) => opened.value.answer(text, now),
    streetsOf: (zip) => opened.value.streetsOf(zip),
    towns: () => opened.value.towns(),
    localitiesOf: (zip) => opened.value.localitiesOf(zip),
  });
}

/** Fetches and checks every file of the release at `origin`; `problems` is empty where all is well. For those who keep
 *  a copy: it reads everything, so run it seldom. */
export async function verifyRelease(origin: string, options: ReadOptions): Promise<VerifyReport> {
  return verifyAll(sourceOf(origin, options), trustOf(options), options.now ?? new Date());
}

function sourceOf(origin: string, options: ReadOptions) {
  // Called without `this`: a browser's own fetch refuses to be a method of something else.
  const fetchFile = options.fetch ?? fetch;
  return httpSource(origin.replace(/\/+$/, ''), (input, init) => fetchFile(input, init));
}

function trustOf({ publicKeys, memory }: ReadOptions): Trust {
  const { highestSequences, revokedKeyIds } = memory ?? { highestSequences: {}, revokedKeyIds: [] };
  return { publicKeys, highestSequences, revokedKeyIds };
}
