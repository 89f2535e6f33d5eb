// Owns what every blob store must do, as tests that any adapter can be put through. Knows no adapter.

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { BlobStore } from '@/lib/office/ports/blob-store';

/** Clocks of files are no finer than a few milliseconds. */
const TICK_MS = 25;

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

  it('says which nobody has used since then and removes those alone, whatever their size', async () => {
    const { blobs, at } = fresh();
    const names = ['old', 'large', 'put', 'found'].map((name) => `${at}/${name}`);
    await Promise.all(
      names.map((name) => blobs.put(name, bytesOf(name.endsWith('large') ? 900_000 : 3_000))),
    );
    await sleep(TICK_MS);
    const since = new Date();
    await sleep(TICK_MS);
    await blobs.put(`${at}/put`, bytesOf(3_000));
    await blobs.present([`${at}/found`, `${at}/none`]);
    await blobs.get(`${at}/old`);
    const asked = [...names, `${at}/none`];
    const sizes = (unused: Awaited<ReturnType<typeof blobs.unused>>) =>
      [...unused]
        .sort((a, b) => a.bytes - b.bytes)
        .map(({ name, bytes }) => [name, Math.round(bytes / 1_000)]);
    const expected = [
      [`${at}/old`, 3],
      [`${at}/large`, 900],
    ];
    expect(sizes(await blobs.unused(asked, since))).toEqual(expected);
    expect(await blobs.list(`${at}/`)).toHaveLength(4);
    expect(sizes(await blobs.removeUnused(asked, since))).toEqual(expected);
    expect(await blobs.list(`${at}/`)).toEqual([`${at}/found`, `${at}/put`]);
    expect(await blobs.get(`${at}/large`)).toBe(null);
    expect(await blobs.removeUnused(asked, since)).toEqual([]);
    await blobs.put(`${at}/old`, bytesOf(5));
    expect(await blobs.get(`${at}/old`)).toHaveLength(5);
  });

  it('never removes what somebody puts or finds at that very moment', async () => {
    const { blobs, at } = fresh();
    const names = Array.from({ length: 120 }, (_, index) => `${at}/${index}`);
    await Promise.all(names.map((name) => blobs.put(name, bytesOf(9))));
    await sleep(TICK_MS);
    const since = new Date();
    await sleep(TICK_MS);
    const found = new Set<string>();
    const find = async (name: string) => {
      for (const there of await blobs.present([name])) found.add(there);
    };
    await Promise.all(
      names.flatMap((name, index) => {
        const remove = () => blobs.removeUnused([name], since);
        if (index % 3 === 0) return [remove(), find(name)];
        if (index % 3 === 1) return [find(name), remove()];
        found.add(name);
        return [remove(), blobs.put(name, bytesOf(9)), remove()];
      }),
    );
    for (const name of found) expect(await blobs.get(name)).toHaveLength(9);
    expect(found.size).toBeGreaterThanOrEqual(40);
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
