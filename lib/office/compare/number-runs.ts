// Owns the arithmetic of house numbers on one street: for every number, side, way of writing it and unit, what either list
// answers, as a look-up would (lib/core/lookup/claims: a prefix, suffix or unit that is named beats a row without). Runs
// of numbers come out, as few as there can be; no number is looked at alone.

import type { OddEvenBoth, UnitRange } from '@/lib/core/vip';
import { cutUnits, unitsText } from './unit-atoms';

/** One row of a street, on either list. `destination`: equal where the answer is. */
export interface StreetRow {
  readonly isDraft: boolean;
  readonly start: number;
  readonly end: number;
  readonly side: OddEvenBoth;
  /** Upper case, without the hyphen behind it; '' for none. */
  readonly prefix: string;
  readonly suffix: string;
  readonly units: readonly UnitRange[];
  readonly destination: number;
  /** Of its list: position among its rows. */
  readonly index: number;
}

/** Numbers whose answer changes. Destinations: sorted, none where a list has nothing, several where it contradicts itself. */
export interface NumberChange {
  readonly start: number;
  readonly end: number;
  readonly side: OddEvenBoth;
  readonly prefix: string;
  readonly suffix: string;
  readonly units: string | null;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly liveRow: StreetRow | null;
  readonly draftRow: StreetRow | null;
}

/** Everything on one street that changes, the lowest number first. O(n log n) in its rows; buildings split into units
 *  cost their units again at each cut. */
export function numberChanges(rows: readonly StreetRow[]): readonly NumberChange[] {
  const forms = new Map(rows.map((row) => [`${row.prefix}\t${row.suffix}`, row]));
  const changes: NumberChange[] = [];
  for (const { prefix, suffix } of forms.values()) {
    const form = { prefix, suffix };
    const candidates = forms.size === 1 ? rows : rows.filter((row) => mayAnswer(row, form));
    changes.push(...joinSides(sideChanges(candidates, form, 1), sideChanges(candidates, form, 0)));
  }
  return changes;
}

interface Form {
  readonly prefix: string;
  readonly suffix: string;
}

/** Rows without prefix or suffix answer for numbers that have one, but not for those of a block (`12-34`). */
function mayAnswer(row: StreetRow, { prefix, suffix }: Form): boolean {
  const isPrefixed = row.prefix === prefix || (row.prefix === '' && !/^\d+$/.test(prefix));
  return isPrefixed && (row.suffix === suffix || row.suffix === '');
}

const isOwn = (row: StreetRow, { prefix, suffix }: Form): boolean =>
  row.prefix === prefix && row.suffix === suffix;

interface SideRow {
  readonly row: StreetRow;
  readonly first: number;
  readonly last: number;
}

/** The runs of one side, joined where they touch and go the same way. */
function sideChanges(rows: readonly StreetRow[], form: Form, odd: 0 | 1): readonly NumberChange[] {
  const own = onSide(rows, odd);
  const starts = [...own].sort((a, b) => a.first - b.first);
  const ends = [...own].sort((a, b) => a.last - b.last);
  const cuts = [...new Set(own.flatMap(({ first, last }) => [first, last + 2]))].sort((a, b) => a - b);
  const active = new ActiveRows(form);
  const runs = new Runs(form, odd === 1 ? 'odd' : 'even');
  let [opened, closed] = [0, 0];
  for (const [at, cut] of cuts.entries()) {
    for (; (ends[closed]?.last ?? Number.POSITIVE_INFINITY) < cut; closed++) active.remove(ends[closed]!.row);
    for (; (starts[opened]?.first ?? Number.POSITIVE_INFINITY) <= cut; opened++) {
      active.add(starts[opened]!.row);
    }
    const end = (cuts[at + 1] ?? cut) - 2;
    if (end >= cut && active.hasOwn) for (const change of active.changes()) runs.add(cut, end, change);
  }
  return runs.all;
}

function onSide(rows: readonly StreetRow[], odd: 0 | 1): readonly SideRow[] {
  const other = odd === 1 ? 'even' : 'odd';
  const found: SideRow[] = [];
  for (const row of rows) {
    const first = row.start % 2 === odd ? row.start : row.start + 1;
    const last = row.end % 2 === odd ? row.end : row.end - 1;
    if (row.side !== other && first <= last) found.push({ row, first, last });
  }
  return found;
}

/** What either list says of one run, or of some units in it. */
interface Answers {
  readonly units: string | null;
  readonly from: Answer;
  readonly to: Answer;
}

interface Answer {
  readonly destinations: readonly number[];
  readonly row: StreetRow | null;
}

const NOTHING: Answer = { destinations: [], row: null };

/** Rows that hold the run being looked at: those without units by rank and destination, those with units as they are. */
class ActiveRows {
  readonly #form: Form;
  readonly #whole = [new RankedRows(), new RankedRows()] as const;
  readonly #withUnits = new Set<StreetRow>();
  #own = 0;

  constructor(form: Form) {
    this.#form = form;
  }

  /** Whether a row names this very form: else its numbers are those of another form's runs. */
  get hasOwn(): boolean {
    return this.#own > 0;
  }

