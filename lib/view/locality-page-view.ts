// Owns what the page of a county, city or town says: whom to call, which elections, every place, and where to vote
// early. For pages that are written ahead: no "now".

import { fullName } from '@/lib/core/lookup/answer';
import type { Notice, VotingSite } from '@/lib/core/lookup/outcome';
import type { PublishedOffice } from '@/lib/core/vip';
import type { Catalogue } from '@/lib/messages/messages';
import type { SiteListView, TimeText } from './outcome-view';
import {
  type ListedElection,
  type OfficeContactView,
  type PlaceUse,
  type PlaceUseView,
  viewElection,
  viewOfficeContact,
  viewPlaceUse,
} from './place-page-view';
import { viewSiteLists } from './sites-view';
import { readerLater, withoutNow } from './written-ahead';

/** A locality as its page needs it. */
export interface ListedLocality {
  readonly name: string;
  readonly type: string | null;
  readonly office: PublishedOffice;
  readonly elections: readonly ListedElection[];
  readonly uses: readonly PlaceUse[];
  readonly sites: readonly VotingSite[];
}

/** One election of a locality: its places by name, and its early-voting sites and drop boxes. */
export interface LocalityElectionView {
  readonly election: TimeText;
  readonly places: readonly PlaceUseView[];
  readonly sites: readonly SiteListView[];
}

/** A locality's page. */
export interface LocalityPageView {
  /** "Adams County". */
  readonly name: string;
  readonly office: OfficeContactView;
  readonly elections: readonly LocalityElectionView[];
}

/** The page of one locality; `notices` are its office's. */
export function viewLocalityPage(
  locality: ListedLocality,
  notices: readonly Notice[],
  messages: Catalogue,
): LocalityPageView {
  const { office } = locality;
  return {
    name: fullName(locality),
    office: viewOfficeContact(office, messages),
    elections: locality.elections.map((election) => ({
      election: viewElection(election, messages),
      places: locality.uses
        .filter((use) => use.election.id === election.id)
        .map((use) => viewPlaceUse(use, office.name, notices, messages)),
      sites: viewSiteLists(locality.sites, { ...readerLater(messages), election, notices }).map(
        timelessSites,
      ),
    })),
  };
}

function timelessSites(list: SiteListView): SiteListView {
  return { ...list, sites: list.sites.map((site) => ({ ...site, place: withoutNow(site.place) })) };
}
