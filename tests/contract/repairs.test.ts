// Good feeds that are spoilt in one way each: the repair is offered at every row that was hit and no other, and reading with it accepted
// gives the dataset of the good feed, object for object.

import { beforeAll, describe, expect, it } from 'vitest';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import { readUpload } from '@/lib/ingest/read-upload';
import type { SuggestionKind } from '@/lib/ingest/suggestions/suggestion';
import type { FieldOf } from '@/lib/ingest/tables/vip-columns';
import { createRandom } from '@/scripts/generate/random';
import { GOOD_FEEDS, type GoodFeed, goodFeed, hasFeed } from './corruptions/good-feeds';
import { indexesWhere, some } from './corruptions/rows';
import {
  cellOf,
  filesOf,
  placeOf,
  type Sheets,
  sheetOf,
  withColumn,
  withRows,
  withSheets,
} from './corruptions/sheet';
import { exchanged, type Field, type Streets } from './corruptions/street-sheet';

const massachusetts = 'the made-up county in Massachusetts';

/** What happens to the streets, and which rows it hits. */
interface Damage {
  readonly title: string;
  readonly kind: SuggestionKind;
  readonly spoil: (sheet: Streets) => { readonly sheet: Streets; readonly hit: number } | null;
  /** Of these feeds alone. */
  readonly of?: readonly string[];
}

/** One column's cells made into something else, in some rows of those where it can happen. */
function cells(
  title: string,
  kind: SuggestionKind,
  field: Field,
  to: (cell: string, row: (field: Field) => string) => string,
  of?: readonly string[],
): Damage {
  const spoil: Damage['spoil'] = (sheet) => {
    const read = (index: number) => (name: Field) => cellOf(sheet, sheet.rows[index]!, name);
    const can = indexesWhere(sheet, (row, index) => {
      const cell = cellOf(sheet, row, field);
      return cell !== '' && to(cell, read(index)) !== cell;
    });
    const hit = new Set(some(createRandom(7), 40, can));
    if (hit.size === 0) return null;
    return {
      sheet: withColumn(sheet, field, (cell, index) => (hit.has(index) ? to(cell, read(index)) : cell)),
      hit: hit.size,
    };
  };
  return { title, kind, spoil, ...(of === undefined ? {} : { of }) };
}

function columns(title: string, one: Field, other: Field): Damage {
  return {
    title,
    kind: 'swapped-columns',
    spoil: (sheet) => {
      if (placeOf(sheet, one) < 0 || placeOf(sheet, other) < 0) return null;
      // Precincts that look like ZIPs: nothing tells them apart, and nothing is offered.
      if (other === 'precinctId' && sheet.rows.some((row) => /^\d{5}$/.test(cellOf(sheet, row, other))))
        return null;
      const hit = indexesWhere(sheet, (row) => cellOf(sheet, row, one) !== cellOf(sheet, row, other)).length;
      return { sheet: exchanged(sheet, one, other), hit };
    },
  };
}

function moved(title: string, before: FieldOf<'street_segment'>): Damage {
  return {
    title,
    kind: 'shifted-cells',
    spoil: (sheet) => {
      const at = placeOf(sheet, before);
      if (at < 0) return null;
      const hit = new Set(
        some(
          createRandom(3),
          12,
          sheet.rows.map((_, index) => index),
        ),
      );
      const rows = sheet.rows.map((row, index) => (hit.has(index) ? row.toSpliced(at, 0, '') : row));
      return { sheet: withRows(sheet, rows), hit: hit.size };
    },
  };
}

const damages: readonly Damage[] = [
  cells('leading zeros of ZIPs lost', 'lost-zeros', 'zip', (zip) => String(Number(zip.slice(0, 5))), [
    massachusetts,
  ]),
  cells(
    'leading zeros lost, and a fraction added',
    'lost-zeros',
    'zip',
    (zip) => `${Number(zip.slice(0, 5))}.0`,
    [massachusetts],
  ),
  cells('ZIPs with a fraction', 'number-format', 'zip', (zip) =>
    /^[1-9]\d{4}$/.test(zip) ? `${zip}.0` : zip,
  ),
  cells('first numbers with a fraction', 'number-format', 'startHouseNumber', (cell) =>
    /^[1-9]\d*$/.test(cell) ? `${cell}.0` : cell,
  ),
  cells('last numbers with thousands parted', 'number-format', 'endHouseNumber', (cell) =>
    /^[1-9]\d*$/.test(cell) ? Number(cell).toLocaleString('en-US') : cell,
  ),
  cells('letters in a wrong encoding', 'mojibake', 'streetName', (cell) => cell.replace('Ñ', 'Ã‘'), [
    massachusetts,
  ]),
  columns('first and last numbers exchanged', 'startHouseNumber', 'endHouseNumber'),
  columns('ZIPs and precincts exchanged', 'zip', 'precinctId'),
  columns('states and ZIPs exchanged', 'state', 'zip'),
  columns('sides and ZIPs exchanged', 'oddEvenBoth', 'zip'),
  columns('streets and towns exchanged', 'streetName', 'city'),
  moved('a blank cell before the town', 'city'),
  moved('a blank cell before the ZIP', 'zip'),
];

