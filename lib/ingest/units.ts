// Owns unit ranges: reading them, and whether two rows' units have one in common.

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
  const span = unitSpan({ start, end });
  if (span !== null && span.to < span.from) return null;
  return [...units, { start, end }];
}

/** A unit or range as a stretch on the number line, where all of it is one kind: `101`-`120`, `1a`-`9a`. */
export interface UnitSpan {
  /** What stands before and after the digits: units of different kinds never meet. */
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

const DESIGNATOR = /^(?:APARTMENT|APT|UNIT|STE|SUITE|NO|#)[\s.#]*(?=[A-Z0-9])/;
const NUMBERED = /^(\D*)(\d{1,9})(\D*)$/;

/** Null where the two ends are of different kinds (`1a` to `2b`), so that what lies between is not certain. */
export function unitSpan(range: UnitRange): UnitSpan | null {
  const start = plainUnit(range.start);
  const end = plainUnit(range.end);
  const from = NUMBERED.exec(start);
  const to = NUMBERED.exec(end);
  if (from === null || to === null) return start === end ? { kind: start, from: 0, to: 0 } : null;
  const kind = `${from[1]}0${from[3]}`;
  return kind === `${to[1]}0${to[3]}` ? { kind, from: Number(from[2]), to: Number(to[2]) } : null;
}

/** `Apt 4-B` -> `4B`: designators, blanks and signs say nothing about which unit it is. */
function plainUnit(unit: string): string {
  return unit
    .toUpperCase()
    .replace(DESIGNATOR, '')
    .replace(/[\s.#-]+/g, '');
}

/** True unless it is certain that the two have no unit in common. No units means all of them. */
export function unitsMeet(a: readonly UnitRange[], b: readonly UnitRange[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) => b.some((other) => rangesMeet(one, other)));
}

function rangesMeet(a: UnitRange, b: UnitRange): boolean {
  const one = unitSpan(a);
  const other = unitSpan(b);
  if (one === null || other === null) return true;
  return one.kind === other.kind && one.from <= other.to && other.from <= one.to;
}
