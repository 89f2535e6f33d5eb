// Owns what one column tells of groups of rows that stand below one value of another: that it stays the same in a group, that its order
// begins again with each, or that it is filled where one begins. Learned of a whole table, group by group; decides about no cell.

/** From `row` on, up to the next value of the grouped column, rows may be of another group. `to`: null for the end of the table. */
export interface Break {
  readonly row: number;
  readonly to: number | null;
}

/** Takes the cells of one column, trimmed, group by group. */
export interface Evidence {
  /** A row of the open group; the first one begins it. */
  readonly row: (cell: string, row: number, isFirst: boolean) => void;
  /** Once the group is over: the row of the next value. */
  readonly close: (to: number | null) => void;
  /** Where groups contradict what nearly all others say; [] where the column says nothing of groups. */
  readonly breaks: () => readonly Break[];
}

/** More than so many broken groups are not kept: no list has as many. */
const mostKept = 10_000;

/** One in ten groups may be broken, or one of few; where there are more, the column was never of the groups. */
const isFew = (broken: number, groups: number): boolean =>
  broken <= mostKept && broken <= Math.max(1, groups / 10);

function keep(broken: Break[], one: Break): void {
  if (broken.length <= mostKept) broken.push(one);
}

/** A ZIP, a ward, a place: the same in all rows of a group, and another in most of the next. */
export class StaysTheSame implements Evidence {
  #seen = new Set<string>();
  #last = '';
  #changes: number[] = [];
  #rows = 0;
  #isMixed = false;
  #before = '';
  #whole = 0;
  #mixed = 0;
  #groups = 0;
  #headChanges = 0;
  readonly #broken: Break[] = [];

  row(cell: string, row: number, isFirst: boolean): void {
    if (cell === '') return;
    if (isFirst && this.#before !== '' && cell !== this.#before) this.#headChanges++;
    this.#rows++;
    if (cell === this.#last || this.#isMixed) return;
    if (this.#seen.size > 0) this.#changes.push(row);
    // What comes back is mixed with the rest: no group that has lost its beginning looks so.
    if (this.#seen.has(cell) || this.#changes.length > 3) this.#isMixed = true;
    this.#seen.add(cell);
    this.#last = cell;
  }

  close(to: number | null): void {
    this.#groups++;
    if (this.#isMixed) this.#mixed++;
    else if (this.#changes.length > 0) keep(this.#broken, { row: this.#changes[0]!, to });
    else if (this.#rows > 1) this.#whole++;
    this.#before = this.#last;
    this.#seen = new Set();
    this.#last = '';
    this.#changes = [];
    this.#rows = 0;
    this.#isMixed = false;
  }

  breaks(): readonly Break[] {
    const broken = this.#broken.length;
    const isSame = this.#mixed === 0 && this.#whole >= 2 && this.#whole >= 4 * broken;
    return isSame && isFew(broken, this.#groups) && this.#headChanges >= Math.max(2, 2 * broken)
      ? this.#broken
      : [];
  }
}

/** Streets from A to Z, numbers from 1 on: the order of a group begins again with the next. */
export class BeginsAgain implements Evidence {
  /** The last values of the group that are not alike, the latest last. */
  #run: string[] = [];
  #before: string | null = null;
  /** A value lower than the one before it, and its row: a group that begins here, or one row that stands too low. */
  #candidate: { readonly above: string; readonly row: number } | null = null;
  #found: number | null = null;
  #ascents = 0;
  #descents = 0;
  #headRestarts = 0;
  #headOthers = 0;
  #groups = 0;
  readonly #broken: Break[] = [];

  row(cell: string, row: number, isFirst: boolean): void {
    if (cell === '') return;
    if (isFirst && this.#before !== null) {
      if (compare(cell, this.#before) < 0) this.#headRestarts++;
      else this.#headOthers++;
    }
    const [last] = this.#run.slice(-1);
    const order = last === undefined ? 0 : compare(cell, last);
    if (last !== undefined && order === 0) return;
    this.#settle(cell);
    if (last !== undefined && order > 0) this.#ascents++;
    if (last !== undefined && order < 0) {
      this.#descents++;
      const beforeLast = this.#run.at(-2);
      if (beforeLast === undefined || compare(cell, beforeLast) < 0) this.#candidate = { above: last, row };
    }
    this.#run = [...this.#run.slice(-1), cell];
  }

  close(to: number | null): void {
    this.#groups++;
    this.#settle(null);
    if (this.#found !== null) keep(this.#broken, { row: this.#found, to });
    this.#before = this.#run.at(-1) ?? this.#before;
    this.#found = null;
    this.#run = [];
  }

  /** The value behind a candidate goes on from there, and not from what stood before it. */
  #settle(next: string | null): void {
    const candidate = this.#candidate;
    this.#candidate = null;
    if (candidate === null || (next !== null && compare(next, candidate.above) >= 0)) return;
    this.#found ??= candidate.row;
  }

  breaks(): readonly Break[] {
    const isOrdered = this.#ascents >= leastAscents && this.#descents * 10 <= this.#ascents;
    const restarts = this.#headRestarts > 0 && this.#headRestarts >= 3 * this.#headOthers;
    return isOrdered && restarts && isFew(this.#broken.length, this.#groups) ? this.#broken : [];
  }
}

/** Fewer values that rise are no order. */
const leastAscents = 10;

function compare(a: string, b: string): number {
  if (/^\d{1,15}$/.test(a) && /^\d{1,15}$/.test(b)) return Number(a) - Number(b);
  const [one, two] = [a.toUpperCase(), b.toUpperCase()];
  return one < two ? -1 : one > two ? 1 : 0;
}

/** The name of the precinct, its place: filled where a group begins, and nowhere else. */
export class FilledAtFirst implements Evidence {
  #open: number | null = null;
  #firsts = 0;
  #groups = 0;
  #inside = 0;
  readonly #broken: Break[] = [];

  row(cell: string, row: number, isFirst: boolean): void {
    if (isFirst) this.#groups++;
    if (cell === '') return;
    if (isFirst) this.#firsts++;
    else {
      this.#inside++;
      this.#open ??= row;
    }
  }

  close(to: number | null): void {
    if (this.#open !== null) keep(this.#broken, { row: this.#open, to });
    this.#open = null;
  }

  breaks(): readonly Break[] {
    const isUsual = this.#firsts >= 2 && this.#firsts * 2 >= this.#groups;
    return isUsual && isFew(this.#inside, this.#firsts) ? this.#broken : [];
  }
}
