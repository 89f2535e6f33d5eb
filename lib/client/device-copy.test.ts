// Owns what a device gives back of what it kept, and that a browser which keeps nothing is not a fault.

import { describe, expect, it } from 'vitest';
import { deviceCopy } from './device-copy';
import { memoryCaches } from './device-copy.fixture';

const NAME = 'ab'.repeat(32);
const bytes = new TextEncoder().encode('{}');

describe('deviceCopy', () => {
  it('gives back what it kept, under the path of the file', async () => {
    const { files, storage } = memoryCaches();
    const copy = deviceCopy(storage);
    await copy.keepPointer(bytes);
    await copy.keepObject(NAME, bytes);
    expect([...files.keys()]).toEqual(['/v1/current.json', `/v1/objects/${NAME}.json`]);
    expect(await copy.source.pointer()).toEqual({ ok: true, value: bytes });
    expect(await copy.source.object(NAME)).toEqual({ ok: true, value: bytes });
  });

  it('has nothing once it is cleared, and says so', async () => {
    const copy = deviceCopy(memoryCaches().storage);
    await copy.keepPointer(bytes);
    await copy.clear();
    expect(await copy.source.pointer()).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  it('lists its objects, the longest unused first, and removes those that it is told to', async () => {
    const copy = deviceCopy(memoryCaches().storage);
    const OTHER = 'cd'.repeat(32);
    await copy.keepPointer(bytes);
    await copy.keepObject(NAME, bytes);
    await copy.keepObject(OTHER, bytes);
    await copy.keepObject(NAME, bytes);
    expect(await copy.objectNames()).toEqual([OTHER, NAME]);
    await copy.removeObjects([OTHER]);
    expect(await copy.objectNames()).toEqual([NAME]);
    expect((await copy.source.pointer()).ok).toBe(true);
  });

  it('goes on where there is no storage', async () => {
    const off = deviceCopy(() => {
      throw new DOMException('', 'SecurityError');
    });
    await off.keepPointer(bytes);
    await off.clear();
    await off.removeObjects([NAME]);
    expect(await off.objectNames()).toEqual([]);
    expect(await off.source.object(NAME)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it('goes on where storage is full, with what it has', async () => {
    const copy = deviceCopy(memoryCaches(1).storage);
    await copy.keepPointer(bytes);
    await copy.keepObject(NAME, bytes);
    expect((await copy.source.pointer()).ok).toBe(true);
    expect(await copy.source.object(NAME)).toMatchObject({ error: { code: 'notFound' } });
  });
});
