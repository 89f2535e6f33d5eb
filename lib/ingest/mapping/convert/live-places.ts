// Owns which place of a new list is a place that is live: what the list does not say of it stays, and so does its id, by which late
// changes know it. Knows no file.

import { canonicalWords } from '@/lib/core/address/canonical';
import { fold, words } from '@/lib/core/address/tokens';
import type { Dataset, PollingLocation } from '@/lib/core/vip';
import type { ExportedHours } from '../../export/hours-tables';
import { placeTable } from '../../export/place-tables';
import { readZip5 } from '../../tables/cells';
import { servesOnElectionDay } from '../../vip/precinct-graph';
import { placeColumns } from './place-cells';

/** Places of a list as they are published. */
export interface LaidPlaces {
  /** VIP columns of what `cellsOf` gives. */
  readonly header: readonly string[];
  /** The id of the list -> the id that it is published by. */
  readonly idOf: (id: string) => string;
  /** A place's cells in the order of `placeColumns` -> its row. */
  readonly cellsOf: (cells: readonly string[]) => readonly string[];
  /** Rows of the early-voting sites and drop boxes that are live; none of them is on the list. */
  readonly sites: readonly (readonly string[])[];
}

const listed = placeColumns.map(([name]) => name);

/** `places`: those of the list, in the order of `placeColumns`. A place is the live one where name, street line, town and ZIP are the
 *  same, and only one to one. */
export function layPlaces(
  places: readonly (readonly string[])[],
  live: Dataset,
  hours: ExportedHours,
): LaidPlaces {
  const table = placeTable(live.pollingLocations, hours, () => true);
  const rows = new Map([...table.rows()].map((cells) => [cells[0] ?? '', cells]));
  const siteIds = live.pollingLocations.filter((place) => !servesOnElectionDay(place)).map(({ id }) => id);
  const same = samePlaces(places, live.pollingLocations.filter(servesOnElectionDay));
  const ids = publishedIds(places, same, siteIds);
  const at = new Map(table.columns.map((name, position) => [name, position]));
  return {
    header: table.columns,
    idOf: (id) => ids.get(id) ?? id,
    sites: siteIds.flatMap((id) => [rows.get(id) ?? []]),
    cellsOf(cells) {
      const id = cells[0] ?? '';
      const row = [...(rows.get(same.get(id) ?? '') ?? table.columns.map(() => ''))];
      const says = (name: string) => (cells[listed.indexOf(name)] ?? '') !== '';
      for (const [position, name] of listed.entries()) {
        if (says(name) || isLocation(name)) row[at.get(name) ?? -1] = cells[position] ?? '';
      }
      row[0] = ids.get(id) ?? id;
      if (says('hours')) row[at.get('hours_open_id') ?? -1] = '';
      return row;
    },
  };
}

/** Name and address are the list's, also where a cell is blank; but a second line that it has no column for stays. */
function isLocation(name: string): boolean {
  return name === 'name' || (name.startsWith('structured_') && name !== 'structured_line_2');
}

function samePlaces(
  places: readonly (readonly string[])[],
  live: readonly PollingLocation[],
): ReadonlyMap<string, string> {
  const cell = (cells: readonly string[], name: string) => cells[listed.indexOf(name)] ?? '';
  const before = alone(live, ({ name, line1, city, zip }) => keyOf(name, line1, city, zip));
  const after = alone(places, (cells) =>
    keyOf(
      cell(cells, 'name'),
      cell(cells, 'structured_line_1'),
      cell(cells, 'structured_city'),
      cell(cells, 'structured_zip'),
    ),
  );
  return new Map(
    [...after].flatMap(([key, cells]): [string, string][] => {
      const place = before.get(key);
      return cells === null || place === null || place === undefined ? [] : [[cells[0] ?? '', place.id]];
    }),
  );
}

function keyOf(name: string, line1: string, city: string, zip: string): string {
  const canonical = (text: string) =>
    canonicalWords(words(fold(text)))
      .map(({ word }) => word)
      .join(' ');
  return [name, line1, city, readZip5(zip)].map(canonical).join('|');
}

/** Key -> the only one that has it; null where several have. */
function alone<Value>(
  values: readonly Value[],
  keyFor: (value: Value) => string,
): ReadonlyMap<string, Value | null> {
  const found = new Map<string, Value | null>();
  for (const value of values) {
    const key = keyFor(value);
    found.set(key, found.has(key) ? null : value);
  }
  return found;
}

/** Places that are live keep their ids; one of the list that has such an id by chance gets another. */
function publishedIds(
  places: readonly (readonly string[])[],
  same: ReadonlyMap<string, string>,
  siteIds: readonly string[],
): ReadonlyMap<string, string> {
  const taken = new Set([...siteIds, ...same.values()]);
  const ids = new Map(same);
  for (const [own = ''] of places) {
    if (same.has(own)) continue;
    let id = own;
    while (taken.has(id)) id += '-list';
    taken.add(id);
    ids.set(own, id);
  }
  return ids;
}
