// Owns row 19: what voters type fits two streets, two halves of one, or two precincts, which vote at different places.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { OpenRelease } from '@/lib/release/reader';
import { type AmbiguousAddress, withAmbiguousStreets } from '../ambiguous-streets';
import { type Check, check } from '../check';
import { deskOf, feedOf } from '../desk-of';
import { during } from '../during';
import { type Arrival, arrivalCheck, arrivals, isAtLeast, readAt } from '../hosts';
import { voterChecks } from '../meter';
import { putBack } from '../put-back';
import type { DrillRow } from '../row';

/** Publishes 200 such streets by the desk, asks for 2,000 addresses in them at the edge, and goes back. */
export const row: DrillRow = {
  number: 19,
  fault: 'Ave/Ct, N/S, unit, split precinct',
  mustGet: 'a choice: no silent pick of 2,000',
  run: async (world, meter) => {
    const county = world.counties[1] ?? world.counties[0]!;
    const { feed, asked } = withAmbiguousStreets(feedOf(world, county));
    const desk = await deskOf(world, county);
    let there: readonly Arrival[] = [];
    let checks: readonly Check[] = [];
    const watched = await meter.watch({
      name: 'voters',
      settings: world.voters(world.edgeDisk),
      golden: world.golden,
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('streets that differ by little', async () => {
        const live = await desk.publish(feed, 'With ambiguous streets');
        there = await arrivals(world, live.approvedAtMs, isAtLeast(live.sequence));
        const release = await readAt(world, world.edgeDisk.url);
        if (release === null) throw new Error('the edge has no release');
        checks = await pickChecks(release, asked);
      }),
    });
    await putBack(world, desk);
    return {
      checks: [arrivalCheck('approval until voters can ask', there), ...checks, ...voterChecks(watched)],
      watched: [watched],
    };
  },
};

/** By kind of what was left out: how many got a choice, or both places and a number to call. */
async function pickChecks(
  release: OpenRelease,
  asked: readonly AmbiguousAddress[],
): Promise<readonly Check[]> {
  const byKind = new Map<string, { choices: number; silent: number; others: string[]; all: number }>();
  for (const each of asked) {
    const sums = byKind.get(each.kind) ?? { choices: 0, silent: 0, others: [], all: 0 };
    byKind.set(each.kind, sums);
    const outcome = await release.answer(each.address, new Date());
    sums.all += 1;
    if (isChoice(outcome, each.placeIds)) sums.choices += 1;
    else if (outcome.pollingLocations.length > 0) sums.silent += 1;
    else sums.others.push(outcome.kind);
  }
  const silent = [...byKind.values()].reduce((sum, each) => sum + each.silent, 0);
  return [
    check(
      'silent picks',
      `${silent} of ${asked.length}`,
      () => silent === 0 && asked.length === 2_000,
      'none of 2,000',
    ),
    ...[...byKind].map(([kind, { choices, all, others }]) =>
      check(
        `${kind}: a choice`,
        [`${choices} of ${all}`, ...new Set(others)].join(' '),
        () => choices === all,
        'all',
      ),
    ),
  ];
}

/** Both can be chosen, or both are shown as a contradiction; nothing is picked. */
function isChoice(outcome: LookupOutcome, placeIds: readonly string[]): boolean {
  if (outcome.kind !== 'choose' && outcome.kind !== 'conflict') return false;
  const offered =
    outcome.kind === 'choose'
      ? outcome.candidates.flatMap(({ pollingLocations }) => pollingLocations)
      : outcome.pollingLocations;
  return placeIds.every((id) => offered.some((place) => place.id === id));
}
