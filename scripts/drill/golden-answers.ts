// Owns asking a release for golden addresses and judging what it says, address by address. Knows no host and no fault.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { OpenRelease } from '@/lib/release/reader';
import { type Check, check } from './check';
import { type GoldenAddress, judge, type Verdict } from './verdict';

/** What one address was told. */
export interface GoldenAnswer {
  readonly golden: GoldenAddress;
  readonly outcome: LookupOutcome;
  readonly verdict: Verdict;
}

/** The answers of a release to all of them. */
export async function goldenAnswers(
  release: OpenRelease,
  golden: readonly GoldenAddress[],
): Promise<readonly GoldenAnswer[]> {
  const answers: GoldenAnswer[] = [];
  for (const each of golden) {
    const outcome = await release.answer(each.address, new Date());
    answers.push({ golden: each, outcome, verdict: judge(each, outcome) });
  }
  return answers;
}

/** Those whose true places are among these. */
export function goldenAt<Golden extends GoldenAddress>(
  golden: readonly Golden[],
  placeIds: readonly string[],
): readonly Golden[] {
  const wanted = new Set(placeIds);
  return golden.filter((each) => each.placeIds.some((id) => wanted.has(id)));
}

/** `oldAnswers('old answers', answers)`: every one is right. */
export function rightCheck(what: string, answers: readonly GoldenAnswer[]): Check {
  const wrong = answers.filter(({ verdict }) => verdict !== 'right').length;
  const got = `${answers.length - wrong} of ${answers.length} right`;
  return check(what, got, () => answers.length > 0 && wrong === 0, 'all');
}
