// What becomes of uploaded files: the same as on the command line, whatever is done to them on the way.

import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '@/lib/ingest/feed.fixture';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import { auditEntries } from '../audit/commit-audited';
import { StoreError } from '../ports/store-error';
import { checkDraft } from './check-draft';
import { readProgress } from './check-progress';
import { loadDataset } from './datasets';
import { drafts } from './draft';
import type { DraftPorts } from './draft-ports';
import {
  announcedDraft,
  chunksOf,
  draftPorts,
  EDITOR,
  feedFiles,
  OFFICE,
  type TestFile,
  uploadedDraft,
} from './draft-ports.fixture';
import { missingChunks, putChunk } from './put-chunk';
import { readProblems } from './read-problems';

const request = (draftId: string) => ({ officeId: OFFICE.id, draftId, actor: EDITOR });
const any = { filter: { severity: null, code: null, file: null }, sort: 'severity', page: 1 } as const;

async function checkedCodes(ports: DraftPorts, files: readonly TestFile[]): Promise<readonly string[]> {
  const draft = await uploadedDraft(ports, files);
  const checked = await checkDraft(ports, request(draft.id));
  if (!checked.ok) return [checked.error.code];
  return (await readProblems(ports, checked.value, any)).problems.map(({ code }) => code);
}

describe('checkDraft', () => {
  it('makes of uploaded files what the command line makes of them, under the office’s own id', async () => {
    const ports = await draftPorts();
    const draft = await uploadedDraft(ports, feedFiles());
    const checked = await checkDraft(ports, request(draft.id));
    if (!checked.ok) throw new Error(checked.error.message);
    const expected = await readVipFlat(filesOf(soundFeed), { officeId: OFFICE.id });
    expect(checked.value).toMatchObject({ state: 'checked', checked: { ...expected.counts, errors: 0 } });
    expect(await loadDataset(ports, checked.value.checked?.dataset ?? '')).toEqual(expected.dataset);
    expect((await auditEntries.list(ports.state)).map(({ value }) => value.action)).toEqual([
      'draft.made',
      'draft.checked',
    ]);
    expect(await readProgress(ports, draft.id)).toBeNull();
  });

  it('reads a zip, and three tables alone with what the office has said of itself', async () => {
    const ports = await draftPorts();
    const zip = zipSync(Object.fromEntries(feedFiles().map(({ name, bytes }) => [`feed/${name}`, bytes])));
    expect(await checkedCodes(ports, [{ name: 'feed.zip', bytes: zip }])).toEqual([]);
    const three = feedFiles().filter(({ name }) => /^(polling|precinct|street)/.test(name));
    expect(await checkedCodes(ports, three)).toEqual(['file-missing']);
  });

  it.each<[string, readonly TestFile[], string]>([
    [
      'is of another state',
      feedFiles(feedWith({ 'state.txt': ['id,name', 'st28,Mississippi'] })),
      'state-not-the-offices',
    ],
    [
      'is no zip',
      [{ name: 'feed.zip', bytes: new TextEncoder().encode('PK\u0003\u0004, and no zip at all') }],
      'archive-unreadable',
    ],
    [
      'is a bomb',
      [{ name: 'feed.zip', bytes: zipSync({ 'precinct.txt': new Uint8Array(9e6) }) }],
      'archive-ratio',
    ],
    [
      'is a picture',
      [{ name: 'precinct.csv', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]) }],
      'file-image',
    ],
    [
      'is empty',
      [...feedFiles(feedWith({ 'precinct.txt': null })), { name: 'precinct.txt', bytes: new Uint8Array() }],
      'file-empty',
    ],
  ])('says so where a file %s', async (_, files, code) => {
    const ports = await draftPorts();
    expect(await checkedCodes(ports, files)).toContain(code);
  });

  it('takes a name that climbs out of a zip as a name, and nothing else', async () => {
    const ports = await draftPorts();
    const entries = feedFiles().map(({ name, bytes }) => [`../../etc/${name}`, bytes] as const);
    expect(
      await checkedCodes(ports, [{ name: 'feed.zip', bytes: zipSync(Object.fromEntries(entries)) }]),
    ).toEqual([]);
    expect((await ports.blobs.list('')).filter((name) => name.includes('etc'))).toEqual([]);
  });

  it('waits for the last chunk, and says of which file it is', async () => {
    const ports = await draftPorts();
    const draft = await announcedDraft(ports, feedFiles());
    expect(await checkDraft(ports, request(draft.id))).toMatchObject({
      ok: false,
      error: { code: 'notWhole' },
    });
    expect(await missingChunks(ports, draft)).toHaveLength(8);
  });

  it('is not done twice at a time, and can be begun again once one has died', async () => {
    const ports = await draftPorts();
    const draft = await uploadedDraft(ports, feedFiles());
    const both = await Promise.all([
      checkDraft(ports, request(draft.id)),
      checkDraft(ports, request(draft.id)),
    ]);
    expect(both.map((result) => (result.ok ? 'ok' : result.error.code)).sort()).toEqual(['checking', 'ok']);
    const dying = { ...ports, pause: () => new Promise<void>(() => {}) };
    void checkDraft(dying, request(draft.id));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await checkDraft(ports, request(draft.id))).toMatchObject({ error: { code: 'checking' } });
    ports.clock.now = new Date(ports.clock.now.getTime() + 31_000);
    expect(await checkDraft(ports, request(draft.id))).toMatchObject({ ok: true });
  });

  it.each([3, 9, 15, 20])('leaves the draft as it was where the store dies at reading %i', async (fails) => {
    const ports = await draftPorts();
    const draft = await uploadedDraft(ports, feedFiles());
    let reads = 0;
    const get = async (name: string) => {
      reads += 1;
      if (reads === fails) throw new StoreError('unavailable', 'gone');
      return ports.blobs.get(name);
    };
    const failing = { ...ports, blobs: { ...ports.blobs, get } };
    await expect(checkDraft(failing, request(draft.id))).rejects.toThrow(StoreError);
    expect((await drafts.read(ports.state, OFFICE.id, draft.id))?.value.checked).toBeNull();
    expect(await checkDraft(ports, request(draft.id))).toMatchObject({
      ok: true,
      value: { state: 'checked' },
    });
  });
});