/** The made-up county where ZIPs begin with a zero: ZZ is Massachusetts. */
function inMassachusetts({ sheets }: GoodFeed): Sheets {
  const zip = (cell: string) => cell.replace(/^00(\d{3})$/, '01$1').replace(/^69[5-9](\d\d)$/, '020$1');
  const moved = (cell: string) => (cell === 'ZZ' ? 'MA' : zip(cell));
  const all = [...sheets].map(([table, sheet]) => {
    const isState = table === 'state';
    const rows = sheet.rows.map((row) =>
      row.map((cell, at) => (isState && at > 0 ? 'Massachusetts' : moved(cell))),
    );
    return [table, withRows(sheet, rows)] as const;
  });
  return new Map(all);
}

async function read(files: readonly SourceFile[], feed: GoodFeed, accepted: readonly SuggestionKind[] = []) {
  const { state } = feed.dataset;
  return readUpload(files, {
    officeState: state.abbreviation,
    suggestions: true,
    accepted: accepted.map((kind) => ({ kind, file: null, column: null })),
  });
}

describe.each([...GOOD_FEEDS.filter(hasFeed), massachusetts])('%s', (name) => {
  let feed: GoodFeed;

  beforeAll(async () => {
    const made = await goodFeed(GOOD_FEEDS.find((one) => one === name) ?? 'a made-up county');
    if (name !== massachusetts) {
      feed = made;
      return;
    }
    const sheets = inMassachusetts(made);
    const streets = sheetOf(sheets, 'street_segment');
    const spanish = withColumn(streets, 'streetName', (cell, index) =>
      index % 9 === 0 ? `${cell} PEÑA` : cell,
    );
    const all = withSheets(sheets, spanish);
    const { dataset, problems } = await readUpload(filesOf(all));
    if (dataset === null) throw new Error(JSON.stringify(problems[0]));
    feed = { ...made, name, sheets: all, dataset, problems };
  });

  it('gets no suggestion that would change what voters are told', async () => {
    const { suggestions } = await read(filesOf(feed.sheets), feed);
    expect(suggestions.filter(({ kind }) => kind !== 'parity')).toEqual([]);
    const { dataset } = await read(
      filesOf(feed.sheets),
      feed,
      suggestions.map(({ kind }) => kind),
    );
    expect(answers(dataset)).toEqual(answers(feed.dataset));
  });

  it.for(damages)('$title: $kind', async ({ kind, spoil, of }, { skip }) => {
    if (of !== undefined && !of.includes(name)) return skip();
    const spoilt = spoil(sheetOf(feed.sheets, 'street_segment'));
    if (spoilt === null) return skip();
    const files = filesOf(withSheets(feed.sheets, spoilt.sheet));
    const before = await read(files, feed);
    const offered = before.suggestions.filter((one) => one.kind !== 'parity');
    expect(offered.map((one) => [one.kind, one.isApplied])).toEqual([[kind, false]]);
    expect(before.dataset).not.toEqual(feed.dataset);
    const after = await read(files, feed, [kind]);
    if (kind !== 'shifted-cells') {
      expect(offered[0]?.count).toBe(spoilt.hit);
      expect(after.dataset).toEqual(feed.dataset);
      expect(after.problems).toEqual(feed.problems);
      return;
    }
    // Rows for whole streets, and with a town that no other row has, are left to a person.
    const left = spoilt.hit - (offered[0]?.count ?? 0);
    expect(left).toBeLessThanOrEqual(4);
    const good = new Set(feed.dataset.streetSegments.map((segment) => JSON.stringify(segment)));
    const segments = after.dataset?.streetSegments ?? [];
    expect(segments.filter((segment) => !good.has(JSON.stringify(segment)))).toEqual([]);
    expect(segments).toHaveLength(good.size - left);
  });
});

/** For which numbers each row answers, and where it leads: what snapping to a side must leave as it is. */
function answers(dataset: GoodFeed['dataset'] | null) {
  return dataset?.streetSegments.map(
    ({ startHouseNumber: start, endHouseNumber: end, oddEvenBoth: side, ...rest }) => {
      const odd = side === 'odd' ? 1 : 0;
      const isOwn = (number: number) => side === 'both' || number % 2 === odd;
      return { ...rest, side, first: isOwn(start) ? start : start + 1, last: isOwn(end) ? end : end - 1 };
    },
  );
}
