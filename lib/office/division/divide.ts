// Owns the division of what was read of a state's one file: a dataset, the problems and the counts of each office, and which parts go no further.
// Pure; stores nothing.

import type { Dataset, Locality } from '@/lib/core/vip';
import { deskOfficeOf } from '@/lib/ingest/desk-office';
import type { Problem } from '@/lib/ingest/problems/problem';
import { splitByOffice } from '@/lib/ingest/split-by-office';
import { factsOf } from '../drafts/facts-of';
import type { Office } from '../offices/office';
import type { DivisionPart, KeptBack } from './division';

export interface DividedPart extends Pick<DivisionPart, 'officeId' | 'name' | 'keptBack'> {
  readonly dataset: Dataset;
  /** Those of its own rows; what concerns the file, or a place, is nobody's. */
  readonly problems: readonly Problem[];
  readonly facts: ReturnType<typeof factsOf>;
}

export interface Divided {
  readonly parts: readonly DividedPart[];
  readonly unassigned: readonly string[];
}

/** null: it is one office's. `localityIds`: of each problem, in their order (lib/ingest/problems-by-office). */
export function divide(
  dataset: Dataset,
  problems: readonly Problem[],
  localityIds: readonly (string | null)[],
  offices: readonly Office[],
): Divided | null {
  const nameOffice = deskOfficeOf(offices, dataset.state.abbreviation);
  const { parts, unassigned } = splitByOffice(dataset, { nameOffice });
  if (parts.length < 2) return null;
  const known = new Set(offices.filter(({ kind }) => kind !== 'state').map(({ id }) => id));
  return {
    parts: parts.map(({ dataset: own, isEmpty }): DividedPart => {
      const ids = new Set(own.localities.map(({ id }) => id));
      const found = problems.filter((_, index) => ids.has(localityIds[index] ?? ''));
      const keptBack: KeptBack | null = isEmpty ? 'empty' : known.has(own.officeId) ? null : 'unknownOffice';
      return {
        officeId: own.officeId,
        name: namesOf(own.localities),
        keptBack,
        dataset: own,
        problems: found,
        facts: factsOf(own.election, countsOf(own, found)),
      };
    }),
    unassigned: unassigned.map(({ name }) => name),
  };
}

/** `Oak`, `Elm and Fir`. */
function namesOf(localities: readonly Locality[]): string {
  const names = localities.map(({ name }) => name);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function countsOf(dataset: Dataset, problems: readonly Problem[]): Parameters<typeof factsOf>[1] {
  const of = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity);
  const setAside = new Set(of('error').map(({ file, row }) => `${file}\n${row}`)).size;
  return {
    rowsIn: dataset.streetSegments.length + setAside,
    rowsSetAside: setAside,
    segments: dataset.streetSegments.length,
    precincts: dataset.precincts.length,
    pollingLocations: dataset.pollingLocations.length,
    fatals: of('fatal').length,
    errors: of('error').length,
    conflicts: of('conflict').length,
    warnings: of('warning').length,
  };
}
