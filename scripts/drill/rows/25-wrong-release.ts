// Owns row 25: a wrong list was approved by two people, and is taken back by two people.

import { check } from '../check';
import { swappedPlaces } from '../county-faults';
import { deskOf, feedOf, levee } from '../desk-of';
import { during } from '../during';
import { goldenAnswers, goldenAt, rightCheck } from '../golden-answers';
import { type Arrival, arrivalCheck, arrivals, isAtLeast, readAt } from '../hosts';
import { voterChecks } from '../meter';
import { putBack } from '../put-back';
import type { DrillRow } from '../row';

/** Publishes a county's list with its precincts at other places, then goes back, while the other counties' voters ask. */
export const row: DrillRow = {
  number: 25,
  fault: 'a wrong release approved',
  mustGet: 'the previous answer at most 60 s after the approval to go back; the audit verifies',
  run: async (world, meter) => {
    const county = world.counties[1] ?? world.counties[0]!;
    const own = goldenAt(world.golden, county.placeIds);
    const desk = await deskOf(world, county);
    let wrong = 0;
    let there: readonly Arrival[] = [];
    const watched = await meter.watch({
      name: 'the other counties’ voters',
      settings: world.voters(world.edgeDisk),
      golden: world.golden.filter((golden) => !own.includes(golden)),
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('a wrong release, and back', async () => {
        const live = await desk.publish(swappedPlaces(feedOf(world, county)), 'A wrong list');
        await arrivals(world, live.approvedAtMs, isAtLeast(live.sequence));
        const release = await readAt(world, world.edgeDisk.url);
        const told = release === null ? [] : await goldenAnswers(release, own);
        wrong = told.filter(({ verdict }) => verdict === 'wrong').length;
        there = await putBack(world, desk);
      }),
    });
    const answers = [];
    for (const url of [world.edgeDisk.url, world.edgeCache.url, world.mirror.url]) {
      const release = await readAt(world, url);
      if (release !== null) answers.push(...(await goldenAnswers(release, own)));
    }
    const audit = await levee(world, 'audit', 'verify');
    return {
      checks: [
        check(
          'told wrongly before, so that there was something to take back',
          wrong,
          (count) => count > 0,
          'some',
        ),
        arrivalCheck('approval to go back until voters get the old answers', there),
        rightCheck('the county’s golden addresses afterwards, at every host', answers),
        check('levee audit verify', audit.code, (code) => code === 0, 'exit code 0'),
        ...voterChecks(watched),
      ],
      watched: [watched],
    };
  },
};
