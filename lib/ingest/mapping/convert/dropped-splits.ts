// Owns the question whether parts of precincts, which a table of streets names and no list of places does, may say where somebody votes: then
// nobody may be sent anywhere by the precinct alone. Where the list has one place for all of the precinct, they are left out, and it is told.

import type { ProblemLog, Where } from '../../problems/problem';
import type { OfficeRow } from './office-rows';

/** What the lists of places say once all of them are read. */
export interface ListedPrecincts {
  /** Id of the precinct that the code means; null for none, or for several. */
  readonly find: (code: string) => string | null;
  /** How many places the precinct has; null: not known. */
  readonly placesOf: (id: string) => number | null;
}

/** Takes the rows of one table of streets. */
export class DroppedSplits {
  /** Precinct -> part -> where it stands first. */
  readonly #parts = new Map<string, Map<string, Where>>();

  note(row: OfficeRow): void {
    const code = row.text('precinctId') || row.text('precinctName');
    if (code === '') return;
    const known = this.#parts.get(code) ?? new Map<string, Where>();
    const part = row.text('precinctSplit');
    if (!known.has(part)) known.set(part, row.where('precinctSplit'));
    this.#parts.set(code, known);
  }

  report(listed: ListedPrecincts, log: ProblemLog): void {
    let first: Where | undefined;
    for (const [code, parts] of this.#parts) {
      const id = listed.find(code);
      for (const [part, at] of parts) {
        if (part === '' || id === null) continue;
        first ??= at;
        const fault = mayVoteElsewhere(part, { code, id, parts }, listed);
        if (fault === null) continue;
        log.report('splits-not-in-places', at, fault);
        return;
      }
    }
    if (first !== undefined) log.report('splits-left-out', first);
  }
}

interface Listed {
  readonly code: string;
  readonly id: string;
  readonly parts: ReadonlyMap<string, Where>;
}

/** A sentence; null where the precinct alone says where all of it votes. */
function mayVoteElsewhere(part: string, { code, id, parts }: Listed, listed: ListedPrecincts): string | null {
  // A ward, and the number of a precinct in it: the list may mean either.
  const other = listed.find(part);
  if (other !== null && other !== id)
    return `Precinct ${code} has the part ${part}, and the list has a precinct ${other}.`;
  const places = listed.placesOf(id);
  if (parts.size < 2 || places === 1 || places === 0) return null;
  return `Precinct ${code} has ${parts.size} parts, and ${places ?? 'perhaps several'} places.`;
}
