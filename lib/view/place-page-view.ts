// Owns what the page of one polling place says: on each of its election days where it is, since when it has moved,
// and whose it is. For pages that are written ahead: no "now".

import type { Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { IsoDate, PublishedOffice } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { Catalogue } from '@/lib/messages/messages';
import { type OfficeFactsView, viewOfficeFacts } from './office-facts';
import { viewOffices } from './office-view';
import type { NoticeView, OfficeView, PlaceView, TimeText } from './outcome-view';
import { viewDirectory } from './view-directory';
import { precinctName } from './view-parts';
import { dayText } from './when';
import { readerLater, withoutNow } from './written-ahead';

/** One election that an office holds. */
export interface ListedElection {
  readonly id: string;
  readonly name: string;
  readonly date: IsoDate;
}

/** A place on one election day, and the precincts that vote there. */
export interface PlaceUse {
  readonly election: ListedElection;
  readonly place: PlaceAnswer;
  readonly precincts: readonly { readonly name: string; readonly number: string | null }[];
}

/** A place on one election day, as it reads. */
export interface PlaceUseView {
  readonly election: TimeText;
  readonly notices: readonly NoticeView[];
  readonly place: PlaceView;
  /** "Precincts: 101, 102"; null where none is known. */
  readonly precincts: string | null;
}

/** A place's page: its days, the first one first. */
export interface PlacePageView {
  readonly title: string;
  readonly uses: readonly PlaceUseView[];
  readonly office: OfficeContactView;
}

/** An office with all that it says of itself. */
export interface OfficeContactView {
  readonly offices: readonly OfficeView[];
  readonly facts: OfficeFactsView | null;
  readonly addressLines: readonly string[];
}

/** "General Election, Tuesday, November 3, 2026". */
export function viewElection({ name, date }: Omit<ListedElection, 'id'>, messages: Catalogue): TimeText {
  const day = dayText(date, messages, 'withYear');
  return { text: format(messages.result.election, { name, date: day }), dateTime: date };
}

/** The page of one place. `uses` are of one place id, by date. */
export function viewPlacePage(
  uses: readonly PlaceUse[],
  office: PublishedOffice,
  notices: readonly Notice[],
  messages: Catalogue,
): PlacePageView {
  const views = uses.map((use) => viewPlaceUse(use, office.name, notices, messages));
  return {
    title: uses[0]?.place.name ?? '',
    uses: views,
    office: viewOfficeContact(office, messages),
  };
}

/** One place on one day, as late changes leave it. */
export function viewPlaceUse(
  { election, place, precincts }: PlaceUse,
  officeName: string,
  notices: readonly Notice[],
  messages: Catalogue,
): PlaceUseView {
  const view = viewDirectory({ officeName, places: [place], notices, election }, readerLater(messages));
  const [changed] = view.places;
  if (changed === undefined) throw new Error(`a place is lost: ${place.id}`);
  const names = precincts.map(precinctName).filter((name) => name !== '');
  return {
    election: viewElection(election, messages),
    notices: view.notices,
    place: withoutNow(changed),
    precincts: names.length === 0 ? null : format(messages.plain.precincts, { precincts: names.join('; ') }),
  };
}

/** Whom to call, and what the office says of itself. */
export function viewOfficeContact(office: PublishedOffice, messages: Catalogue): OfficeContactView {
  return {
    offices: viewOffices({ offices: [office] }, messages),
    facts: viewOfficeFacts(office, messages),
    addressLines: office.addressLines,
  };
}
