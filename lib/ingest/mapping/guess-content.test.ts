import { expect, it } from 'vitest';
import { profilesOf } from './column-profile';
import { contentFit } from './guess-content';

it('takes no column of counties for towns', () => {
  const fitOf = (cells: readonly string[]) => {
    const [profile] = profilesOf(
      cells.map((cell) => [cell]),
      1,
    );
    return contentFit('city', { profile: profile!, others: [], precincts: [] });
  };
  expect(fitOf(['Oak County', 'Oak County', 'ELM COUNTY', 'Elm Parish'])).toBeLessThan(0.2);
  expect(fitOf(['Natchez', 'Natchez', 'County Line', 'Oak Grove'])).toBeGreaterThan(0.6);
});
