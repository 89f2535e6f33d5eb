// Owns what an office calls a table of its own and the columns that places and precincts come from: problems name these.

import type { OfficeRow } from './office-rows';
import { placeColumns, streetPlaceFields } from './place-cells';

/** The office's own words for a file and its columns; '' and null where it has none. */
export interface NamedFile {
  readonly name: string;
  /** In the order of `placeColumns`. */
  readonly placeLabels: readonly string[];
  /** Of a precinct's id and name. */
  readonly precinctLabels: readonly (string | null)[];
  /** Of what says that a precinct votes by mail. */
  readonly mailLabel: string | null;
}

/** Those of the table that the row is of; `kind` is the mapping's. A voter's own town and state are none of the place's. */
export function namesOf(row: OfficeRow, kind: string): NamedFile {
  const ofVoters = kind === 'precinctPlaces' ? [] : [...streetPlaceFields('precinctPlaces'), 'state'];
  return {
    name: row.file,
    placeLabels: placeColumns.map(
      ([, ...fields]) => row.label(...fields.filter((field) => !ofVoters.includes(field))) ?? '',
    ),
    precinctLabels: [
      row.label('precinctId', 'precinctName', 'placeName', 'placeNameAddressWhole'),
      row.label('precinctName', 'precinctId', 'placeName', 'placeNameAddressWhole'),
    ],
    mailLabel: row.label('precinctMailOnly', 'placeName', 'placeNameAddressWhole'),
  };
}
