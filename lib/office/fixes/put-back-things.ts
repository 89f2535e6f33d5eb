// Owns putting back where a precinct votes, what a place is called and where it lies, when it is open, and whom voters call: as the live list says
// it, in the new list's own rows. Pure.

import type { Dataset, HoursOpen, ListedDataset, PollingLocation, Precinct } from '@/lib/core/vip';
import { groupBy } from '@/lib/ingest/group-by';
import { contactFields, officesOf } from '../compare/contact-changes';
import { isSameAddress, matchPlaces, placeText } from '../compare/match-places';
import type { ThingChange } from './fix';
import type { ListTerms } from './list-terms';

/** What cannot be found on both lists stays as it is. O(precincts + places + changes). */
export function withThingsOf(
  live: ListedDataset,
  draft: Dataset,
  changes: readonly ThingChange[],
  terms: ListTerms,
): Dataset {
  const byKind = groupBy(changes, ({ about }) => about);
  const of = (about: ThingChange['about']) => byKind.get(about) ?? [];
  // Places are found by what they are called: their own change comes last.
  const voting = withPlacesOfPrecincts(live, draft, of('precinct'), terms);
  const open = withHours(live, voting, of('hours'));
  return withContacts(live, withNames(live, open, of('place')), of('contact'));
}

function withPlacesOfPrecincts(
  live: ListedDataset,
  draft: Dataset,
  changes: readonly ThingChange[],
  { beforeOf, afterOf, answerOf }: ListTerms,
): Dataset {
  if (changes.length === 0) return draft;
  const wanted = new Set(changes.map(({ subject }) => subject.key));
  const keyed = <Row>(rows: readonly Row[], keyOf: (row: Row) => number) =>
    groupBy(
      rows.flatMap((row) => {
        const { key } = answerOf([keyOf(row)]).precinct;
        return wanted.has(key) ? [{ key, row }] : [];
      }),
      ({ key }) => key,
    );
  const own = ({ id }: Precinct) => ({ precinctId: id, precinctSplitId: null });
  const split = ({ id, precinctId }: Dataset['precinctSplits'][number]) => ({
    precinctId,
    precinctSplitId: id,
  });
  const precincts = keyed(live.precincts, (row) => beforeOf(own(row)));
  const splits = keyed(live.precinctSplits, (row) => beforeOf(split(row)));
  const places = placesFrom(live, draft);
  const only = <Row>(rows: readonly { readonly row: Row }[] | undefined): Row | null =>
    rows?.length === 1 ? (rows[0]?.row ?? null) : null;
  return {
    ...draft,
    precincts: draft.precincts.map((row) => {
      const was = only(precincts.get(answerOf([afterOf(own(row))]).precinct.key));
      if (was === null) return row;
      const { isMailOnly, isNotVoting, usesVoteCenters } = was;
      const pollingLocationIds = places.idsFor(was.pollingLocationIds, row.pollingLocationIds);
      return { ...row, pollingLocationIds, isMailOnly, isNotVoting, usesVoteCenters };
    }),
    precinctSplits: draft.precinctSplits.map((row) => {
      const was = only(splits.get(answerOf([afterOf(split(row))]).precinct.key));
      if (was === null) return row;
      return { ...row, pollingLocationIds: places.idsFor(was.pollingLocationIds, row.pollingLocationIds) };
    }),
    pollingLocations: places.all(),
  };
}

