// Owns what every blob store must do, as tests that any adapter can be put through. Knows no adapter.

import { expect, it } from 'vitest';
import type { BlobStore } from '@/lib/office/ports/blob-store';

/** Every test uses names of its own. */
export function blobStoreContract(open: () => BlobStore): void {
  let tests = 0;
  const fresh = () => ({ blobs: open(), at: `b${++tests}` });
  const bytesOf = (length: number, seed = 1) =>
    Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 17 + (index >> 8)) & 255);

  it.each([0, 1, 700_000, 700_001, 3_000_000])('gives back %i bytes as they were put', async (length) => {
    const { blobs, at } = fresh();
    await blobs.put(`${at}/a`, bytesOf(length));
    expect(Buffer.from((await blobs.get(`${at}/a`))!).equals(bytesOf(length))).toBe(true);
  });

  it('says null for a name that nothing has', async () => {
    const { blobs, at } = fresh();
    expect(await blobs.get(`${at}/none`)).toBe(null);
  });

  it('keeps what a name has when something is put there again', async () => {
    const { blobs, at } = fresh();
    await blobs.put(`${at}/a`, bytesOf(10, 1));
    await blobs.put(`${at}/a`, bytesOf(20, 2));
    expect(await blobs.get(`${at}/a`)).toHaveLength(10);
  });

  it('takes the same bytes from several at once', async () => {
    const { blobs, at } = fresh();
    await Promise.all(Array.from({ length: 8 }, () => blobs.put(`${at}/a`, bytesOf(50_000))));
    expect(await blobs.get(`${at}/a`)).toHaveLength(50_000);
  });

  it('takes 24 large blobs at once', async () => {
    const { blobs, at } = fresh();
    const names = Array.from({ length: 24 }, (_, index) => `${at}/${index}`);
    await Promise.all(names.map((name, index) => blobs.put(name, new Uint8Array(690_000).fill(index))));
    const read = await Promise.all(names.map((name) => blobs.get(name)));
    expect(read.map((bytes) => [bytes?.length, bytes?.[0]])).toEqual(
      names.map((_, index) => [690_000, index]),
    );
  });

  it('says which of many names are there', async () => {
    const { blobs, at } = fresh();
    const names = Array.from({ length: 1_200 }, (_, index) => `${at}/${index}`);
    await Promise.all([7, 700, 1_199].map((index) => blobs.put(names[index]!, bytesOf(3))));
    expect([...(await blobs.present(names))].sort()).toEqual([`${at}/1199`, `${at}/7`, `${at}/700`]);
  });

  it('lists names by prefix, sorted', async () => {
    const { blobs, at } = fresh();
    for (const name of ['x/b', 'x/a.1', 'y', 'xy/c']) await blobs.put(`${at}/${name}`, bytesOf(1));
    expect(await blobs.list(`${at}/x`)).toEqual([`${at}/x/a.1`, `${at}/x/b`, `${at}/xy/c`]);
    expect(await blobs.list(`${at}/x/`)).toEqual([`${at}/x/a.1`, `${at}/x/b`]);
    expect(await blobs.list(`${at}/none/`)).toEqual([]);
  });

  it('forgets what is removed, and does not mind a name that nothing has', async () => {
    const { blobs, at } = fresh();
    await blobs.put(`${at}/a`, bytesOf(900_000));
    await blobs.remove(`${at}/a`);
    await blobs.remove(`${at}/a`);
    expect(await blobs.get(`${at}/a`)).toBe(null);
    expect(await blobs.list(`${at}/`)).toEqual([]);
  });

  it.each([
    ['../a'],
    ['/etc/passwd'],
    ['a//b'],
    ['a/../b'],
    ['.hidden'],
    ['a b'],
    ['a/'],
    [''],
    ['a\\b'],
    ['é'],
  ])('refuses %j as a name', async (name) => {
    await expect(open().put(name, bytesOf(1))).rejects.toThrow('no name of a blob');
    await expect(open().get(name)).rejects.toThrow('no name of a blob');
  });
}
