import { describe, expect, it } from 'vitest';
import { forgetEverything, forgetKept, type Keepers } from './forget';

function device(names: readonly string[] = ['levee-shell-1', 'levee-release-1', 'levee-saved-1', 'other']) {
  const caches = new Set(names);
  const items = new Map([
    ['levee.releases', '{}'],
    ['levee.language', 'es'],
    ['theirs', '1'],
  ]);
  let isShut = false;
  let workers = 1;
  const unregister = async () => {
    workers -= 1;
    return true;
  };
  const keepers: Keepers = {
    caches: () =>
      ({
        keys: async () => [...caches],
        delete: async (name: string) => caches.delete(name),
      }) as unknown as CacheStorage,
    local: () =>
      ({
        length: items.size,
        key: (index: number) => [...items.keys()][index] ?? null,
        removeItem: (key: string) => items.delete(key),
      }) as unknown as Storage,
    workers: () =>
      ({
        getRegistrations: async () => [{ unregister }],
      }) as unknown as ServiceWorkerContainer,
    shut: () => {
      isShut = true;
    },
  };
  return { keepers, left: () => ({ caches: [...caches], items: [...items.keys()], workers, isShut }) };
}

const off = (): never => {
  throw new DOMException('', 'SecurityError');
};

describe('forgetEverything', () => {
  it('leaves nothing of this site, and what is of others', async () => {
    const { keepers, left } = device();
    expect(await forgetEverything(keepers)).toBe(true);
    expect(left()).toEqual({ caches: ['other'], items: ['theirs'], workers: 0, isShut: true });
  });

  it('says so where something could not be removed', async () => {
    const { keepers } = device();
    const stuck = () => ({ ...keepers.caches(), delete: async () => false });
    expect(await forgetEverything({ ...keepers, caches: stuck })).toBe(false);
  });

  it('has nothing to remove in a browser that stores nothing', async () => {
    const { keepers } = device();
    expect(await forgetEverything({ ...keepers, caches: off, local: off, workers: () => undefined })).toBe(
      true,
    );
  });
});

it('an operator’s switch leaves what keeps old lists from passing for new ones', async () => {
  const { keepers, left } = device();
  await forgetKept(keepers);
  expect(left()).toMatchObject({ caches: ['other'], items: ['levee.releases', 'levee.language', 'theirs'] });
});
