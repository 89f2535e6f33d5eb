// Owns that `levee export` writes nothing which would not read as the same data again.

import { writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { collectGarbage } from '@/lib/adapters/collect-garbage';
import type { Dataset, ListedDataset, StreetList, StreetSegment } from '@/lib/core/vip';
import { exportVipZip } from '@/lib/ingest/export/vip-flat-export';
import { expandZip } from '@/lib/ingest/files/expand-zip';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import type { ExitCode, Terminal } from './command';

/** Writes `dataset` as a zipped flat feed of VIP 6.0 to `file`; 1 where it would not read as the same data again. Rejects where the
 *  path cannot be written. */
export async function writeExport(
  dataset: ListedDataset,
  file: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const zip = exportVipZip(dataset);
  const opened = await expandZip(zip, file);
  const read = opened.ok
    ? await readVipFlat(opened.value, { officeId: dataset.officeId, tidy: collectGarbage })
    : null;
  const other = otherMember(dataset, read?.dataset ?? null);
  if (other !== null) {
    terminal.err.write(
      `levee export: ${dataset.officeId}: the file would not read as the same data again (${other}). Nothing was written; please report it.\n`,
    );
    return 1;
  }
  await writeFile(file, zip);
  const { streetSegments, precincts, pollingLocations } = dataset;
  terminal.out.write(
    `${file}: ${dataset.officeId}, ${streetSegments.length} street segments, ${precincts.length} precincts, ${pollingLocations.length} places, ${zip.length} bytes\n`,
  );
  return 0;
}

/** The first member that differs; null: none does. */
function otherMember(dataset: ListedDataset, again: Dataset | null): string | null {
  if (again === null) return 'all of it';
  const { streetSegments, withheld, ...rest } = dataset;
  const { streetSegments: rowsAgain, withheld: withheldAgain, ...restAgain } = again;
  if (!areSameRows(streetSegments, rowsAgain)) return 'streetSegments';
  if (!areSameRows(withheld, withheldAgain)) return 'withheld';
  if (isDeepStrictEqual(restAgain, rest)) return null;
  const members = Object.keys({ ...rest, ...restAgain }) as (keyof typeof rest)[];
  return members.find((key) => !isDeepStrictEqual(restAgain[key], rest[key])) ?? 'its members';
}

function areSameRows(rows: StreetList | undefined, again: readonly StreetSegment[] | undefined): boolean {
  if (rows === undefined || again === undefined) return rows === again;
  return rows.length === again.length && again.every((row, at) => isDeepStrictEqual(row, rows.at(at)));
}
