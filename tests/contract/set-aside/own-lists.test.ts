// Whatever row of an office's own list is spoilt or lost: no address is told another place than the undamaged list gives it. A few lists
// of each kind; `npm run test:long` takes many.

import { describe, expect, it } from 'vitest';
import { LISTS } from './made-lists';
import { judge } from './own-lists';

describe.each(LISTS)('$title', (kind) => {
  it('are not answered by the rows that are left', async () => {
    const { wrong, told, damages } = await judge(kind, 101, 2);
    expect(wrong.slice(0, 5).join('\n\n')).toBe('');
    expect(told).toBeGreaterThan(60);
    expect(damages).toBeGreaterThan(8);
  });
});
