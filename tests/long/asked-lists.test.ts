// The lists of tests/data/asked-lists.test.ts, by the ten thousand. LEVEE_ASKED="seed=7 count=20000 list=watertown-ma" says which.

import { describe, expect, it } from 'vitest';
import { askList } from '../data/oracle/ask-list';
import { listsToAsk, writtenForms } from '../data/oracle/lists';
import { hasSharedData } from '../shared-data';

const settings = process.env.LEVEE_ASKED ?? '';
const value = (name: string) => new RegExp(`\\b${name}=([^ ]+)`).exec(settings)?.[1];
const only = value('list');

describe.skipIf(!hasSharedData)('twenty thousand addresses of each list', () => {
  const lists = hasSharedData ? listsToAsk([1, 2, 3], 400) : [];
  const chosen = lists.filter(({ name }) => only === undefined || name === only);

  it.each(chosen.map((list) => [list.name, list] as const))('%s', async (_, list) => {
    const how = { seed: Number(value('seed') ?? 1), count: Number(value('count') ?? 20_000) };
    const { wrong, falseMissing, formsMissing, ...figures } = await askList(list, writtenForms(), how);
    const found = {
      wrong: wrong.length,
      falseMissing: falseMissing.length,
      formsMissing: formsMissing.length,
    };
    console.log(JSON.stringify({ ...figures, ...found }));
    expect(wrong).toEqual([]);
    // HWY 4B may be a road and a unit: few such are asked about.
    expect(falseMissing.length).toBeLessThan(how.count / 1000);
  });
});
