// Owns the release as one page view uses it: opened once while the page loads, kept fresh, tried again after a
// failure, and asked for answers. It must not know React, nor keep, send or log what was typed.

import type { CannotCheckReason, LookupOutcome, OfficeAnswer } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { cannotCheck, officesOf, understoodSoFar } from '@/lib/release/outcomes';
import type { OpenError, OpenRelease } from '@/lib/release/reader';
import type { ObjectReader } from '@/lib/release/verified-objects';
import { isPracticeOffice } from '@/lib/view/practice';
import { inTime } from './ladder/in-time';
import { type BestRelease, bestRelease, type LadderPorts, type OpenedRelease } from './ladder/open-best';

/** Older than this, the pointer is fetched again before the next answer: a place may have moved meanwhile. */
const KEEP_FOR_MS = 60_000;

/** Nobody waits longer for an answer, and be it "we can't check": then there is still the telephone. */
const ANSWER_LIMIT_MS = 20_000;

/** The browser, as far as a release needs it. */
export interface VoterReleasePorts extends LadderPorts {
  /** false on plain http and in old browsers: nothing can be verified, so nothing is answered. */
  readonly canVerify: boolean;
  /** Whom to call when nothing at all can be read: the offices that the site was built for. */
  readonly siteOffices: readonly OfficeAnswer[];
}

type Opened = Result<OpenedRelease, OpenError>;

export interface VoterRelease {
  /** The open release; a failure is tried again at the next call, and an old one replaced by a fresh one. */
  open(): Promise<Opened>;
  /** The same, however young the open one is: the network has come back. */
  openAnew(): Promise<Opened>;
  /** The answer to what was typed. Never throws for data that is missing or wrong; takes 20 s at most. */
  answer(text: string): Promise<LookupOutcome>;
  /** Verified objects of whatever release, from whichever rung has them. */
  readonly objects: ObjectReader;
  /** The bytes of one, for a device to keep. */
  readonly fetchObject: BestRelease['fetchObject'];
}

/** One release for one page view. */
export function createVoterRelease(ports: VoterReleasePorts): VoterRelease {
  const { timers, siteOffices } = ports;
  const best = bestRelease(ports);
  let inFlight: Promise<Opened> | null = null;
  let triedAtMs = Number.NEGATIVE_INFINITY;

  function openAnew(): Promise<Opened> {
    if (!ports.canVerify) return Promise.resolve(err(unsupported));
    inFlight ??= inTime(best.open(), ANSWER_LIMIT_MS, () => err(tooLate), timers).finally(() => {
      triedAtMs = ports.now().getTime();
      inFlight = null;
    });
    return inFlight;
  }

  function open(): Promise<Opened> {
    const isYoung = ports.now().getTime() - triedAtMs < KEEP_FOR_MS;
    const { release } = best.inHand;
    return release !== null && isYoung ? Promise.resolve(ok(release)) : openAnew();
  }

  function nothing(reason: CannotCheckReason): LookupOutcome {
    // Known from before, though it may not answer any more: an office keeps its telephone.
    const { release } = best.inHand;
    const offices = release === null ? siteOffices : officesOf(release.localities);
    return cannotCheck({ understood: understoodSoFar(null, null), offices, pointer: null }, reason);
  }

  async function answer(text: string): Promise<LookupOutcome> {
    const opened = await open();
    return opened.ok ? opened.value.answer(text, ports.now()) : nothing(opened.error.code);
  }

  return {
    open,
    openAnew,
    answer: (text) => inTime(answer(text), ANSWER_LIMIT_MS, () => nothing('unreachable'), timers),
    objects: best.objects,
    fetchObject: best.fetchObject,
  };
}

const unsupported: OpenError = {
  code: 'unsupported',
  detail: 'noTrustedKey',
  file: '',
  message: 'this browser has no crypto.subtle',
};

const tooLate: OpenError = {
  code: 'unreachable',
  detail: 'unreachable',
  file: '',
  message: 'no release could be opened in time',
};

/** Practice data says so itself: the offices of the sandbox have ids that begin with `sandbox-`. */
export function isPractice(release: Pick<OpenRelease, 'localities'>): boolean {
  return release.localities.some(({ officeId }) => isPracticeOffice(officeId));
}
