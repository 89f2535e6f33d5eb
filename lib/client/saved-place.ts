// Owns the note of a saved place: what was shown, and what it takes to check it again without the address. No part
// of the address is in it but the ZIP, without which a whole county would have to be read for one precinct.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { Shard } from '@/lib/core/lookup/shard';
import type { IsoDate } from '@/lib/core/vip';
import type { AllMessages } from '@/lib/messages/messages';
import type { Pointer, Sha256Hex } from '@/lib/release/format';
import type { Reader } from '@/lib/view/reader';
import { areSame, isOver, type SavedCheck, type ShownPlace, shownPlaces } from '@/lib/view/saved-place-view';
import { idsOf, type PrecinctKey, precinctStreets } from './precinct-streets';

/** Of a list, as far as a saved place needs it: all shards of a ZIP, or null where they cannot be had. */
export interface PlaceList {
  readonly pointer: Pick<Pointer, 'issuedAt' | 'notices'>;
  /** False where late changes may be missing from it: no network, or not confirmed for half an hour. */
  readonly isFresh: boolean;
  readonly shardsOf: (zip: string) => Promise<readonly Shard[] | null>;
}

/** `asOf`: the list that last said the same (ISO 8601, UTC). `streets`: see precinct-streets. */
export interface SavedPlace extends PrecinctKey {
  readonly version: 1;
  readonly zip: string;
  readonly streets: Sha256Hex;
  readonly electionDate: IsoDate;
  readonly shown: readonly ShownPlace[];
  readonly asOf: string;
}

/** An answer that can be saved: one precinct, a place, and an election to come. */
export function canBeSaved({
  kind,
  precincts,
  pollingLocations,
  election,
  understood,
}: LookupOutcome): boolean {
  const isSure = kind === 'found' && precincts.length === 1 && pollingLocations.length > 0;
  return isSure && election !== null && !election.over && understood.zip !== null;
}

/** The note; null where the answer cannot be found again in the list (a contradiction, or the list is gone). */
export async function savedPlaceOf(
  outcome: LookupOutcome,
  list: PlaceList,
  reader: Reader<AllMessages>,
): Promise<SavedPlace | null> {
  const { election, pollingLocations, notices, offices } = outcome;
  const { zip } = outcome.understood;
  const [precinct] = outcome.precincts;
  const [office] = offices;
  if (!canBeSaved(outcome) || !election || !precinct || !office || zip === null) return null;
  const key = {
    officeId: office.id,
    electionId: election.id,
    localityId: precinct.locality,
    precinctId: precinct.id,
  };
  const sets = await precinctStreets((await list.shardsOf(zip)) ?? [], key);
  const wanted = idsOf(pollingLocations).join();
  const own = sets.filter(({ places }) => idsOf(places).join() === wanted);
  const [only] = own;
  if (own.length !== 1 || !only) return null;
  return {
    version: 1,
    ...key,
    zip,
    streets: only.streets,
    electionDate: election.date,
    shown: shownPlaces(pollingLocations, election, notices, reader),
    asOf: list.pointer.issuedAt,
  };
}

/** What a list says of a saved place now. That nothing changed is said of a fresh list alone; a change is a change
 *  whatever the list's age. Never throws. */
export async function checkSavedPlace(
  saved: SavedPlace,
  list: PlaceList | null,
  reader: Reader<AllMessages>,
): Promise<SavedCheck> {
  if (isOver(saved.electionDate, reader.now)) return { kind: 'over' };
  const shards = list === null ? null : await list.shardsOf(saved.zip);
  // An older list than the one it was saved from would take back what has changed since.
  if (list === null || shards === null || list.pointer.issuedAt < saved.asOf) return { kind: 'unchecked' };
  const sets = await precinctStreets(shards, saved);
  const set = sets.find(({ streets }) => streets === saved.streets);
  if (set?.voting !== 'assigned' || set.places.length === 0) return { kind: 'gone' };
  const notices = list.pointer.notices.filter(({ officeId }) => officeId === saved.officeId);
  const shown = shownPlaces(set.places, { date: saved.electionDate }, notices, reader);
  if (!areSame(saved.shown, shown)) return { kind: 'changed', shown };
  return list.isFresh ? { kind: 'same', shown } : { kind: 'unchecked' };
}

/** A note as it was read; null for anything that is none of ours, or of another version. */
export function readSavedPlace(value: unknown): SavedPlace | null {
  const note = value as Partial<Record<keyof SavedPlace, unknown>> | null;
  if (typeof note !== 'object' || note?.version !== 1 || !Array.isArray(note.shown)) return null;
  const { officeId, electionId, localityId, precinctId, zip, streets, electionDate, asOf } = note;
  const texts = [officeId, electionId, localityId, precinctId, zip, streets, electionDate, asOf];
  const isWhole = texts.every((text) => typeof text === 'string') && note.shown.every(isShownPlace);
  return isWhole ? (note as SavedPlace) : null;
}

function isShownPlace(value: unknown): value is ShownPlace {
  const place = value as Partial<Record<keyof ShownPlace, unknown>> | null;
  return typeof place?.name === 'string' && Array.isArray(place.lines);
}
