// Owns cutting the units of one building into pieces that no row divides further, so that 1-5 and 6-10 are the same as
// 1-10. Orders units as the look-up does (lib/core/lookup/claims). Knows no numbers of houses.

import type { UnitRange } from '@/lib/core/vip';

/** A piece: one unit (`start` = `end`), or all units between two that are named. */
export interface UnitAtom {
  readonly start: string;
  readonly end: string;
}

type Piece = number | string;

interface Point {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly shape: string;
}

/** The pieces that some of `ranges` names, in order, and which of them a range holds. */
export interface UnitCut {
  readonly atoms: readonly UnitAtom[];
  readonly held: (range: UnitRange) => readonly number[];
}

/** Cut the units of all rows at one house number. O(n log n) in the number of ranges. */
export function cutUnits(ranges: readonly UnitRange[]): UnitCut {
  const points = sortedPoints(ranges.flatMap(({ start, end }) => [start, end]));
  const atoms: UnitAtom[] = [];
  const indexOf = new Map<string, number>();
  for (const [at, point] of points.entries()) {
    const before = points[at - 1];
    if (before !== undefined && before.shape === point.shape && !isNext(before, point)) {
      atoms.push(between(before, point));
    }
    indexOf.set(keyOf(point), atoms.length);
    atoms.push({ start: point.text, end: point.text });
  }
  return { atoms, held: (range) => heldBy(range, indexOf) };
}

/** Both ends, and what lies between where they are of one make: B is not in 1-10. */
function heldBy({ start, end }: UnitRange, indexOf: ReadonlyMap<string, number>): readonly number[] {
  const [first, last] = [pointOf(start), pointOf(end)];
  const from = indexOf.get(keyOf(first));
  const to = indexOf.get(keyOf(last));
  if (from === undefined || to === undefined) return [];
  if (first.shape !== last.shape || from > to) return [...new Set([from, to])];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function sortedPoints(units: readonly string[]): readonly Point[] {
  const byKey = new Map<string, Point>();
  for (const unit of units) {
    const point = pointOf(unit);
    if (!byKey.has(keyOf(point))) byKey.set(keyOf(point), point);
  }
  return [...byKey.values()].sort(comparePoints);
}

/** Blanks, hyphens, case and leading zeros carry no meaning: `4-b` and `04B` are one. */
function pointOf(text: string): Point {
  const found = text.toUpperCase().match(/\d+|[A-Z]+/g) ?? [];
  const pieces = found.map((piece) => (/\d/.test(piece) ? Number(piece) : piece));
  const shape = pieces.map((piece) => (typeof piece === 'number' ? '9' : 'A')).join('');
  return { text, pieces, shape };
}

function keyOf({ pieces }: Point): string {
  return pieces.join(' ');
}

function comparePoints(a: Point, b: Point): number {
  if (a.shape !== b.shape) return a.shape < b.shape ? -1 : 1;
  for (const [at, left] of a.pieces.entries()) {
    const right = b.pieces[at] ?? '';
    if (left === right) continue;
    if (typeof left === 'string' && typeof right === 'string' && left.length !== right.length) {
      return left.length - right.length;
    }
    return left < right ? -1 : 1;
  }
  return 0;
}

/** Nothing lies between: 5 and 6, A and B, 12C and 12D. */
function isNext(a: Point, b: Point): boolean {
  const last = a.pieces.length - 1;
  if (a.pieces.slice(0, last).join(' ') !== b.pieces.slice(0, last).join(' ')) return false;
  const [left, right] = [a.pieces[last], b.pieces[last]];
  if (typeof left === 'number' && typeof right === 'number') return right === left + 1;
  return typeof left === 'string' && typeof right === 'string' && nextLetters(left) === right;
}

/** 1 and 5 -> 2 to 4; `12B` and `20A`, between which lies no unit that can be named, -> after 12B to before 20A. */
function between(a: Point, b: Point): UnitAtom {
  const [left, right] = [a.pieces[0], b.pieces[0]];
  if (a.pieces.length === 1 && typeof left === 'number' && typeof right === 'number') {
    return { start: String(left + 1), end: String(right - 1) };
  }
  return { start: `after ${a.text}`, end: `before ${b.text}` };
}

/** `A` -> `B`, `AZ` -> `BA`, `Z` -> `AA`. */
function nextLetters(letters: string): string {
  const head = letters.slice(0, -1);
  const code = letters.charCodeAt(letters.length - 1);
  if (code < 90) return head + String.fromCharCode(code + 1);
  return head === '' ? 'AA' : `${nextLetters(head)}A`;
}

/** `1-10, 12`; gaps between named units read `between 12 and 20`. */
export function unitsText(atoms: readonly UnitAtom[], indexes: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    const isGapOrFollows = last !== undefined && index === last.to + 1;
    if (last !== undefined && isGapOrFollows && isSameMake(atoms[last.to], atoms[index])) last.to = index;
    else runs.push({ from: index, to: index });
  }
  return runs.map(({ from, to }) => runText(atoms[from]?.start ?? '', atoms[to]?.end ?? '')).join(', ');
}

function runText(start: string, end: string): string {
  if (start === end) return start;
  return start.startsWith('after ') || end.startsWith('before ') ? `${start}, ${end}` : `${start}-${end}`;
}

function isSameMake(a: UnitAtom | undefined, b: UnitAtom | undefined): boolean {
  const make = (atom: UnitAtom | undefined) =>
    pointOf((atom?.end ?? '').replace(/^(before|after) /, '')).shape;
  return make(a) === make(b);
}
