import { expect, it } from 'vitest';
import { sourceOf } from './upload-source';

const bytes = new Uint8Array(300_000).map((_, at) => (at * at) % 251);
const file = sourceOf(new File([bytes], 'list.xlsx'));

async function joined(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk.slice());
  return Buffer.concat(all);
}

it('gives a chosen file as often as wanted', async () => {
  expect(file).toMatchObject({ name: 'list.xlsx', sizeBytes: 300_000 });
  for (let time = 0; time < 2; time++) expect((await joined(file.bytes())).equals(bytes)).toBe(true);
});

it.each([
  [0, 1],
  [70_001, 200_002],
  [299_999, 300_000],
])('gives its bytes from %i to before %i alone', async (start, end) => {
  expect((await joined(file.range!(start, end))).equals(bytes.subarray(start, end))).toBe(true);
});

it('gives the memory of a piece back once the next is asked for', async () => {
  const seen: Uint8Array[] = [];
  for await (const chunk of file.bytes()) seen.push(chunk);
  expect(seen.map(({ length }) => length)).toEqual(seen.map(() => 0));
});
