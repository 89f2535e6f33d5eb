// Owns the release as one page view uses it: opened once while the page loads, kept fresh, tried again after a
// failure, and asked for answers. It must not know React, nor keep, send or log what was typed.

import type { CannotCheckReason, LookupOutcome, OfficeAnswer } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { cannotCheck, understoodSoFar } from '@/lib/release/outcomes';
import { type OpenError, type OpenRelease, openRelease } from '@/lib/release/reader';
import type { ReleaseSource } from '@/lib/release/verified-objects';
import { recall, remember } from './release-memory';

/** Older than this, the pointer is fetched again before the next answer: a place may have moved meanwhile. */
const KEEP_FOR_MS = 60_000;

/** The browser, as far as a release needs it. */
export interface VoterReleasePorts {
  readonly source: ReleaseSource;
  readonly publicKeys: readonly string[];
  /** May throw (SecurityError): a browser may have no storage for us. */
  readonly storage: () => Storage;
  readonly now: () => Date;
  /** false on plain http and in old browsers: nothing can be verified, so nothing is answered. */
  readonly canVerify: boolean;
  /** Whom to call when nothing at all can be read: the offices that the site was built for. */
  readonly siteOffices: readonly OfficeAnswer[];
}

type Opened = Result<OpenRelease, OpenError>;

export interface VoterRelease {
  /** The open release; a failure is tried again at the next call, and an old one replaced by a fresh one. */
  open(): Promise<Opened>;
  /** The answer to what was typed. Never throws for data that is missing or wrong. */
  answer(text: string): Promise<LookupOutcome>;
}

/** One release for one page view. */
export function createVoterRelease(ports: VoterReleasePorts): VoterRelease {
  let inFlight: Promise<Opened> | null = null;
  let kept: OpenRelease | null = null;
  let triedAtMs = 0;

  async function openAnew(): Promise<Opened> {
    if (!ports.canVerify) return err(unsupported);
    const { highestSequences, revokedKeyIds } = recall(ports.storage);
    const trust = { publicKeys: ports.publicKeys, highestSequences, revokedKeyIds };
    const opened = await openRelease(ports.source, trust, ports.now());
    triedAtMs = ports.now().getTime();
    // Cut off since: what was verified before still answers, and says when it was confirmed.
    if (!opened.ok) return opened.error.code === 'unreachable' && kept ? ok(kept) : opened;
    const { pointer } = opened.value;
    remember(ports.storage, { ...pointer, revokedKeyIds: opened.value.revokedKeyIds });
    // The same release again: keep the reader whose pages and shards are already in hand.
    if (kept?.pointer.sequence !== pointer.sequence) kept = opened.value;
    return ok(kept ?? opened.value);
  }

  function open(): Promise<Opened> {
    const isFresh = ports.now().getTime() - triedAtMs < KEEP_FOR_MS;
    if (kept && isFresh) return Promise.resolve(ok(kept));
    inFlight ??= openAnew().finally(() => {
      inFlight = null;
    });
    return inFlight;
  }

  async function answer(text: string): Promise<LookupOutcome> {
    const opened = await open();
    return opened.ok
      ? opened.value.answer(text, ports.now())
      : unopened(opened.error.code, ports.siteOffices);
  }

  return { open, answer };
}

const unsupported: OpenError = {
  code: 'unsupported',
  detail: 'noTrustedKey',
  file: '',
  message: 'this browser has no crypto.subtle',
};

function unopened(reason: CannotCheckReason, offices: readonly OfficeAnswer[]): LookupOutcome {
  return cannotCheck({ understood: understoodSoFar(null, null), offices, pointer: null }, reason);
}

/** Practice data says so itself: the offices of the sandbox have ids that begin with `sandbox-`. */
export function isPractice(release: Pick<OpenRelease, 'localities'>): boolean {
  return release.localities.some(({ officeId }) => officeId.startsWith('sandbox-'));
}
