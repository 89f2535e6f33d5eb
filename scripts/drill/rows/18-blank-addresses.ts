// Owns row 18: a twentieth of the polling places on an office's list have no address, and of its precincts no place.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { en } from '@/lib/messages/en';
import { viewOutcome } from '@/lib/view/view-outcome';
import { check } from '../check';
import { blankAddresses } from '../county-faults';
import { deskOf, feedOf } from '../desk-of';
import { during } from '../during';
import { goldenAnswers, goldenAt } from '../golden-answers';
import { type Arrival, arrivalCheck, arrivals, isAtLeast, readAt } from '../hosts';
import { voterChecks } from '../meter';
import { putBack } from '../put-back';
import type { DrillRow } from '../row';

/** Publishes the list as it is, looks at what its voters are shown, and goes back. */
export const row: DrillRow = {
  number: 18,
  fault: '5% blank addresses',
  mustGet: '“the county must confirm” and its phone; no blank result',
  run: async (world, meter) => {
    const county = world.counties[1] ?? world.counties[0]!;
    const { feed, placeIds } = blankAddresses(feedOf(world, county));
    const concerned = goldenAt(world.golden, placeIds);
    const desk = await deskOf(world, county);
    let there: readonly Arrival[] = [];
    let outcomes: readonly LookupOutcome[] = [];
    const watched = await meter.watch({
      name: 'voters',
      settings: world.voters(world.edgeDisk),
      golden: world.golden,
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('blank addresses', async () => {
        const live = await desk.publish(feed, 'With blank addresses');
        there = await arrivals(world, live.approvedAtMs, isAtLeast(live.sequence));
        const release = await readAt(world, world.edgeDisk.url);
        const answers = release === null ? [] : await goldenAnswers(release, concerned);
        outcomes = answers.map(({ outcome }) => outcome);
      }),
    });
    await putBack(world, desk);
    const [blank, told] = [outcomes.filter(isBlank), outcomes.filter(isToldToCall)];
    return {
      checks: [
        check(
          'polling places without an address',
          placeIds.length,
          (count) => count > 0,
          'a twentieth of them',
        ),
        arrivalCheck('approval until voters see the list', there),
        check(
          'blank results',
          `${blank.length} of ${outcomes.length}`,
          () => outcomes.length > 0 && blank.length === 0,
          'none',
        ),
        check(
          'told that the office must confirm it, with its phone',
          `${told.length} of ${outcomes.length}`,
          () => told.length === outcomes.length,
          'all',
        ),
        ...voterChecks(watched),
      ],
      watched: [watched],
    };
  },
};

/** Nothing stands where voters look for an answer, or a place without a name. */
function isBlank(outcome: LookupOutcome): boolean {
  const view = viewOutcome(outcome, en, new Date());
  return (
    view.headline.trim() === '' ||
    (view.layout === 'places' && view.places.some(({ name }) => name.trim() === ''))
  );
}

function isToldToCall(outcome: LookupOutcome): boolean {
  const { paragraphs, offices } = viewOutcome(outcome, en, new Date());
  const words = JSON.stringify(paragraphs);
  return /call/i.test(words) && offices.some(({ phone }) => phone !== null);
}
