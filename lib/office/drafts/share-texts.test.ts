import { expect, it } from 'vitest';
import { shareTexts } from './share-texts';

it('changes nothing of what records say, and keeps one list of nothing for all', () => {
  const records = () => [
    { id: '1', street: 'LAKE', units: [], place: null },
    { id: '2', street: 'LAKE', units: [], place: { names: [] } },
    { id: '3', street: 'OAK', units: [{ start: 1, end: 2 }] },
  ];
  const [items, more] = [records(), records()];
  const share = shareTexts();
  share(items);
  share([...more, 'text', null, ['a']]);
  expect([...items, ...more]).toEqual([...records(), ...records()]);
  expect(items[0]?.units).toBe(more[1]?.units);
});