describe('putChunk', () => {
  const big = { name: 'notes.txt', bytes: new Uint8Array(9_000_000).map((_, n) => n % 251) };
  const where = (draft: { id: string; files: readonly { id: string }[] }) => ({
    officeId: OFFICE.id,
    draftId: draft.id,
    fileId: draft.files[0]!.id,
  });

  it('counts a chunk once that came twice, and says which are missing', async () => {
    const ports = await draftPorts();
    const draft = await announcedDraft(ports, [big]);
    const packed = gzipSync(chunksOf(big.bytes)[1]!);
    for (let times = 0; times < 2; times++) {
      expect(await putChunk(ports, { ...where(draft), chunk: 1, packed })).toEqual({ ok: true, value: null });
    }
    expect(await missingChunks(ports, draft)).toMatchObject([{ name: 'notes.txt', missing: [0, 2] }]);
  });

  it('takes no other content under the number, no bomb, no torn gzip, and no number too high', async () => {
    const ports = await draftPorts();
    const draft = await announcedDraft(ports, [big]);
    const good = gzipSync(chunksOf(big.bytes)[0]!);
    const put = async (chunk: number, packed: Uint8Array) => {
      const result = await putChunk(ports, { ...where(draft), chunk, packed });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await put(0, gzipSync(chunksOf(big.bytes)[1]!))).toBe('wrongChunk');
    expect(await put(0, gzipSync(new Uint8Array(100_000_000)))).toBe('wrongChunk');
    expect(await put(0, good.subarray(0, good.length - 9))).toBe('wrongChunk');
    expect(await put(0, new Uint8Array([1, 2, 3]))).toBe('wrongChunk');
    expect(await put(0, new Uint8Array())).toBe('wrongChunk');
    expect(await put(3, good)).toBe('gone');
    expect(await ports.blobs.list('uploads/')).toEqual([]);
    expect(await put(0, good)).toBe('ok');
  });
});
