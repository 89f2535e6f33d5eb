// Owns a cell set to another value: a step that is written down, never an edit of what was uploaded. Undoing it is one more
// step. The draft is to be checked again afterwards.

import type { Result } from '@/lib/core/result';
import type { OfficePorts } from '../ports/office-ports';
import type { Correction, Draft } from './draft';
import { changeDraft, type DraftError, type DraftRequest, personOf, refuse } from './draft-change';
import { loadIndex, loadProblems } from './stored-problems';
import { MAX_CORRECTIONS } from './upload-limits';

/** `{file: 'precinct.txt', row: 7, column: 'locality_id', before: '33', after: '34'}`. */
export type CellStep = Omit<Correction, 'by'>;

const MAX_CELL_CHARS = 500;

/** Writes the step down. `changed`: the cell is not what was seen. `noSuchCell`: no problem names this row, or its file has no
 *  such column. `wrongState`, `checking`, `tooMany`, `tooLarge`, `gone`. Throws `StoreError`. */
export async function correctCell(
  ports: OfficePorts,
  request: DraftRequest,
  step: CellStep,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, request, async (draft) => {
    if (draft.state === 'checking') {
      return refuse('checking', 'The last correction is being checked. Wait until that is done.');
    }
    if (draft.state !== 'checked') return refuse('wrongState', 'This draft cannot be corrected now.');
    if (step.after.length > MAX_CELL_CHARS) {
      return refuse('tooLarge', `A corrected cell may have at most ${MAX_CELL_CHARS} characters.`);
    }
    if (draft.corrections.length >= MAX_CORRECTIONS) {
      return refuse(
        'tooMany',
        'This draft has a thousand corrections. Correct the export and upload it anew.',
      );
    }
    const now = await currentCell(ports, draft, step);
    if (now === null)
      return refuse('noSuchCell', 'This cell cannot be corrected here. Correct it in the file.');
    if (now !== step.before.trim()) {
      return refuse('changed', `The cell says "${now}" now. Look at it again before you correct it.`);
    }
    const { file, row, column } = step;
    const correction = { file, row, column, before: now, after: step.after.trim() };
    return {
      ok: true,
      value: {
        draft: {
          ...draft,
          state: 'checking',
          corrections: [...draft.corrections, { ...correction, by: personOf(request.actor, ports.now()) }],
        },
        action: 'draft.corrected',
        details: { ...correction },
      },
    };
  });
}

/** What the cell says with all corrections so far; null: it is not known. */
async function currentCell(
  ports: OfficePorts,
  draft: Draft,
  { file, row, column }: Pick<CellStep, 'file' | 'row' | 'column'>,
): Promise<string | null> {
  const last = draft.corrections.findLast(
    (step) => step.file === file && step.row === row && step.column === column,
  );
  if (last !== undefined) return last.after;
  if (draft.checked === null || row < 2) return null;
  const index = await loadIndex(ports, draft.checked.problems);
  const fileNumber = index.files.findIndex(({ name }) => name === file);
  const id = index.row.findIndex((value, at) => value === row && index.file[at] === fileNumber);
  if (id < 0) return null;
  const [problem] = await loadProblems(ports, index, [id]);
  const position = problem?.header?.indexOf(column) ?? -1;
  return problem?.cells?.[position]?.trim() ?? null;
}

/** The step that takes the last correction of a cell back; null where there is none. */
export function undoOf(corrections: readonly Correction[], index: number): CellStep | null {
  const step = corrections[index];
  if (step === undefined) return null;
  const { file, row, column, before, after } = step;
  return { file, row, column, before: after, after: before };
}
