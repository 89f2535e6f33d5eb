// Owns opening the best release that any rung gives, and what one page view has in hand: never an older one than
// before, never an unverified one. Verified files are handed to the device to keep.

import { err, ok, type Result } from '@/lib/core/result';
import type { RungKind } from '@/lib/core/rung';
import type { Sha256Hex } from '@/lib/release/format';
import { type OpenError, type OpenRelease, openVerified } from '@/lib/release/reader';
import { type ObjectReader, verifiedReader } from '@/lib/release/verified-objects';
import type { Trust } from '@/lib/release/verify-pointer';
import type { DeviceCopy } from '../device-copy';
import { recall, remember } from '../release-memory';
import { type Candidate, climb } from './climb';
import type { Timers } from './gather';
import { type LadderObjects, ladderObjects } from './ladder-objects';
import { localRung, type Rung } from './rung';

/** A release, and which rung gave it. How old it is stands in its pointer. */
export interface OpenedRelease extends OpenRelease {
  readonly rung: RungKind;
}

/** The browser, as far as the ladder needs it. */
export interface LadderPorts {
  /** Best first; `device`'s copy is one of them. */
  readonly rungs: readonly Rung[];
  readonly device: DeviceCopy;
  readonly timers: Timers;
  readonly publicKeys: readonly string[];
  /** May throw (SecurityError): a browser may have no storage for us. */
  readonly storage: () => Storage;
  readonly now: () => Date;
}

/** `release` is null until one has been opened. */
export interface InHand {
  readonly release: OpenedRelease | null;
}

/** The rungs of one page view. */
export interface BestRelease {
  readonly inHand: InHand;
  /** Climbs anew. The release in hand is given again where it is still the best. */
  open(): Promise<Result<OpenedRelease, OpenError>>;
  /** Verified objects of whatever release, from whichever rung has them. */
  readonly objects: ObjectReader;
  /** The bytes of one, for a device to keep. */
  readonly fetchObject: LadderObjects['fetch'];
}

/** One ladder for one page view. */
export function bestRelease(ports: LadderPorts): BestRelease {
  const { rungs, device, timers, storage } = ports;
  const ladder = ladderObjects(rungs, timers, (name, bytes) => void device.keepObject(name, bytes));
  const objects = verifiedReader(ladder.fetch);
  const inHand: { release: OpenedRelease | null; bytes: Uint8Array } = {
    release: null,
    bytes: new Uint8Array(),
  };

  /** The best candidate whose root can be had: a rung may know of a release and not have it. */
  async function openFirst(candidates: readonly Candidate[]): Promise<Result<OpenedRelease, OpenError>> {
    let failure = NOTHING;
    const hopeless = new Set<Sha256Hex>();
    for (const { rung, verified, bytes } of candidates) {
      if (hopeless.has(verified.pointer.root)) continue;
      ladder.prefer(rung);
      const opened = await openVerified(verified, objects, ports.now());
      if (opened.ok) return ok(take({ ...opened.value, rung: rung.kind }, bytes));
      if (failure === NOTHING) failure = opened.error;
      hopeless.add(verified.pointer.root);
    }
    return err(failure);
  }

  function take(release: OpenedRelease, bytes: Uint8Array): OpenedRelease {
    const { pointer, revokedKeyIds, rung } = release;
    remember(storage, { ...pointer, revokedKeyIds });
    if (rung !== 'device') void device.keepPointer(bytes);
    const before = inHand.release;
    // The same again: nothing on screen has to be drawn anew.
    if (before?.pointer.sequence === pointer.sequence && before.rung === rung) return before;
    inHand.release = release;
    inHand.bytes = bytes;
    return release;
  }

  async function open(): Promise<Result<OpenedRelease, OpenError>> {
    const known = inHand.release === null ? rungs : [...rungs, handRung(inHand.bytes)];
    const climbOver = (stages: readonly (readonly Rung[])[], hopeless?: ReadonlySet<Sha256Hex>) =>
      climb({ stages, hopeless, trust: trustOf(ports, inHand), now: ports.now(), timers });
    // The site is asked alone: while it is well, nobody else hears of it.
    const reached = await climbOver([known.slice(0, 1), known.slice(1)]);
    if (!reached.ok) return reached;
    const opened = await openFirst(reached.value);
    if (opened.ok) return opened;
    // A fresh pointer that nobody has the objects of: whoever was not heard yet may have a release that is whole.
    const hopeless = new Set(reached.value.map(({ verified }) => verified.pointer.root));
    const others = await climbOver([known], hopeless);
    return others.ok ? openFirst(others.value) : opened;
  }

  return { inHand, open, objects, fetchObject: ladder.fetch };
}

/** What was remembered, and what is in hand: a browser that stores nothing still never goes back within a visit. */
function trustOf({ publicKeys, storage }: LadderPorts, { release }: InHand): Trust {
  const { highestSequences, revokedKeyIds } = recall(storage);
  if (release === null) return { publicKeys, highestSequences, revokedKeyIds };
  const { releaseLine, sequence } = release.pointer;
  const highest = Math.max(sequence, highestSequences[releaseLine] ?? 0);
  return {
    publicKeys,
    highestSequences: { ...highestSequences, [releaseLine]: highest },
    revokedKeyIds: [...new Set([...revokedKeyIds, ...release.revokedKeyIds])],
  };
}

/** What was verified before, as one more rung: cut off, it still answers, if it is still to be believed. */
function handRung(bytes: Uint8Array): Rung {
  return localRung('device', {
    pointer: async () => ok(bytes),
    object: async () => err({ code: 'notFound', message: 'in memory already, or not here' }),
  });
}

const NOTHING: OpenError = {
  code: 'unreachable',
  detail: 'unreachable',
  file: '',
  message: 'no rung gave a release',
};