  add(row: StreetRow): void {
    if (isOwn(row, this.#form)) this.#own += 1;
    if (row.units.length > 0) this.#withUnits.add(row);
    else this.#whole[row.isDraft ? 1 : 0].add(row);
  }

  remove(row: StreetRow): void {
    if (isOwn(row, this.#form)) this.#own -= 1;
    if (row.units.length > 0) this.#withUnits.delete(row);
    else this.#whole[row.isDraft ? 1 : 0].remove(row);
  }

  /** Where the two lists differ; units that differ as the whole building does are not listed apart. */
  changes(): readonly Answers[] {
    const [live, draft] = this.#whole;
    const whole: Answers = { units: null, from: live.best(), to: draft.best() };
    const isChanged = !isSame(whole.from, whole.to);
    if (this.#withUnits.size === 0) return isChanged ? [whole] : [];
    const apart = this.#unitChanges(whole);
    const isPartial = apart.some(({ isAsWhole }) => !isAsWhole);
    const listed = apart.filter(({ answers, isAsWhole }) => !isAsWhole && !isSame(answers.from, answers.to));
    const others = isChanged ? [{ ...whole, units: isPartial ? 'other units' : null }] : [];
    return [...others, ...listed.map(({ answers }) => answers)];
  }

  #unitChanges(whole: Answers): readonly { readonly answers: Answers; readonly isAsWhole: boolean }[] {
    const rows = [...this.#withUnits];
    const { atoms, held } = cutUnits(rows.flatMap(({ units }) => units));
    const named = atoms.map(() => [[], []] as [StreetRow[], StreetRow[]]);
    for (const row of rows) {
      for (const atom of new Set(row.units.flatMap(held))) named[atom]![row.isDraft ? 1 : 0].push(row);
    }
    const groups = new Map<string, { atoms: number[]; from: Answer; to: Answer }>();
    for (const [atom, [live, draft]] of named.entries()) {
      const from = live.length === 0 ? whole.from : this.#whole[0].best(live);
      const to = draft.length === 0 ? whole.to : this.#whole[1].best(draft);
      const key = `${from.destinations.join()} ${to.destinations.join()}`;
      const group = groups.get(key) ?? { atoms: [], from, to };
      groups.set(key, group);
      group.atoms.push(atom);
    }
    return [...groups.values()].map(({ atoms: indexes, from, to }) => ({
      answers: { units: unitsText(atoms, indexes), from, to },
      isAsWhole: isSame(from, whole.from) && isSame(to, whole.to),
    }));
  }
}

function isSame(a: Answer, b: Answer): boolean {
  return a.destinations.join() === b.destinations.join();
}

/** Rows of one list by how exactly they name a number (rank), then by destination. */
class RankedRows {
  readonly #ranks = [0, 1, 2, 3].map(() => new Map<number, Set<StreetRow>>());

  add(row: StreetRow): void {
    const rank = this.#ranks[rankOf(row)]!;
    const rows = rank.get(row.destination) ?? new Set();
    rank.set(row.destination, rows.add(row));
  }

  remove(row: StreetRow): void {
    const rank = this.#ranks[rankOf(row)]!;
    const rows = rank.get(row.destination);
    rows?.delete(row);
    if (rows?.size === 0) rank.delete(row.destination);
  }

  /** What the most exact rows say; `unitRows` name the unit outright, which counts for more within a rank. */
  best(unitRows: readonly StreetRow[] = []): Answer {
    const top = unitRows.length === 0 ? -1 : Math.max(...unitRows.map(rankOf));
    for (let rank = 3; rank > top; rank--) {
      const found = this.#ranks[rank]!;
      if (found.size > 0) return answerOf([...found].map(([to, rows]) => [to, firstOf(rows)]));
    }
    const exact = unitRows.filter((row) => rankOf(row) === top);
    return exact.length === 0 ? NOTHING : answerOf(exact.map((row) => [row.destination, row]));
  }
}

function rankOf({ prefix, suffix }: StreetRow): number {
  return (prefix === '' ? 0 : 2) + (suffix === '' ? 0 : 1);
}

function answerOf(found: readonly (readonly [destination: number, row: StreetRow | null])[]): Answer {
  const destinations = [...new Set(found.map(([destination]) => destination))].sort((a, b) => a - b);
  return { destinations, row: found[0]?.[1] ?? null };
}

function firstOf<Value>(values: ReadonlySet<Value>): Value | null {
  for (const value of values) return value;
  return null;
}

interface OpenRun extends NumberChange {
  end: number;
}

/** Changes of one side, a run being one with the run before where it goes the same way. */
class Runs {
  readonly all: OpenRun[] = [];
  readonly #form: Form;
  readonly #side: 'odd' | 'even';
  readonly #last = new Map<string, OpenRun>();

  constructor(form: Form, side: 'odd' | 'even') {
    this.#form = form;
    this.#side = side;
  }

  add(start: number, end: number, { units, from, to }: Answers): void {
    const key = wayOf({ units, from: from.destinations, to: to.destinations });
    const last = this.#last.get(key);
    if (last !== undefined && last.end + 2 === start) {
      last.end = end;
      return;
    }
    const run: OpenRun = {
      start,
      end,
      side: this.#side,
      ...this.#form,
      units,
      from: from.destinations,
      to: to.destinations,
      liveRow: from.row,
      draftRow: to.row,
    };
    this.#last.set(key, run);
    this.all.push(run);
  }
}

function wayOf({ units, from, to }: Pick<NumberChange, 'units' | 'from' | 'to'>): string {
  return [from.join(), to.join(), units ?? '-'].join(' ');
}

/** Odd and even runs side by side that go the same way are one: 1-99 odd and 2-98 even are 1-99. */
function joinSides(odd: readonly NumberChange[], even: readonly NumberChange[]): readonly NumberChange[] {
  const left = new Map(even.map((run) => [`${run.start} ${wayOf(run)}`, run]));
  const joined = odd.map((run): NumberChange => {
    for (const start of [run.start - 1, run.start + 1]) {
      const key = `${start} ${wayOf(run)}`;
      const twin = left.get(key);
      if (twin === undefined || Math.abs(twin.end - run.end) !== 1) continue;
      left.delete(key);
      const bounds = { start: Math.min(run.start, start), end: Math.max(run.end, twin.end) };
      return { ...run, ...bounds, side: 'both' };
    }
    return run;
  });
  return [...joined, ...left.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
