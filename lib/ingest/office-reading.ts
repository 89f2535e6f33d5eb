// Owns what an office's desk adds to the reading of its files: whose they are, what it has declared and what is remembered. The same for the check in
// the browser and the one on the server, so that both find the same. Plain data: it goes from page to worker.

import { type DeskOffice, deskOfficeOf } from './desk-office';
import type { TableMapping } from './mapping/table-mapping';
import type { UploadOptions } from './read-upload';
import type { DeclaringLocalities } from './segments/declared-singles';
import { officesByLocality } from './split-by-office';
import type { KnownOfOffice } from './tables/stand-in-files';

export interface OfficeReading {
  readonly office: DeskOffice;
  /** Every office of the desk where the file is a state's; []: it is one office's own. */
  readonly desk: readonly DeskOffice[];
  readonly known: KnownOfOffice;
  /** What is remembered of the office's own tables, the latest first. */
  readonly mappings: readonly TableMapping[];
}

type OfficeOptions = Required<
  Pick<UploadOptions, 'officeId' | 'officeState' | 'singleNumberBeatsRange' | 'known' | 'mappings'>
>;

/** For `readUpload`. What the state has declared holds in the whole of its file; else each office's declaration in its own part. */
export function optionsOf({ office, desk, known, mappings }: OfficeReading): OfficeOptions {
  return {
    officeId: office.id,
    officeState: office.state,
    singleNumberBeatsRange: office.singleNumberBeatsRange || (desk.length > 0 && declaringLocalities(desk)),
    known,
    mappings,
  };
}

/** By the offices of the desk, told as the division tells them. */
function declaringLocalities(desk: readonly DeskOffice[]): DeclaringLocalities {
  const declaring = new Set(
    desk.filter(({ singleNumberBeatsRange }) => singleNumberBeatsRange).map(({ id }) => id),
  );
  return (file) => {
    const nameOffice = deskOfficeOf(desk, file.state.abbreviation);
    const ids = officesByLocality(file, { nameOffice });
    return new Set([...ids].flatMap(([locality, office]) => (declaring.has(office) ? [locality] : [])));
  };
}
