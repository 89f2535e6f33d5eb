// Owns datasets as blobs: gzip of canonical JSON under the hash of the uncompressed bytes, so that the same data is kept
// once, whoever uploads it. Knows no draft.

import { PackedStreets } from '@/lib/core/packed-streets';
import type { Dataset, ListedDataset, StreetSegment } from '@/lib/core/vip';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalJson } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import { StoreError } from '../ports/store-error';
import { PieceParser } from './parse-pieces';
import { shareTexts } from './share-texts';

/** `datasets/<sha256>`. */
export const datasetBlob = (sha256: string): string => `datasets/${sha256}`;

/** Items of a list that are written at once. */
const BATCH = 2000;

/** Where datasets lie. With a running hash no more than a piece of the dataset's text is in memory; else all of it. */
type DatasetPorts = Pick<OfficePorts, 'blobs' | 'sha256'>;

/** Stores a dataset; gives the hash that names it. `pause` is waited for now and then, so that a state's quarter of a million
 *  streets stop nobody else's request. Throws `StoreError`. */
export async function storeDataset(
  { blobs, sha256: runningHash }: DatasetPorts,
  dataset: Dataset,
  pause: () => Promise<void> = async () => {},
): Promise<string> {
  const hash = runningHash?.() ?? wholeHash();
  const packed = await packedPieces(canonicalPieces(dataset, pause), hash.add);
  const sha256 = await hash.end();
  if ((await blobs.present([datasetBlob(sha256)])).size === 0) await blobs.put(datasetBlob(sha256), packed);
  return sha256;
}

/** What `canonicalBytes` gives, in pieces: a list's items by thousands. */
async function* canonicalPieces(dataset: Dataset, pause: () => Promise<void>): AsyncGenerator<string> {
  const members = Object.entries(dataset).filter(([, value]) => value !== undefined);
  // Names of members are ASCII: the order of RFC 8785 is the engine's own.
  for (const [index, [key, value]] of members.sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    const name = `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`;
    if (!Array.isArray(value)) {
      yield `${name}${canonicalJson(value)}`;
      continue;
    }
    yield `${name}[`;
    for (let start = 0; start < value.length; start += BATCH) {
      await pause();
      yield `${start === 0 ? '' : ','}${canonicalJson(value.slice(start, start + BATCH)).slice(1, -1)}`;
    }
    yield ']';
  }
  yield '}';
}

/** WebCrypto hashes no streams. */
function wholeHash() {
  const pieces: Uint8Array[] = [];
  return {
    add: (bytes: Uint8Array) => void pieces.push(bytes),
    end: async () => sha256Hex(new Uint8Array(await new Blob(pieces as BufferSource[]).arrayBuffer())),
  };
}

/** By the platform's own, which works beside this thread. */
async function packedPieces(
  texts: AsyncIterable<string>,
  onBytes: (bytes: Uint8Array) => void,
): Promise<Uint8Array> {
  const { readable, writable } = new CompressionStream('gzip');
  const packed = new Response(readable).arrayBuffer();
  // Heard of below where it is no consequence of the other failure.
  packed.catch(() => {});
  const encoder = new TextEncoder();
  const writer = writable.getWriter();
  try {
    for await (const text of texts) {
      const bytes = encoder.encode(text);
      onBytes(bytes);
      await writer.write(bytes);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
  return new Uint8Array(await packed);
}

/** The dataset of that name. Throws `StoreError` `damaged` where it is gone, or is not what its name says. */
export async function loadDataset(ports: DatasetPorts, sha256: string): Promise<Dataset> {
  const share = shareTexts();
  const parser = new PieceParser(undefined, (items) => {
    share(items);
    return items;
  });
  return (await loadInto(parser, ports, sha256)) as unknown as Dataset;
}

/** The same with its rows packed: a third of the memory, for whoever takes them one by one. Throws as `loadDataset`. */
export async function loadListed(ports: DatasetPorts, sha256: string): Promise<ListedDataset> {
  const packed = { streetSegments: new PackedStreets(), withheld: new PackedStreets() };
  const share = shareTexts();
  const parser = new PieceParser(undefined, (items, key) => {
    share(items);
    if (key !== 'streetSegments' && key !== 'withheld') return items;
    for (const item of items) packed[key].add(item as StreetSegment);
    return [];
  });
  const { withheld, ...rest } = (await loadInto(parser, ports, sha256)) as unknown as Dataset;
  const listed = { ...rest, streetSegments: packed.streetSegments };
  return withheld === undefined ? listed : { ...listed, withheld: packed.withheld };
}

/** Unpacked and parsed as it comes: a state's list is 700 MB of text. */
async function loadInto(
  parser: PieceParser,
  { blobs, sha256: runningHash }: DatasetPorts,
  sha256: string,
): Promise<Record<string, unknown>> {
  const stored = await blobs.get(datasetBlob(sha256));
  if (stored === null) throw new StoreError('damaged', `the dataset ${sha256} is gone`);
  const hash = runningHash?.() ?? wholeHash();
  const value = await parsed(parser, stored, hash.add);
  if (value === null || (await hash.end()) !== sha256) {
    throw new StoreError('damaged', `the dataset ${sha256} is not what was stored`);
  }
  return value;
}

/** Null where it is no JSON, or is not packed. */
async function parsed(
  parser: PieceParser,
  packed: Uint8Array,
  onBytes: (bytes: Uint8Array) => void,
): Promise<Record<string, unknown> | null> {
  try {
    const plain = new Response(packed as BufferSource).body!.pipeThrough(new DecompressionStream('gzip'));
    for await (const bytes of plain) {
      onBytes(bytes);
      parser.add(bytes);
    }
    return parser.end();
  } catch {
    return null;
  }
}
