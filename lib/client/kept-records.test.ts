import { expect, it } from 'vitest';
import { memoryCaches } from './device-copy.fixture';
import { keptRecords } from './kept-records';

it('gives back what was written, until it is removed', async () => {
  const records = keptRecords(memoryCaches().storage);
  expect(await records.read('place')).toBeNull();
  expect(await records.write('place', { name: 'Town Hall' })).toBe(true);
  expect(await records.read('place')).toEqual({ name: 'Town Hall' });
  await records.remove('place');
  expect(await records.read('place')).toBeNull();
});

it('says so where there is no room, and has nothing where there is no storage', async () => {
  expect(await keptRecords(memoryCaches(0).storage).write('place', {})).toBe(false);
  const off = keptRecords(() => {
    throw new DOMException('', 'SecurityError');
  });
  expect(await off.write('place', {})).toBe(false);
  expect(await off.read('place')).toBeNull();
  await off.remove('place');
});

it('takes a note that is no JSON for none', async () => {
  const { files, storage } = memoryCaches();
  files.set('/kept/place.json', new TextEncoder().encode('{"name":'));
  expect(await keptRecords(storage).read('place')).toBeNull();
});
