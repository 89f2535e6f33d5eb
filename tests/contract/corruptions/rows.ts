// Owns which rows of a sheet something happens to: chosen by chance that the seed decides.

import type { Random } from '@/scripts/generate/random';
import { cellOf, type Row, type Sheet } from './sheet';

/** At most `count` of the indexes, in their order. */
export function some(random: Random, count: number, indexes: readonly number[]): readonly number[] {
  const left = [...indexes];
  const chosen: number[] = [];
  while (chosen.length < count && left.length > 0) {
    chosen.push(...left.splice(random.between(0, left.length - 1), 1));
  }
  return chosen.sort((a, b) => a - b);
}

/** Indexes of the rows for which `is` holds. */
export function indexesWhere(sheet: Sheet, is: (row: Row, index: number) => boolean): readonly number[] {
  return sheet.rows.flatMap((row, index) => (is(row, index) ? [index] : []));
}

/** Street rows that name a first and a last house number. */
export function numbered(sheet: Sheet<'street_segment'>): readonly number[] {
  return indexesWhere(
    sheet,
    (row) =>
      /^\d{1,9}$/.test(cellOf(sheet, row, 'startHouseNumber')) &&
      /^[1-9]\d{0,8}$/.test(cellOf(sheet, row, 'endHouseNumber')),
  );
}
