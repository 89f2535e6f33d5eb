// Owns sending files to the office host: announce, send what is missing, have it checked. A cut costs the chunk it fell in;
// the same files chosen again go on where they stopped. Knows no page.

import { err, ok, type Result } from '@/lib/core/result';
import { announce, type FileAnnouncement, packedChunk } from './chunks';
import { getJson, type PostError, postJsonOnce } from './post-json-once';
import { sendChunk } from './upload-chunk';

/** What is told of an upload as it goes. */
export type UploadStep =
  | { readonly kind: 'hashing' | 'sending'; readonly doneBytes: number; readonly allBytes: number }
  | { readonly kind: 'checking' };

export interface Upload {
  readonly officeId: string;
  readonly files: readonly File[];
  readonly title: string;
  readonly election: { readonly name: string; readonly date: string } | null;
  /** The draft that these files were announced for before; null: a new one. */
  readonly draftId: string | null;
  readonly onStep: (step: UploadStep) => void;
  /** The draft exists from here on. */
  readonly onDraft: (draftId: string) => void;
}

/** What the host says of a draft: draftStatus of lib/adapters/draft-answers. */
interface DraftStatus {
  readonly draftId: string;
  readonly files: readonly { readonly fileId: string; readonly name: string; readonly sha256: string }[];
  readonly missing: readonly { readonly fileId: string; readonly missing: readonly number[] }[];
}

/** Sends the files and has them checked; gives the draft's id. The host's own refusals, `otherFile` (not the file that was
 *  begun), `unreadable` (this browser cannot read it any more), `offline`. */
export async function uploadFiles(upload: Upload): Promise<Result<string, PostError>> {
  const announced = await announceAll(upload);
  if (!announced.ok) return announced;
  const draft = await begin(upload, announced.value);
  if (!draft.ok) return draft;
  const { draftId } = draft.value;
  upload.onDraft(draftId);
  const sent = await sendMissing(upload, draft.value);
  if (!sent.ok) return sent;
  upload.onStep({ kind: 'checking' });
  const checked = await postJsonOnce(`${pathOf(upload.officeId)}${draftId}/check/`, {});
  // Somebody, or this page before a reload, began it already: the draft's page watches it.
  return checked.ok || checked.error.code === 'checking' ? ok(draftId) : checked;
}

const pathOf = (officeId: string): string => `/office/api/drafts/${officeId}/`;
const sizeOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);

async function announceAll({
  files,
  onStep,
}: Upload): Promise<Result<readonly FileAnnouncement[], PostError>> {
  const announced: FileAnnouncement[] = [];
  const allBytes = sizeOf(files);
  let before = 0;
  for (const file of files) {
    const onBytes = (bytes: number) => onStep({ kind: 'hashing', doneBytes: before + bytes, allBytes });
    try {
      announced.push(await announce(file, onBytes));
    } catch {
      return err({ code: 'unreadable', message: `${file.name} cannot be read any more. Choose it again.` });
    }
    before += file.size;
  }
  return ok(announced);
}

async function begin(
  { officeId, draftId, title, election }: Upload,
  announced: readonly FileAnnouncement[],
): Promise<Result<DraftStatus, PostError>> {
  if (draftId === null) {
    const made = await postJsonOnce(pathOf(officeId), { title, files: announced, election });
    return made.ok ? ok(made.value as DraftStatus) : made;
  }
  const read = await getJson(`${pathOf(officeId)}${draftId}/`);
  if (!read.ok) return read;
  const status = read.value as DraftStatus;
  const begun = new Map(status.files.map(({ name, sha256 }) => [name, sha256]));
  const other = announced.find(({ name, sha256 }) => begun.has(name) && begun.get(name) !== sha256);
  if (other === undefined) return ok(status);
  const message = `${other.name} is not the file that this upload was begun with. Begin a new upload for it.`;
  return err({ code: 'otherFile', message });
}

async function sendMissing(
  { officeId, files, onStep }: Upload,
  { draftId, files: known, missing }: DraftStatus,
): Promise<Result<null, PostError>> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const allBytes = sizeOf(files);
  const open = missing.flatMap((entry) => entry.missing.map((chunk) => ({ fileId: entry.fileId, chunk })));
  let sent = 0;
  for (const { fileId, chunk } of open) {
    onStep({ kind: 'sending', doneBytes: Math.round((allBytes * sent) / open.length), allBytes });
    const name = known.find((file) => file.fileId === fileId)?.name ?? '';
    const file = byName.get(name);
    if (file === undefined) {
      return err({ code: 'otherFile', message: `${name} is missing. Choose it, too, and go on.` });
    }
    const put = await sendChunk(`${pathOf(officeId)}${draftId}/files/${fileId}/${chunk}/`, () =>
      packedChunk(file, chunk),
    );
    if (!put.ok) return put;
    sent++;
  }
  onStep({ kind: 'sending', doneBytes: allBytes, allBytes });
  return ok(null);
}
