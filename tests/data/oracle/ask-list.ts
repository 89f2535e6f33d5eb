// Owns asking one list for many addresses of its own, typed in every way, and counting what came back. Bounded, and the same for the same
// seed.

import type { Candidate, LookupOutcome } from '@/lib/core/lookup/outcome';
import { createRandom } from '@/scripts/generate/random';
import { releaseOfDatasets } from '../real-release';
import { homeOn } from './home';
import { faultOf, Oracle, type Readings } from './judge';
import { type LabelledForm, laidOver } from './laid-forms';
import { MORE_RIGHT, moreWrong } from './more-ways';
import { placeLabel, type RealList } from './real-lists';
import { type Typed, typedFor } from './typed';

/** What came back of a list. `asked` is the sum of the others but `choseOne`. */
export interface Tally {
  readonly list: string;
  asked: number;
  /** Answered with the place of the address that was meant, or of one that the text names. */
  right: number;
  askedBack: number;
  /** Of these: where nothing was wrong or left out, and one place only fits. */
  choseOne: number;
  missing: number;
  other: number;
  /** Of those that were right: by their ZIP, beside the name of a large town that has the address elsewhere. */
  besideLargeTown: number;
  /** Of those asked: laid over a form that somebody has written an address in. */
  forms: number;
  readonly wrong: string[];
  /** Whole addresses of the list that were not found, and not offered. */
  readonly falseMissing: string[];
  readonly formsMissing: string[];
}

const SHARE_OF_FORMS = 0.1;

export async function askList(
  list: RealList,
  forms: readonly LabelledForm[],
  { seed, count: most }: { readonly seed: number; readonly count: number },
): Promise<Tally> {
  const now = new Date(`${list.day}T15:00:00Z`);
  const release = await releaseOfDatasets(await list.datasets(), now);
  const oracle = new Oracle(list.rows());
  const more = {
    right: MORE_RIGHT,
    short: {},
    wrong: moreWrong({
      towns: [...new Set(oracle.streets.map(({ city }) => city))].filter((city) => city !== ''),
      zips: [...new Set(oracle.streets.map(({ zip }) => zip))],
    }),
  };
  const tally: Tally = {
    ...{
      list: list.name,
      asked: 0,
      right: 0,
      askedBack: 0,
      choseOne: 0,
      missing: 0,
      other: 0,
      besideLargeTown: 0,
      forms: 0,
    },
    ...{ wrong: [], falseMissing: [], formsMissing: [] },
  };
  for (let index = 0; tally.asked < most; index++) {
    const random = createRandom(seed, index);
    const street = random.pick(oracle.streets);
    const home = homeOn(street, list.stateOf(street), random);
    if (home === null) continue;
    const typed = random.chance(SHARE_OF_FORMS)
      ? laidOver(home, random.pick(forms), random)
      : typedFor(home, random, more);
    if (typed === null) continue;
    const readings = oracle.readings(home, street, { ...typed, text: typed.said ?? typed.text });
    const outcome = await release.answer(typed.text, now);
    count(tally, outcome, readings, typed);
    if (tally.asked % 250 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return tally;
}

function count(tally: Tally, outcome: LookupOutcome, readings: Readings, typed: Typed): void {
  tally.asked++;
  const isForm = typed.said !== undefined;
  if (isForm) tally.forms++;
  const lost = isForm ? tally.formsMissing : tally.falseMissing;
  const fault = faultOf(outcome, readings, typed, placeLabel);
  if (fault !== null) {
    tally.wrong.push(`[${typed.kind}] ${fault}`);
    return;
  }
  const { meant } = readings;
  const isWhole = typed.kind === 'right' && meant.size > 0;
  if (outcome.kind === 'choose') {
    tally.askedBack++;
    if (isWhole && readings.full.every((places) => isSame(places, meant)) && meant.size === 1)
      tally.choseOne++;
    const offered = new Set(
      outcome.candidates.flatMap((one: Candidate) => one.pollingLocations.map(placeLabel)),
    );
    if (isWhole && ![...meant].some((place) => offered.has(place)))
      lost.push(`${typed.how}: ${typed.text} offers ${[...offered].join()}, not ${[...meant].join()}`);
  } else if (outcome.kind === 'missing' || outcome.kind === 'unreadable' || outcome.kind === 'notCovered') {
    tally.missing++;
    if (isWhole) lost.push(`${typed.how}: ${typed.text} is ${outcome.kind}, not ${[...meant].join()}`);
  } else if (outcome.kind === 'found') {
    tally.right++;
    if (readings.torn === 'large') tally.besideLargeTown++;
  } else tally.other++;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
