import { expect, it, vi } from 'vitest';
import { StoreError } from '@/lib/office/ports/store-error';

it('is told also where another copy of the module has thrown it, as in another bundle of the host', async () => {
  vi.resetModules();
  const other = await import('@/lib/office/ports/store-error');
  expect(other.StoreError).not.toBe(StoreError);
  expect(new other.StoreError('full', 'no room')).toBeInstanceOf(StoreError);
  expect(new StoreError('full', 'no room')).toBeInstanceOf(StoreError);
  expect(new Error('no room')).not.toBeInstanceOf(StoreError);
  expect({ name: 'StoreError' }).not.toBeInstanceOf(StoreError);
});
