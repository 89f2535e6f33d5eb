// Owns what an office learns from a list that went live: what was put right in it, and what it changed of the list before. Pure: the
// lists come in, whatever their files were, with or without what was accepted or corrected in them.

import type { ListedDataset } from '@/lib/core/vip';
import { changesBetween } from './changes-between';
import type { Change, Fix, FixSource } from './fix';
import { placeRenamed, precinctRenamed, type Renamed, renamedBetween } from './list-terms';

/** Remembered of an office at most: corrections before what only another list changed, the latest first. */
const MOST_FIXES = 10_000;

/** Runs of addresses of one list at most. Of corrections, the first ones stand for all; a list that moves more without any is a new one,
 *  and the guards of the comparison look after that. */
const MOST_RUNS = { corrected: 5_000, list: 1_000 } as const;

/** One list that went live, with who made it so. */
export interface LiveList {
  readonly list: ListedDataset;
  /** Who approved it, and when it went live. */
  readonly by: string;
  readonly at: string;
  /** The same upload as it came, and who put right what in it; null: nothing was, or it is not known. */
  readonly corrected: {
    readonly uncorrected: ListedDataset;
    readonly by: string;
    readonly at: string;
  } | null;
  /** Whose late change it was that the list now says itself; null: nobody's. */
  readonly lateChange: (change: Change) => Omit<FixSource, 'how'> | null;
}

/** What is remembered once `next` is live. `previous`: what was live before it; null: nothing was. */
export function learnt(
  memory: readonly Fix[],
  previous: ListedDataset | null,
  { list, by, at, corrected, lateChange }: LiveList,
): readonly Fix[] {
  const known = previous === null ? memory : renamed(memory, renamedBetween(previous, list));
  const own =
    corrected === null
      ? []
      : changesIn(corrected.uncorrected, list, true).map((change): Fix => {
          return { change, source: { how: 'corrected', by: corrected.by, at: corrected.at } };
        });
  const other =
    previous === null
      ? []
      : changesIn(previous, list, false).map((change): Fix => {
          const late = lateChange(change);
          return { change, source: late === null ? { how: 'list', by, at } : { how: 'lateChange', ...late } };
        });
  return bounded([...own, ...other, ...known]);
}

/** Addresses are remembered where their precinct changes; where that votes is remembered of the precinct. */
function changesIn(before: ListedDataset, after: ListedDataset, isCorrected: boolean): readonly Change[] {
  const changes = changesBetween(before, after, { terms: 'after' });
  const runs = changes.filter(
    (change) => change.about === 'addresses' && change.before.precinct.key !== change.after.precinct.key,
  );
  const things = changes.filter(({ about }) => about !== 'addresses');
  if (isCorrected) return [...things, ...runs.slice(0, MOST_RUNS.corrected)];
  return runs.length > MOST_RUNS.list ? things : [...things, ...runs];
}

/** Each once, as it was said last; a correction stands before what the list says anyway. */
function bounded(fixes: readonly Fix[]): readonly Fix[] {
  const rank = ({ source }: Fix) => (source.how === 'list' ? 1 : 0);
  const sorted = [...fixes].sort(
    (a, b) => rank(a) - rank(b) || (a.source.at < b.source.at ? 1 : a.source.at > b.source.at ? -1 : 0),
  );
  const seen = new Set<string>();
  const once = sorted.filter(({ change }) => {
    const key = identityOf(change);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return once.slice(0, MOST_FIXES);
}

function identityOf(change: Change): string {
  const { about, before, after } = change;
  if (change.about !== 'addresses') {
    return JSON.stringify([about, change.subject.key, change.before.key, change.after.key]);
  }
  const { street, start, end, side, prefix, suffix, units } = change;
  return JSON.stringify([about, street, start, end, side, prefix, suffix, units, before, after]);
}

/** What is remembered, in the words of the list that is live now. */
function renamed(memory: readonly Fix[], names: Renamed): readonly Fix[] {
  if (names.places.size === 0 && names.precincts.size === 0) return memory;
  return memory.map(({ change, source }) => ({ change: changeRenamed(change, names), source }));
}

function changeRenamed(change: Change, names: Renamed): Change {
  if (change.about === 'addresses') {
    const answer = ({ precinct, place }: typeof change.before) => ({
      precinct: precinctRenamed(precinct, names),
      place: placeRenamed(place, names),
    });
    return { ...change, before: answer(change.before), after: answer(change.after) };
  }
  if (change.about === 'precinct') {
    return {
      ...change,
      subject: precinctRenamed(change.subject, names),
      before: placeRenamed(change.before, names),
      after: placeRenamed(change.after, names),
    };
  }
  // A place's own name and address are what is remembered of it: another one is a later change.
  return change.about === 'hours' ? { ...change, subject: placeRenamed(change.subject, names) } : change;
}
