// The lists of tests/contract/set-aside/own-lists.test.ts, by the hundred. LEVEE_LISTS="from=1 count=100" says which.

import { describe, expect, it } from 'vitest';
import { LISTS } from '../contract/set-aside/made-lists';
import { judge } from '../contract/set-aside/own-lists';

const settings = process.env.LEVEE_LISTS ?? '';
const value = (name: string, usual: number) =>
  Number(new RegExp(`\\b${name}=(\\d+)`).exec(settings)?.[1] ?? usual);

describe.each(LISTS)('$title', (kind) => {
  it('are not answered by the rows that are left', async () => {
    const { wrong, damages } = await judge(kind, value('from', 1), value('count', 100));
    expect(wrong.slice(0, 20).join('\n\n')).toBe('');
    expect(damages).toBeGreaterThan(0);
  });
});
