import { gzipSync, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalBytes } from '@/lib/release/canonical-json';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { datasetBlob, loadDataset, loadListed, storeDataset } from './datasets';
import { nodeHash } from './draft-ports.fixture';

// More streets than are written at once.
const [street] = exampleCounty.streetSegments;
const dataset = {
  ...exampleCounty,
  streetSegments: Array.from({ length: 4500 }, (_, at) => ({ ...street!, id: `é"${at}` })),
};

it.each([
  ['with a running hash', { sha256: nodeHash }],
  ['without one', {}],
])('names a dataset by the hash of its canonical bytes, %s, and gives it back', async (_, hash) => {
  const ports = { ...memoryPorts(), ...hash };
  const name = await storeDataset(ports, dataset);
  expect(name).toBe(await sha256Hex(canonicalBytes(dataset)));
  expect(await ports.blobs.list('datasets/')).toEqual([datasetBlob(name)]);
  expect(await loadDataset(ports, name)).toEqual(dataset);
});

it('stores nothing, and fails with what stopped it, where it is stopped half-way', async () => {
  const ports = { ...memoryPorts(), sha256: nodeHash };
  const stop = async () => {
    throw new Error('stopped');
  };
  await expect(storeDataset(ports, dataset, stop)).rejects.toThrow('stopped');
  expect(await ports.blobs.list('datasets/')).toEqual([]);
});

it.each<[string, (packed: Uint8Array) => Uint8Array]>([
  ['is not packed', () => strToU8('{}')],
  ['was cut off', (packed) => packed.subarray(0, packed.length - 9)],
  ['is another list', () => gzipSync(strToU8('{"streetSegments":[]}'))],
  ['is no JSON', () => gzipSync(strToU8('{"streetSegments":[}'))],
  ['has a flipped bit', (packed) => packed.map((byte, at) => (at === 200 ? byte ^ 4 : byte))],
])('gives nothing of a stored dataset that %s', async (_, damage) => {
  for (const hash of [{ sha256: nodeHash }, {}]) {
    const ports = { ...memoryPorts(), ...hash };
    const name = await storeDataset(ports, dataset);
    const damaged = damage((await ports.blobs.get(datasetBlob(name)))!);
    const blobs = { ...ports.blobs, get: async () => damaged };
    await expect(loadDataset({ ...ports, blobs }, name)).rejects.toMatchObject({ code: 'damaged' });
  }
});

it.each([
  ['none', undefined],
  ['an empty list of', []],
  ['some', [{ ...street!, id: 'w', precinctId: '' }]],
])('gives a stored list back with its rows packed, %s rows set aside', async (_, withheld) => {
  const ports = memoryPorts();
  const given = withheld === undefined ? dataset : { ...dataset, withheld };
  const listed = await loadListed(ports, await storeDataset(ports, given));
  const rows = listed.withheld === undefined ? {} : { withheld: [...listed.withheld] };
  expect({ ...listed, streetSegments: [...listed.streetSegments], ...rows }).toEqual(given);
});

it('gives no packed list where other bytes lie under its name', async () => {
  const ports = memoryPorts();
  const [name, other] = [await storeDataset(ports, dataset), await storeDataset(ports, exampleCounty)];
  const swapped = { ...ports, blobs: { ...ports.blobs, get: () => ports.blobs.get(datasetBlob(other)) } };
  await expect(loadListed(swapped, name)).rejects.toMatchObject({ code: 'damaged' });
});
