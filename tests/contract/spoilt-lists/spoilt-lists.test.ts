// What goes wrong with a clerk's lists in a spreadsheet, block by block: found in the file, or told to whoever approves. What no file shows
// (one precinct copied over another's rows) is known only beside what is live; nothing that sends voters elsewhere is known to nobody.

import { describe, expect, it } from 'vitest';
import { SPOILT } from './damages';
import { county, type Judged, judgeLists, readLists, type StreetRow } from './made-county';

/** What says to the approver that voters are sent elsewhere. */
const tellsOfMoves = [
  'addresses-move',
  'precincts-change-place',
  'precincts-swap-places',
  'precinct-loses-place',
];

const textOf = ({ found, causes, wrong }: Judged): string =>
  [found.join(', '), causes.join(', '), ...(wrong.length > 0 ? ['wrong'] : [])].join(' | ').trim();

describe.each([
  { form: 'apart', isJoined: false },
  { form: 'joined', isJoined: true },
] as const)('a list of streets and its places, $form', ({ form, isJoined }) => {
  it('is sound before anything happens to it', async () => {
    const { problems, counts } = await readLists(county(1), isJoined);
    expect(problems.map(({ code }) => code)).toEqual([]);
    expect(counts.segments).toBe(432);
  });

  it.each(SPOILT)('$title', async ({ spoil, ...expected }) => {
    const lists = county(1);
    const sound = await readLists(lists, isJoined);
    const asked = (lists.streets as readonly StreetRow[]).filter((_, at) => at % 4 === 0);
    const judged = await judgeLists(sound, await readLists(spoil(lists), isJoined), asked);
    expect(textOf(judged)).toBe(expected[form]);
    if (judged.wrong.length > 0) {
      expect(judged.causes.filter((cause) => tellsOfMoves.includes(cause))).not.toEqual([]);
    }
  });
});
