// Owns which of the offices' choices a release is made of: all but elections that are over and have been followed by
// another of the same office. Pure.

import { compareText } from '@/lib/release/canonical-json';
import type { OfficeChoice } from './choice';
import type { Plan } from './plan';

const MS_A_DAY = 86_400_000;

/** Over everywhere in the country: its day has ended in the westernmost zone, too. */
function isOver(date: string, now: Date): boolean {
  return Date.parse(date) + 2 * MS_A_DAY < now.getTime();
}

/** An office's last election stays until there is a later one: its voters are told that it is over. */
export function inForce(choices: readonly OfficeChoice[], now: Date): readonly OfficeChoice[] {
  const chosen = choices.filter(({ current }) => current !== null);
  return chosen.filter(
    ({ officeId, electionDate }) =>
      !isOver(electionDate, now) ||
      !chosen.some((other) => other.officeId === officeId && other.electionDate > electionDate),
  );
}

/** The same as a plan lists them: sorted by office and election. */
export function inputsInForce(choices: readonly OfficeChoice[], now: Date): Plan['inputs'] {
  const inputs = inForce(choices, now).flatMap(({ officeId, electionId, current }) =>
    current === null ? [] : [{ officeId, electionId, published: current.published }],
  );
  return inputs.sort(
    (a, b) => compareText(a.officeId, b.officeId) || compareText(a.electionId, b.electionId),
  );
}
