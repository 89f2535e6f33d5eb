// A whole file in one request: all of it or nothing.

import { describe, expect, it } from 'vitest';
import { StoreError } from '../ports/store-error';
import { drafts } from './draft';
import { draftPorts, EDITOR, OFFICE } from './draft-ports.fixture';
import { receiveFile } from './receive-file';
import { uploadedFiles, verifyUpload } from './uploaded-files';

async function* pieces(bytes: Uint8Array, size = 70_000, breaksAt = Number.POSITIVE_INFINITY) {
  for (let start = 0; start < bytes.length; start += size) {
    if (start >= breaksAt) throw new Error('connection reset');
    yield bytes.subarray(start, start + size);
  }
}

const nine = new Uint8Array(9_000_000).map((_, n) => (n * n) % 251);
const request = (bytes: Uint8Array, more: object = {}) => ({
  officeId: OFFICE.id,
  actor: EDITOR,
  name: 'feed.zip',
  title: '',
  election: null,
  body: pieces(bytes),
  announcedBytes: bytes.length,
  ...more,
});

describe('receiveFile', () => {
  it('keeps a file in chunks that make the same file again', async () => {
    const ports = await draftPorts();
    const draft = await receiveFile(ports, request(nine));
    if (!draft.ok) throw new Error(draft.error.message);
    expect(draft.value).toMatchObject({ title: 'feed.zip', files: [{ sizeBytes: 9_000_000 }] });
    expect(draft.value.files[0]?.chunks).toHaveLength(3);
    expect(await verifyUpload(ports, draft.value)).toEqual({ ok: true, value: null });
    const read: number[] = [];
    for (const file of uploadedFiles(ports, draft.value)) {
      for await (const piece of file.bytes()) read.push(piece.length);
    }
    expect(read.reduce((sum, length) => sum + length)).toBe(9_000_000);
  });

  it.each([
    [0, 1],
    [4_000_000, 8_500_000],
    [4_194_303, 4_194_305],
    [4_194_304, 8_388_608],
    [8_999_999, 9_000_000],
  ])('gives back the bytes from %i to before %i alone', async (start, end) => {
    const ports = await draftPorts();
    const draft = await receiveFile(ports, request(nine));
    if (!draft.ok) throw new Error(draft.error.message);
    const [file] = uploadedFiles(ports, draft.value);
    const pieces: Uint8Array[] = [];
    for await (const piece of file!.range!(start, end)) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(nine.subarray(start, end))).toBe(true);
  });

  it.each<[string, object, string]>([
    ['breaks off', { body: pieces(nine, 70_000, 5_000_000) }, 'cutOff'],
    ['ends before what was announced', { announcedBytes: 9_000_001 }, 'cutOff'],
    ['is empty', { body: pieces(new Uint8Array()), announcedBytes: null }, 'badFiles'],
    ['is announced too large', { announcedBytes: 300_000_000 }, 'tooLarge'],
    ['has no name that says what it is', { name: 'feed' }, 'badFiles'],
  ])('keeps nothing of one that %s', async (_, more, code) => {
    const ports = await draftPorts();
    expect(await receiveFile(ports, request(nine, more))).toMatchObject({ ok: false, error: { code } });
    expect(await ports.blobs.list('')).toEqual([]);
    expect(await drafts.list(ports.state)).toEqual([]);
  });

  it('stops reading at the limit, whatever was announced', async () => {
    const ports = await draftPorts({ maxFileBytes: 5_000_000 });
    let pulled = 0;
    async function* endless() {
      for (;;) {
        pulled += 1_000_000;
        yield new Uint8Array(1_000_000);
      }
    }
    const result = await receiveFile(ports, request(nine, { body: endless(), announcedBytes: null }));
    expect(result).toMatchObject({ ok: false, error: { code: 'tooLarge' } });
    expect(pulled).toBe(6_000_000);
    expect(await ports.blobs.list('')).toEqual([]);
  });

  it('leaves nothing behind where the store is full', async () => {
    const ports = await draftPorts();
    let puts = 0;
    const put = async (name: string, bytes: Uint8Array) => {
      puts += 1;
      if (puts === 2) throw new StoreError('full', 'no room');
      return ports.blobs.put(name, bytes);
    };
    const full = { ...ports, blobs: { ...ports.blobs, put } };
    await expect(receiveFile(full, request(nine))).rejects.toThrow(StoreError);
    expect(await ports.blobs.list('')).toEqual([]);
    expect(await drafts.list(ports.state)).toEqual([]);
  });
});
