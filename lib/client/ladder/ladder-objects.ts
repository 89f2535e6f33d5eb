// Owns getting an object from whichever rung has it: any rung may supply any object, since its name is its hash.
// Wrong bytes, silence and failures only mean that the next rung is asked.

import { err, type Result } from '@/lib/core/result';
import { objectPath, type Sha256Hex } from '@/lib/release/format';
import { fetchObject, type ObjectError } from '@/lib/release/verified-objects';
import { type Ask, gather, type Timers } from './gather';
import type { Rung } from './rung';

type Fetched = Result<Uint8Array, ObjectError>;

/** Verified bytes by name. `prefer` names the rung that answered: it is asked first. */
export interface LadderObjects {
  fetch(name: Sha256Hex): Promise<Fetched>;
  prefer(rung: Rung): void;
}

/** `keep` gets every verified object that did not come from the device. */
export function ladderObjects(
  rungs: readonly Rung[],
  timers: Timers,
  keep: (name: Sha256Hex, bytes: Uint8Array) => void,
): LadderObjects {
  let preferred = rungs[0];
  // Who has failed once is not waited for again, only asked along with the others.
  const failing = new Set<Rung>();

  /** The one that answered, then the device, which costs nothing, then everybody. */
  function stages(): readonly (readonly Rung[])[] {
    const first = rungs.filter((rung) => rung === preferred && !failing.has(rung));
    const device = rungs.filter((rung) => rung.kind === 'device' && !first.includes(rung));
    const others = rungs.filter((rung) => !first.includes(rung) && !device.includes(rung));
    return [first, device, others].filter((stage) => stage.length > 0);
  }

  function askOf(rung: Rung, name: Sha256Hex, ahead: readonly Rung[]): Ask<Fetched> {
    return async (signal) => {
      // Asked at all only because those before it failed, or were silent for too long.
      for (const before of ahead) failing.add(before);
      const fetched = await fetchObject({ object: (wanted) => rung.object(wanted, signal) }, name);
      if (fetched.ok && rung.kind !== 'device') keep(name, fetched.value);
      return fetched;
    };
  }

  return {
    prefer: (rung) => {
      preferred = rung;
      failing.delete(rung);
    },
    fetch: async (name) => {
      const inTurn = stages();
      const asks = inTurn.map((stage, turn) =>
        stage.map((rung) => askOf(rung, name, inTurn.slice(0, turn).flat())),
      );
      const fetched = await gather(asks, ({ ok: isRight }) => (isRight ? 'now' : 'goOn'), timers);
      return fetched.find((each) => each.ok) ?? err(mostTelling(name, fetched));
    },
  };
}

/** "These are the wrong bytes" says more than that another rung is not there. */
function mostTelling(name: Sha256Hex, fetched: readonly Fetched[]): ObjectError {
  const errors = fetched.flatMap((each) => (each.ok ? [] : [each.error]));
  return (
    errors.find(({ reason }) => reason !== 'unreachable') ??
    errors[0] ?? {
      code: 'unreachable',
      reason: 'unreachable',
      file: objectPath(name),
      message: 'nobody answered in time',
    }
  );
}
