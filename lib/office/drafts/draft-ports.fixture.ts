// Owns what tests of drafts stand on: ports in memory with Node's hash, an office, people, and files as a browser would
// announce and send them.

import { createHash } from 'node:crypto';
import { gzipSync } from 'fflate';
import { type Feed, soundFeed } from '@/lib/ingest/feed.fixture';
import type { Actor } from '../accounts/actor';
import { type Office, offices } from '../offices/office';
import { memoryPorts, type TestClock } from '../ports/memory-ports.fixture';
import { type AnnouncedFile, createDraft } from './create-draft';
import type { Draft } from './draft';
import type { DraftPorts } from './draft-ports';
import { putChunk } from './put-chunk';
import { CHUNK_BYTES } from './upload-limits';

export const OFFICE: Office = {
  id: 'oh-made-up',
  name: 'Made-up County',
  kind: 'county',
  state: 'OH',
  phone: { number: '555-0100', electionDayHours: '6 am to 9 pm', confirmed: null },
  singleNumberBeatsRange: false,
  dutyApproverIds: [],
  isPractice: false,
};

export const EDITOR: Actor = {
  kind: 'person',
  accountId: 'edith',
  name: 'Edith',
  role: 'editor',
  officeId: OFFICE.id,
  sessionId: 'session',
  verifiedAt: '2026-10-01T12:00:00.000Z',
};

/** Empty stores with one office, or these. */
export async function draftPorts(
  over: Partial<DraftPorts> = {},
): Promise<DraftPorts & { readonly clock: TestClock }> {
  const ports = {
    ...memoryPorts(),
    sha256: nodeHash,
    pause: async () => {},
    maxFileBytes: 200 * 1024 * 1024,
    ...over,
  };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [offices.write(OFFICE, [OFFICE.id])],
  });
  return ports;
}

export function nodeHash() {
  const hash = createHash('sha256');
  return { add: (bytes: Uint8Array) => void hash.update(bytes), end: () => hash.digest('hex') };
}

export interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A feed's files as bytes. */
export function feedFiles(feed: Feed = soundFeed): readonly TestFile[] {
  const encode = (rows: readonly string[]) => new TextEncoder().encode(`${rows.join('\n')}\n`);
  return Object.entries(feed).map(([name, rows]) => ({ name, bytes: encode(rows) }));
}

/** Chunks of a file, not packed. */
export function chunksOf(bytes: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(bytes.length / CHUNK_BYTES);
  return Array.from({ length: count }, (_, n) => bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A file as a browser announces it. */
export function announced({ name, bytes }: TestFile): AnnouncedFile {
  return { name, sizeBytes: bytes.length, sha256: sha256(bytes), chunks: chunksOf(bytes).map(sha256) };
}

/** A draft of these files, announced and not sent. */
export async function announcedDraft(ports: DraftPorts, files: readonly TestFile[]): Promise<Draft> {
  const made = await createDraft(ports, {
    officeId: OFFICE.id,
    actor: EDITOR,
    title: 'Test',
    files: files.map(announced),
    election: null,
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** A draft of these files, all sent, ready to be checked. */
export async function uploadedDraft(ports: DraftPorts, files: readonly TestFile[]): Promise<Draft> {
  const draft = await announcedDraft(ports, files);
  for (const [index, { bytes }] of files.entries()) {
    for (const [chunk, part] of chunksOf(bytes).entries()) {
      const fileId = draft.files[index]!.id;
      const where = { officeId: OFFICE.id, draftId: draft.id, fileId, chunk };
      const put = await putChunk(ports, { ...where, packed: gzipSync(part) });
      if (!put.ok) throw new Error(put.error.message);
    }
  }
  return draft;
}
