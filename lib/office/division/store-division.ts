// Owns dividing what a check read of a state's one file, and keeping it: a list and problems for each office, and one blob that names them.

import { localitiesOfProblems } from '@/lib/ingest/problems-by-office';
import type { ReadUpload } from '@/lib/ingest/read-upload';
import { storeDataset } from '../drafts/datasets';
import { asLiveElection } from '../drafts/same-day';
import { type RowsOfProblems, storeProblems } from '../drafts/stored-problems';
import type { Office } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import { choices } from '../publish/choice';
import { putJson } from '../publish/json-blobs';
import { divide } from './divide';
import { DIVISIONS, type Division, type DivisionPart } from './division';

/** What a check has read. */
export interface ReadFile extends Pick<ReadUpload, 'dataset' | 'problems' | 'tables'> {
  readonly rows: RowsOfProblems;
  /** When it was checked, ISO 8601. */
  readonly at: string;
  /** Every office of the desk, by whose declarations it was read; `ofAll`: the state has declared it of the whole. */
  readonly desk: readonly Office[];
  readonly ofAll: boolean;
}

/** Name of the blob; null: nothing could be read, or it is one office's. `pause` is waited for now and then. Throws `StoreError`. */
export async function storeDivision(
  ports: OfficePorts,
  { dataset: whole, problems, tables, rows, at, desk, ofAll }: ReadFile,
  pause: () => Promise<void>,
): Promise<string | null> {
  if (whole === null || whole.localities.length < 2) return null;
  const divided = divide(whole, problems, await localitiesOfProblems(tables, problems), desk);
  if (divided === null) return null;
  const parts: DivisionPart[] = [];
  for (const { officeId, name, keptBack, facts, ...part } of divided.parts) {
    await pause();
    const all = (await choices.list(ports.state, officeId)).map(({ value }) => value);
    const dataset = asLiveElection(part.dataset, all);
    const checked =
      keptBack === null
        ? {
            at,
            ...facts,
            singleNumberBeatsRange:
              ofAll || desk.some((office) => office.id === officeId && office.singleNumberBeatsRange),
            electionId: dataset.election.id,
            dataset: await storeDataset(ports, dataset, pause),
            problems: await storeProblems(ports, part.problems, rows),
          }
        : null;
    parts.push({ officeId, name, keptBack, checked });
  }
  const division: Division = { parts, unassigned: [...divided.unassigned] };
  return putJson(ports.blobs, DIVISIONS, division);
}
