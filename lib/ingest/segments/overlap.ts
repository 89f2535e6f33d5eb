// Owns the finding of overlaps among ranges of one street: a sweep, since a pair-by-pair comparison of the
// thousands of ranges that some files have for one street would take minutes. Knows numbers only.

/** Ranges of one street, as parallel columns. Ranges meet where they share a number of one parity. */
export interface Ranges {
  readonly start: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  /** 0 both sides, 1 odd, 2 even. */
  readonly side: ArrayLike<number>;
  /** Equal where two ranges lead to the same answer. */
  readonly answer: ArrayLike<number>;
}

/** For each range one other that it overlaps, -1 for none: `other` leads elsewhere, `same` to the same answer. */
export interface Partners {
  readonly other: Int32Array;
  readonly same: Int32Array;
}

/** Notes the overlaps among the ranges at `members`, in `partners`. O(n log n) in their number. */
export function findOverlaps(ranges: Ranges, members: Int32Array, partners: Partners): void {
  for (const odd of [1, 0]) sweep(sideOf(ranges, members, odd), ranges.answer, partners);
}

/** One side of the street: ranges cut to the numbers of that parity, sorted by their first one. */
interface Side {
  readonly index: readonly number[];
  readonly first: Int32Array;
  readonly last: Int32Array;
}

// No function is made in here: it runs twice for each of a hundred thousand streets.
function sideOf({ start, end, side }: Ranges, members: Int32Array, odd: number): Side {
  const otherSide = odd === 1 ? 2 : 1;
  const entries: number[] = [];
  for (const i of members) {
    if (side[i] === otherSide || firstOfSide(start[i]!, odd) > lastOfSide(end[i]!, odd)) continue;
    entries.push(i);
  }
  if (entries.length > 1) sortByStart(entries, start, odd);
  const first = new Int32Array(entries.length);
  const last = new Int32Array(entries.length);
  for (let at = 0; at < entries.length; at++) {
    first[at] = firstOfSide(start[entries[at]!]!, odd);
    last[at] = lastOfSide(end[entries[at]!]!, odd);
  }
  return { index: entries, first, last };
}

function sortByStart(entries: number[], start: ArrayLike<number>, odd: number): void {
  for (let at = 1; at < entries.length; at++) {
    if (firstOfSide(start[entries[at]!]!, odd) >= firstOfSide(start[entries[at - 1]!]!, odd)) continue;
    // Not in order yet. Files most often are.
    entries.sort((a, b) => firstOfSide(start[a]!, odd) - firstOfSide(start[b]!, odd) || a - b);
    return;
  }
}

function firstOfSide(number: number, odd: number): number {
  return number % 2 === odd ? number : number + 1;
}

function lastOfSide(number: number, odd: number): number {
  return number % 2 === odd ? number : number - 1;
}

function sweep(side: Side, answer: ArrayLike<number>, partners: Partners): void {
  if (side.index.length < 2) return;
  sweepEarlier(side, answer, partners);
  sweepLater(side, answer, partners);
}

interface Reach {
  readonly index: number;
  readonly last: number;
  readonly answer: number;
}

/** Partners that begin no later. Of those that lead elsewhere it is enough to know the one that reaches
 *  farthest, and for ranges with its own answer the farthest with another. */
function sweepEarlier(
  { index, first, last }: Side,
  answer: ArrayLike<number>,
  { other, same }: Partners,
): void {
  let farthest: Reach | null = null;
  let runnerUp: Reach | null = null;
  const farthestOf = new Map<number, Reach>();
  for (let i = 0; i < index.length; i++) {
    const reach: Reach = { index: index[i]!, last: last[i]!, answer: answer[index[i]!]! };
    const elsewhere: Reach | null = farthest?.answer === reach.answer ? runnerUp : farthest;
    if (elsewhere !== null && elsewhere.last >= first[i]!) note(other, reach.index, elsewhere.index);
    const alike = farthestOf.get(reach.answer);
    if (alike !== undefined && alike.last >= first[i]!) note(same, reach.index, alike.index);
    if (alike === undefined || reach.last > alike.last) farthestOf.set(reach.answer, reach);
    if (farthest === null || reach.last > farthest.last) {
      if (farthest !== null && farthest.answer !== reach.answer) runnerUp = farthest;
      farthest = reach;
    } else if (reach.answer !== farthest.answer && (runnerUp === null || reach.last > runnerUp.last)) {
      runnerUp = reach;
    }
  }
}

/** Partners that begin no earlier: sorted as they are, the next one of each kind is the nearest. */
function sweepLater(
  { index, first, last }: Side,
  answer: ArrayLike<number>,
  { other, same }: Partners,
): void {
  let next = -1;
  let nextElsewhere = -1;
  const nextOf = new Map<number, number>();
  for (let i = index.length - 1; i >= 0; i--) {
    const own = answer[index[i]!]!;
    // `next` is the entry behind this one, `nextElsewhere` the nearest behind that with another answer than it.
    const elsewhere = next >= 0 && answer[index[next]!] !== own ? next : nextElsewhere;
    if (elsewhere >= 0 && first[elsewhere]! <= last[i]!) note(other, index[i]!, index[elsewhere]!);
    const alike = nextOf.get(own);
    if (alike !== undefined && first[alike]! <= last[i]!) note(same, index[i]!, index[alike]!);
    nextOf.set(own, i);
    nextElsewhere = elsewhere;
    next = i;
  }
}

function note(partners: Int32Array, index: number, partner: number): void {
  if (partners[index] === -1) partners[index] = partner;
}
