// Owns the check of chosen files on the office's own computer: what the server will find, by the same code, before a byte is
// sent. Knows no worker and no page.

import { unconfirmedTables } from '@/lib/ingest/mapping/unconfirmed-tables';
import type { Problem } from '@/lib/ingest/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import { sourceOf } from './upload-source';
import type { CheckRequest, LocalCheck } from './worker-messages';

const SHOWN = 10;
const order = ['fatal', 'error', 'conflict', 'warning'] as const;

/** Reads and checks; `onRows` gets how many rows have been read. */
export async function checkFiles(
  { files, officeId, officeState, known, mappings }: CheckRequest,
  onRows: (rows: number) => void,
): Promise<LocalCheck> {
  const { dataset, problems, counts, foreign } = await readUpload(files.map(sourceOf), {
    known,
    mappings,
    officeId,
    officeState,
    onProgress: onRows,
  });
  const election = dataset && { name: dataset.election.name, date: dataset.election.date };
  const isReadable = dataset !== null;
  const unconfirmed = unconfirmedTables(foreign, isReadable).map(({ name }) => name);
  return {
    counts,
    election,
    isReadable,
    first: worst(problems),
    foreign: { tables: foreign.length, unconfirmed },
  };
}

function worst(problems: readonly Problem[]): readonly Problem[] {
  const bySeverity = (a: Problem, b: Problem) => order.indexOf(a.severity) - order.indexOf(b.severity);
  return [...problems].sort(bySeverity).slice(0, SHOWN);
}
