// Owns how what became of a draft is answered over HTTP: statuses for refusals, and what is told of a draft. Knows no use case.

import type { Result } from '@/lib/core/result';
import type { CheckProgress } from '@/lib/office/drafts/check-progress';
import type { Draft } from '@/lib/office/drafts/draft';
import type { DraftError } from '@/lib/office/drafts/draft-change';
import type { MissingChunks } from '@/lib/office/drafts/put-chunk';
import { okJson, refused } from './office-route';

const statuses: Readonly<Record<DraftError['code'], number>> = {
  gone: 404,
  wrongState: 409,
  checking: 409,
  notWhole: 409,
  changed: 409,
  fatal: 409,
  nothingLive: 409,
  needsColumns: 422,
  badFiles: 422,
  wrongChunk: 422,
  noSuchCell: 422,
  tooMany: 422,
  damaged: 422,
  tooLarge: 413,
  cutOff: 400,
};

/** 200 with what `tell` makes of the value, or the refusal with its status. */
export function answered<Value>(
  result: Result<Value, DraftError>,
  tell: (value: Value) => unknown,
): Response {
  if (result.ok) return okJson(tell(result.value));
  return refused(statuses[result.error.code], result.error.code, result.error.message);
}

/** Where a draft is looked at: `/office/ms-adams/drafts/7Qk…/`. */
export const draftPath = ({ officeId, id }: Pick<Draft, 'officeId' | 'id'>): string =>
  `/office/${officeId}/drafts/${id}/`;

/** What scripts and pages are told of a draft. */
export function draftStatus(
  draft: Draft,
  missing: readonly MissingChunks[] = [],
  progress: CheckProgress | null = null,
) {
  const { id, officeId, state, title, files, checked } = draft;
  return {
    draftId: id,
    officeId,
    state,
    title,
    files: files.map(({ id: fileId, name, sizeBytes, sha256 }) => ({ fileId, name, sizeBytes, sha256 })),
    missing,
    progress: progress && { step: progress.step, rows: progress.rows },
    checked: checked && told(checked),
    next: draftPath(draft),
  };
}

function told({ dataset, problems: _, ...counts }: NonNullable<Draft['checked']>) {
  return { ...counts, isReadable: dataset !== null };
}
