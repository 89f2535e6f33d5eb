// Owns that the page gives every practice address the answer that data/sandbox expects of it.

import { PRACTICE_SUFFIX, practiceAddresses } from '@/data/sandbox/addresses';
import { expect, test } from './site';
import { Voter } from './voter';

// Asked on the form itself (look-up.spec.ts): these two never leave it.
const askedOnTheForm = new Set(['empty', 'no-zip-or-town']);

test('every practice address gets its own answer, one after the other on one page', async ({
  page,
  build,
}) => {
  test.skip(build === 'server', 'the same page and the same release');
  test.slow();
  const voter = new Voter(page);
  await voter.open();
  for (const expected of practiceAddresses.filter(({ id }) => !askedOnTheForm.has(id))) {
    await voter.lookUp(expected.address);
    const names = await voter.placeNames.allTextContents();
    const isAsked = expected.expectKind === 'choose' || expected.expectConfirm === true;
    expect
      .soft(
        {
          kind: await voter.answer.getAttribute('data-outcome'),
          places: names.map((name) => name.replace(PRACTICE_SUFFIX, '')).sort(),
        },
        expected.id,
      )
      .toEqual({ kind: expected.expectKind, places: isAsked ? [] : [...expected.expectPlaceNames].sort() });
    await page.getByRole('button', { name: voter.say.form.searchAgain }).click();
  }
});
