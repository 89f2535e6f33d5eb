// Owns unit ranges: reading them, and whether two rows' units have one in common.

import { inRange } from '@/lib/core/lookup/claims';
import type { UnitRange } from '@/lib/core/vip';

/** `unit_number` (one, or several parted by commas) and the VIP 3.0 pair of first and last apartment.
 *  Null where half of the pair is missing or a numeric pair runs backwards. */
export function readUnits(unitNumber: string, start: string, end: string): readonly UnitRange[] | null {
  const units: UnitRange[] = [];
  for (const part of unitNumber === '' ? [] : unitNumber.split(/[,;]/)) {
    const unit = part.trim();
    if (unit !== '') units.push({ start: unit, end: unit });
  }
  if (start === '' && end === '') return units;
  if (start === '' || end === '') return null;
  if (/^\d+$/.test(start) && /^\d+$/.test(end) && Number(end) < Number(start)) return null;
  return [...units, { start, end }];
}

/** True where the two name a unit in common, by the rule by which a look-up finds units. */
export function unitsMeet(a: readonly UnitRange[], b: readonly UnitRange[]): boolean {
  return a.some((one) =>
    b.some(
      (other) =>
        inRange(one.start, other) ||
        inRange(one.end, other) ||
        inRange(other.start, one) ||
        inRange(other.end, one),
    ),
  );
}

/** Equal for two spellings of one unit, as a look-up compares them: `4-b` and `04B` -> `4 B`. */
export function unitKey(unit: string): string {
  const pieces = unit.toUpperCase().match(/\d+|[A-Z]+/g) ?? [];
  return pieces.map((piece) => (/\d/.test(piece) ? String(Number(piece)) : piece)).join(' ');
}
