// Datasets as blobs: the name is the hash of the same bytes that any canonical writer makes.

import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalBytes } from '@/lib/release/canonical-json';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { StoreError } from '../ports/store-error';
import { loadDataset, storeDataset } from './datasets';

const [street] = exampleCounty.streetSegments;
const large = {
  ...exampleCounty,
  streetSegments: Array.from({ length: 4001 }, (_, n) => ({
    ...street!,
    id: `ss${n}`,
    streetName: 'Ñandú "1"',
  })),
};

describe('storeDataset', () => {
  it.each([
    ['small', exampleCounty],
    ['of many batches', large],
    ['without streets', { ...exampleCounty, streetSegments: [] }],
  ])('names a %s one by the canonical bytes, and gives it back', async (_, dataset) => {
    const ports = memoryPorts();
    const name = await storeDataset(ports, dataset);
    expect(name).toBe(await sha256Hex(canonicalBytes(dataset)));
    expect(await loadDataset(ports, name)).toEqual(dataset);
  });

  it('says so where what is stored is not what its name says', async () => {
    const ports = memoryPorts();
    const name = await storeDataset(ports, exampleCounty);
    const packed = await ports.blobs.get(`datasets/${name}`);
    await ports.blobs.put(`datasets/${'0'.repeat(64)}`, packed!);
    await expect(loadDataset(ports, '0'.repeat(64))).rejects.toThrow(StoreError);
    await expect(loadDataset(ports, '1'.repeat(64))).rejects.toThrow(StoreError);
  });
});
