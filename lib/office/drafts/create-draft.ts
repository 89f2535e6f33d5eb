// Owns the beginning of a draft: which files will come, how large, and the hash of every chunk of them. Knows no bytes.

import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../accounts/actor';
import { commitAudited } from '../audit/commit-audited';
import { type DeclaredElection, type Draft, type DraftFile, drafts } from './draft';
import { type DraftError, personOf, refuse } from './draft-change';
import type { DraftPorts } from './draft-ports';
import { chunkCount, MAX_FILES, MAX_UPLOAD_BYTES } from './upload-limits';

/** A file as it is announced. */
export type AnnouncedFile = Omit<DraftFile, 'id'>;

export interface NewDraft {
  readonly officeId: string;
  readonly actor: Actor;
  readonly title: string;
  readonly files: readonly AnnouncedFile[];
  readonly election: DeclaredElection | null;
}

/** A draft in state `uploading`; `putChunk` brings its bytes. `badFiles`, `tooLarge`. Throws `StoreError`. */
export async function createDraft(ports: DraftPorts, request: NewDraft): Promise<Result<Draft, DraftError>> {
  const fault = faultOf(request.files, ports.maxFileBytes);
  if (fault !== null) return fault;
  const files = request.files.map((file) => ({ ...file, id: ports.newId() }));
  return storeDraft(ports, newDraft(ports, { ...request, files }));
}

/** A draft that nobody has stored yet. */
export function newDraft(
  { newId, now }: Pick<DraftPorts, 'newId' | 'now'>,
  { officeId, actor, title, files, election }: NewDraft & { readonly files: readonly DraftFile[] },
): Draft {
  return {
    id: newId(),
    officeId,
    state: 'uploading',
    author: { ...personOf(actor, now()), kind: actor.kind },
    title:
      title.trim().slice(0, 200) ||
      files
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 200),
    files: [...files],
    election,
    corrections: [],
    checked: null,
    acknowledged: {},
    submitted: null,
    approved: null,
    returned: null,
    jobId: null,
  };
}

/** Stores a new one and writes down who made it. */
export async function storeDraft(ports: DraftPorts, draft: Draft): Promise<Result<Draft, never>> {
  const { officeId, id, author, files, title } = draft;
  await commitAudited(ports, {
    checks: [drafts.unchanged(null, officeId, id)],
    writes: [drafts.write(draft, [officeId, id])],
    events: [
      {
        action: 'draft.made',
        actor: { kind: author.kind, id: author.id, name: author.name },
        officeId,
        subject: id,
        details: {
          title,
          files: files.length,
          sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
        },
      },
    ],
  });
  return ok(draft);
}

function faultOf(files: readonly AnnouncedFile[], maxFileBytes: number) {
  if (files.length === 0) return refuse('badFiles', 'Choose at least one file.');
  if (files.length > MAX_FILES) {
    return refuse(
      'badFiles',
      `These are ${files.length.toLocaleString('en-US')} files, and at most ${MAX_FILES} can be uploaded at once. Put the folder into one zip file, which counts as one, and upload that.`,
    );
  }
  const large = files.find(({ sizeBytes }) => sizeBytes > maxFileBytes);
  if (large !== undefined) return refuse('tooLarge', tooLargeSentence(large.name, maxFileBytes));
  const allBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (allBytes > MAX_UPLOAD_BYTES) {
    return refuse(
      'tooLarge',
      `These files have ${megabytes(allBytes).toLocaleString('en-US')} MB together, and an upload may have ${megabytes(MAX_UPLOAD_BYTES).toLocaleString('en-US')} MB. Leave out what is no list for voters, or upload each county's files by themselves.`,
    );
  }
  if (files.some(({ name }) => !isFileName(name))) {
    return refuse('badFiles', 'A file has a name that cannot be used here. Rename it and try again.');
  }
  if (new Set(files.map(({ name }) => name)).size < files.length) {
    return refuse('badFiles', 'Two of the files have the same name. Remove the one that is out of date.');
  }
  const wrong = files.find(({ sizeBytes, chunks }) => chunks.length !== chunkCount(sizeBytes));
  if (wrong !== undefined) {
    return refuse('badFiles', `The parts announced for ${wrong.name} are not as many as its size needs.`);
  }
  return null;
}

/** What an office reads whose file is over the limit; MB as lib/ingest counts them: 1,048,576 bytes. */
export function tooLargeSentence(name: string, maxFileBytes: number): string {
  const most = megabytes(maxFileBytes);
  return `${name} is too large: a file may have at most ${most} MB here. Send it as a zip file, or divide it by county.`;
}

/** Whole ones: 209715200 -> 200. */
const megabytes = (bytes: number): number => Math.floor(bytes / (1024 * 1024));

function isFileName(name: string): boolean {
  const isTextOnly = [...name].every((character) => (character.codePointAt(0) ?? 0) >= 0x20);
  return name.trim() !== '' && name.length <= 200 && isTextOnly;
}