/** Places of the live list as the draft has them; one that it lacks is brought along. */
function placesFrom(live: ListedDataset, draft: Dataset) {
  const { pairs, liveKeys } = matchPlaces(live, draft);
  const pairOf = new Map(pairs.map((pair) => [pair.key, pair]));
  const liveById = new Map(live.pollingLocations.map((place) => [place.id, place]));
  const own = new Map(draft.pollingLocations.map((place) => [place.id, place]));
  const brought = new Map<string, PollingLocation>();
  const bring = (place: PollingLocation): string => {
    const known = brought.get(placeText(place));
    if (known !== undefined) return known.id;
    let id = place.id;
    for (let number = 1; own.has(id); number++) id = `put-back-${number}-${place.id}`;
    const hours = hoursOn(place.hours, live.election.date, draft.election.date);
    const made = { ...place, id, hours };
    own.set(id, made);
    brought.set(placeText(place), made);
    return id;
  };
  const isOfTheDay = (place: PollingLocation | undefined): place is PollingLocation =>
    place !== undefined && !place.isDropBox && !place.isEarlyVoting;
  return {
    /** Those of election day as they are live; sites of other days as the draft has them. */
    idsFor: (liveIds: readonly string[], draftIds: readonly string[]): readonly string[] => {
      const day = liveIds.flatMap((id) => {
        const place = liveById.get(id);
        if (!isOfTheDay(place)) return [];
        return [pairOf.get(liveKeys.get(id) ?? '')?.draft?.id ?? bring(place)];
      });
      return [...new Set([...day, ...draftIds.filter((id) => !isOfTheDay(own.get(id)))])];
    },
    all: (): readonly PollingLocation[] => [...own.values()],
  };
}

/** Hours of one election for another one's day; null where they name days that the other one has not. */
function hoursOn(hours: HoursOpen | null, from: string, to: string): HoursOpen | null {
  if (hours === null || from === to) return hours;
  const day = (date: string | null) => (date === from ? to : date);
  const isOfTheDay = hours.schedules.every(({ startDate, endDate }) =>
    [startDate, endDate].every((date) => date === null || date === from),
  );
  if (!isOfTheDay) return null;
  const schedules = hours.schedules.map((schedule) => ({
    ...schedule,
    startDate: day(schedule.startDate),
    endDate: day(schedule.endDate),
  }));
  return { ...hours, schedules };
}

function withHours(live: ListedDataset, draft: Dataset, changes: readonly ThingChange[]): Dataset {
  if (changes.length === 0) return draft;
  const wanted = new Set(changes.map(({ subject }) => subject.key));
  const hours = new Map<string, HoursOpen | null>();
  for (const { live: was, draft: is } of matchPlaces(live, draft).pairs) {
    if (was === null || is === null || !wanted.has(placeText(was))) continue;
    const isSite = was.isDropBox || was.isEarlyVoting;
    const told = was.hours ?? (isSite ? null : live.election.hours);
    hours.set(placeText(is), hoursOn(told, live.election.date, draft.election.date));
  }
  return {
    ...draft,
    pollingLocations: draft.pollingLocations.map((place) => {
      const own = hours.get(placeText(place));
      return own === undefined ? place : { ...place, hours: own };
    }),
  };
}

function withNames(live: ListedDataset, draft: Dataset, changes: readonly ThingChange[]): Dataset {
  if (changes.length === 0) return draft;
  const right = new Map(live.pollingLocations.map((place) => [placeText(place), place]));
  const byWrong = new Map(changes.map(({ before, after }) => [after.key, right.get(before.key)]));
  return {
    ...draft,
    pollingLocations: draft.pollingLocations.map((place) => {
      const was = byWrong.get(placeText(place));
      if (was === undefined) return place;
      const { name, line1, line2, line3, city, state, zip } = was;
      const latLng = isSameAddress(was, place) ? place.latLng : was.latLng;
      return { ...place, name, line1, line2, line3, city, state, zip, latLng };
    }),
  };
}

function withContacts(live: ListedDataset, draft: Dataset, changes: readonly ThingChange[]): Dataset {
  if (changes.length === 0) return draft;
  const [before, after] = [officesOf(live), officesOf(draft)];
  const offices = new Map(draft.electionAdministrations.map((office) => [office.id, office]));
  for (const [key, { office: was }] of before) {
    const standing = offices.get(after.get(key)?.office?.id ?? '');
    if (was === null || standing === undefined) continue;
    const lost = contactFields.filter(([field]) =>
      changes.some(({ subject }) => subject.key === `${key}/${field}`),
    );
    const told = Object.fromEntries(lost.map(([, member]) => [member, was[member]]));
    offices.set(standing.id, { ...standing, ...told });
  }
  return { ...draft, electionAdministrations: [...offices.values()] };
}
