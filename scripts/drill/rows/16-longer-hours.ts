// Owns row 16: a court keeps five polling places open longer.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { check } from '../check';
import { deskOf } from '../desk-of';
import { during } from '../during';
import { goldenAnswers, goldenAt } from '../golden-answers';
import { type Arrival, arrivalCheck, arrivals, isAtLeast, readAt } from '../hosts';
import { voterChecks } from '../meter';
import { wholeDay } from '../notice-wishes';
import type { DrillRow } from '../row';

const FIVE = 5;
const WORDS = 'By order of a court this place is open until 10 pm.';

/** One late change for five places; every golden address of the state is asked before and after. */
export const row: DrillRow = {
  number: 16,
  fault: 'hours extended at 5 places',
  mustGet: 'those five only: the exact difference',
  run: async (world, meter) => {
    const county = world.counties[1] ?? world.counties[0]!;
    const asked = new Set(world.golden.flatMap(({ placeIds }) => placeIds));
    const five = county.placeIds.filter((id) => asked.has(id)).slice(0, FIVE);
    const desk = await deskOf(world, county);
    const before = await everyAnswer(world);
    let there: readonly Arrival[] = [];
    let noticeId = '';
    const watched = await meter.watch({
      name: 'voters',
      settings: world.voters(world.edgeDisk),
      golden: world.golden,
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('longer hours', async () => {
        const hours = { opens: '07:00', closes: '22:00' };
        const text = { en: WORDS, es: 'Por orden de un juez este lugar está abierto hasta las 10 pm.' };
        noticeId = await desk.askNotice(wholeDay(five, { kind: 'hours', hours, text }));
        const live = await desk.live(() => desk.approveNotice(noticeId));
        there = await arrivals(world, live.approvedAtMs, isAtLeast(live.sequence));
      }),
    });
    const after = await everyAnswer(world);
    await desk.takeDown(noticeId);
    const concerned = new Set(goldenAt(world.golden, five).map(({ address }) => address));
    const changed = [...after].filter(([address, outcome]) => before.get(address) !== outcome);
    const others = changed.filter(([address]) => !concerned.has(address)).length;
    const told = changed.filter(([address, text]) => concerned.has(address) && text.includes(WORDS)).length;
    return {
      checks: [
        check('places', five.length, (count) => count === FIVE, 'five'),
        arrivalCheck('approval until voters are told', there),
        check(
          'golden addresses of the five that are told',
          `${told} of ${concerned.size}`,
          () => told > 0 && told === concerned.size,
          'all',
        ),
        check(
          'other golden addresses whose answer changed',
          `${others} of ${after.size - concerned.size}`,
          () => others === 0 && after.size > concerned.size,
          'none',
        ),
        ...voterChecks(watched),
      ],
      watched: [watched],
    };
  },
};

/** Address -> its answer at the edge, but for when and from which release it is. */
async function everyAnswer(world: Parameters<DrillRow['run']>[0]): Promise<ReadonlyMap<string, string>> {
  const release = await readAt(world, world.edgeDisk.url);
  if (release === null) throw new Error('the edge has no release');
  const answers = await goldenAnswers(release, world.golden);
  return new Map(answers.map(({ golden, outcome }) => [golden.address, timeless(outcome)]));
}

const timeless = (outcome: LookupOutcome): string =>
  JSON.stringify({ ...outcome, asOf: null, sequence: null });
