// Owns the check of chosen files on the office's own computer: what the server will find, by the same code, before a byte is
// sent. Knows no worker and no page.

import { hasOtherTables, unconfirmedTables } from '@/lib/ingest/mapping/unconfirmed-tables';
import { optionsOf } from '@/lib/ingest/office-reading';
import type { Problem } from '@/lib/ingest/problems/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import { sourceOf } from './upload-source';
import type { CheckRequest, HowFar, LocalCheck } from './worker-messages';

const SHOWN = 10;
const order = ['fatal', 'error', 'conflict', 'warning'] as const;

/** Reads and checks; `onStep` is told how far it is. */
export async function checkFiles(
  { files, reading }: CheckRequest,
  onStep: (step: HowFar) => void,
): Promise<LocalCheck> {
  let far: HowFar = { bytes: 0, rows: 0 };
  const tell = (more: Partial<HowFar>) => {
    far = { ...far, ...more };
    onStep(far);
  };
  const { dataset, problems, counts, foreign } = await readUpload(files.map(sourceOf), {
    ...optionsOf(reading),
    onProgress: (rows) => tell({ rows }),
    onBytes: (bytes) => tell({ bytes }),
  });
  const election = dataset && { name: dataset.election.name, date: dataset.election.date };
  const isReadable = dataset !== null;
  const unconfirmed = unconfirmedTables(foreign, hasOtherTables(problems)).map(({ name }) => name);
  return {
    counts,
    election,
    isReadable,
    lacksElection: problems.some(({ code, file }) => code === 'file-missing' && file === 'election.txt'),
    first: worst(problems),
    foreign: { tables: foreign.length, unconfirmed },
    isListAlone:
      counts.segments === 0 && foreign.some(({ confirmed }) => confirmed?.kind === 'precinctPlaces'),
  };
}

function worst(problems: readonly Problem[]): readonly Problem[] {
  const bySeverity = (a: Problem, b: Problem) => order.indexOf(a.severity) - order.indexOf(b.severity);
  return [...problems].sort(bySeverity).slice(0, SHOWN);
}
