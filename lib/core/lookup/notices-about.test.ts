import { expect, it } from 'vitest';
import { noticesAbout } from './notices-about';
import type { Notice } from './outcome';

const notice = (id: string, about: string, to: string | null, officeId = 'adams'): Notice =>
  ({
    id,
    officeId,
    pollingLocationIds: [about],
    newPlace: to === null ? null : { id: to },
  }) as unknown as Notice;
const aboutA = ({ officeId, pollingLocationIds }: Notice) =>
  officeId === 'adams' && pollingLocationIds.includes('a');

it.each([
  [
    'what is about a place where one of them sends people',
    [notice('1', 'b', 'c'), notice('2', 'a', 'b'), notice('3', 'c', null)],
    '2 1 3',
  ],
  ['not what is about a place that sends people here', [notice('1', 'z', 'a'), notice('2', 'a', null)], '2'],
  ['each once where they lead in a circle', [notice('1', 'a', 'b'), notice('2', 'b', 'a')], '1 2'],
  [
    'nothing of another office, whose places may have the same ids',
    [notice('1', 'a', 'b'), notice('2', 'b', 'c', 'lee')],
    '1',
  ],
  ['nothing where nothing is about them', [notice('1', 'b', 'a')], ''],
])('late changes about a place hold %s', (_, notices, ids) => {
  expect(
    noticesAbout(notices, aboutA)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(ids);
});
