// Owns who is checking a draft at the moment and how far they are. Expires by itself: a check that died can be begun again.

import { z } from 'zod';
import type { OfficePorts } from '../ports/office-ports';
import { records } from '../ports/records';

/** A check that has said nothing for so long is dead. */
const SILENT_SECONDS = 30;

/** Between two notes of how far it is. */
const NOTE_MS = 1000;

const progressSchema = z.object({
  /** Of one check: another one has another id. */
  id: z.string(),
  startedAt: z.string(),
  step: z.enum(['verifying', 'reading', 'storing']),
  rows: z.number(),
});

export type CheckProgress = z.infer<typeof progressSchema>;

/** `draft-check/<draftId>`. */
const progressRecords = records('draft-check', progressSchema);

/** How far the check of a draft is; null: none runs. Throws `StoreError`. */
export async function readProgress(
  { state }: Pick<OfficePorts, 'state'>,
  draftId: string,
): Promise<CheckProgress | null> {
  return (await progressRecords.read(state, draftId))?.value ?? null;
}

/** One check's own way to say how far it is. */
export interface ProgressNotes {
  /** Says it, at most once a second. */
  readonly note: (step: CheckProgress['step'], rows: number) => Promise<void>;
  /** What takes the note away, for the commit that ends the check. */
  readonly removal: ReturnType<typeof progressRecords.remove>;
  /** Takes it away where the check ends without a commit. */
  readonly drop: () => Promise<void>;
}

/** Begin; null: somebody else is checking it. Throws `StoreError`. */
export async function beginProgress(
  { state, newId, now }: OfficePorts,
  draftId: string,
): Promise<ProgressNotes | null> {
  const [id, startedAt] = [newId(), now().toISOString()];
  const write = (step: CheckProgress['step'], rows: number) =>
    progressRecords.write(
      { id, startedAt, step, rows },
      [draftId],
      new Date(now().getTime() + SILENT_SECONDS * 1000),
    );
  const first = await state.commit({
    id: newId(),
    checks: [progressRecords.unchanged(null, draftId)],
    writes: [write('verifying', 0)],
  });
  if (first === 'conflict') return null;
  let notedAt = now().getTime();
  const removal = progressRecords.remove(draftId);
  return {
    note: async (step, rows) => {
      if (now().getTime() - notedAt < NOTE_MS) return;
      notedAt = now().getTime();
      await state.commit({ id: newId(), checks: [], writes: [write(step, rows)] });
    },
    removal,
    drop: async () => {
      await state.commit({ id: newId(), checks: [], writes: [removal] });
    },
  };
}
