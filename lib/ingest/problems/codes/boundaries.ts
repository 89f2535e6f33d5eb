// Owns what can be wrong with an office's files: boundaries of precincts (GeoJSON, RFC 7946). Warnings all: boundaries are looked
// at, and never override a list of streets. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const boundariesCodes = {
  'boundary-file-unreadable': {
    severity: 'warning',
    meaning: 'The file of boundaries cannot be read, so that nothing is compared with it.',
    remedy: 'Export it again as GeoJSON (RFC 7946), one feature for each precinct, at most 50 MB.',
  },
  'boundary-not-in-degrees': {
    severity: 'warning',
    meaning:
      'The coordinates are no degrees: the file is in a projection (state plane, UTM, Web Mercator). It is not used.',
    remedy: 'Export it again in WGS 84 (EPSG:4326).',
  },
  'boundary-latitude-first': {
    severity: 'warning',
    meaning: 'The coordinates stand latitude first, or lie in another country. The file is not used.',
    remedy: 'Export it again with longitude first, as RFC 7946 wants it.',
  },
  'boundary-invalid': {
    severity: 'warning',
    meaning:
      'The outline of this boundary is not whole: it has no area, is not closed, or crosses itself. It is not used.',
    remedy: 'Repair it in the map program (often called Fix Geometries), and export again.',
  },
  'boundary-without-precinct': {
    severity: 'warning',
    meaning: 'Boundaries carry no name, number or id of a precinct on the list.',
    remedy: 'Correct the name of the boundary or of the precinct, or remove the boundary.',
  },
  'precinct-without-boundary': {
    severity: 'warning',
    meaning: 'Precincts on the list have no boundary in the file of boundaries.',
    remedy: 'Add their boundaries, or nothing if the file is meant to be a part.',
  },
  'place-outside-boundary': {
    severity: 'warning',
    meaning: "The polling place lies more than 1 km outside all of the office's boundaries.",
    remedy: 'Check address and coordinates. Nothing to do if the place is really outside.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
