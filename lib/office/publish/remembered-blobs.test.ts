import { describe, expect, it } from 'vitest';
import { rememberedBlobs } from './remembered-blobs';

function counted(sizes: Readonly<Record<string, number>>) {
  const reads: string[] = [];
  const get = async (name: string) => {
    reads.push(name);
    const size = sizes[name];
    if (size === -1) throw new Error('the store is away');
    return size === undefined ? null : new Uint8Array(size);
  };
  return { reads, get };
}

describe('rememberedBlobs', () => {
  it('reads what many ask for once, at one time and later', async () => {
    const { reads, get } = counted({ a: 10 });
    const remembered = rememberedBlobs(get, 100);
    const all = await Promise.all(Array.from({ length: 50 }, () => remembered('a')));
    expect(all.every((blob) => blob?.length === 10)).toBe(true);
    await remembered('a');
    expect(reads).toEqual(['a']);
  });

  it('forgets what was used the longest ago, and never keeps more than it may', async () => {
    const { reads, get } = counted({ a: 40, b: 40, c: 40, huge: 101 });
    const remembered = rememberedBlobs(get, 100);
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b', 'huge', 'huge', 'b']) await remembered(name);
    // c pushed out b, and b then c; what is larger than all there is room for pushes out nothing.
    expect(reads).toEqual(['a', 'b', 'c', 'b', 'huge', 'huge']);
  });

  it('asks again for what was not there, and for what failed', async () => {
    const { reads, get } = counted({ broken: -1 });
    const remembered = rememberedBlobs(get, 100);
    expect(await remembered('none')).toBeNull();
    expect(await remembered('none')).toBeNull();
    await expect(remembered('broken')).rejects.toThrow('away');
    await expect(remembered('broken')).rejects.toThrow('away');
    expect(reads).toEqual(['none', 'none', 'broken', 'broken']);
  });
});
