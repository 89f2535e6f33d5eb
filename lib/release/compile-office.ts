// Owns one office's half of a release: its dataset, alone, becomes a wire layer for each ZIP and a list of
// the localities it answers for. Must not know of other offices: what depends on them is lib/release/merge.

import type { PlaceAnswer, VotingSite } from '@/lib/core/lookup/outcome';
import type { ShardLayer, ShardLocality } from '@/lib/core/lookup/shard';
import type { ListedDataset, Locality } from '@/lib/core/vip';
import type { EncodablePrecinct, ZipRows } from './encodable';
import type { LocalityObject, PrecinctList } from './format';
import { type LocalityPlace, localityPlaces } from './locality-places';
import { placeAnswers } from './place-answer';
import { precinctReader } from './precinct';
import type { WireLayer } from './shard';
import { encodeLayer, sortedUnique } from './shard-encode';
import { spreadSegments } from './spread';
import { keyBook } from './street-encode';
import { unreachedPrecincts } from './unreached-precincts';
import { votingSites } from './voting-sites';
import { type County, matchCounty, type ZipReference } from './zip-reference';

/** One office and election, compiled alone. Layers still have `confirm: false` everywhere. */
export interface OfficePart {
  readonly officeId: string;
  readonly state: string;
  readonly election: ShardLayer['election'];
  readonly localities: readonly LoadedLocality[];
  /** ZIP -> layer. */
  readonly layers: ReadonlyMap<string, WireLayer>;
  /** Locality id -> the places that serve it, for the plain pages. */
  readonly places: ReadonlyMap<string, readonly LocalityPlace[]>;
  readonly counts: OfficeCounts;
}

/** What came of the rows: how many, and what could not be used. */
export interface OfficeCounts {
  readonly segments: number;
  /** Rows without a ZIP of five digits, in no town or locality that has one: they answer nowhere. */
  readonly unplacedSegments: number;
  /** References to precincts, splits or places that the dataset does not have. */
  readonly danglingIds: number;
}

/** A locality that the dataset really answers for: it has precincts. */
export interface LoadedLocality {
  readonly object: LocalityObject;
  readonly shard: ShardLocality;
  /** The county it is, by the reference; null for towns and cities inside a county. */
  readonly county: County | null;
  /** ZIPs that hold its streets, sorted. */
  readonly zips: readonly string[];
}

/** Compile one dataset. O(segments log segments). The order of its rows leaves no trace. */
export function compileOffice(dataset: ListedDataset, reference: ZipReference): OfficePart {
  const state = dataset.state.abbreviation;
  const { id, name, date } = dataset.election;
  const precincts = precinctReader(dataset);
  const loaded = loadedLocalities(dataset);
  const spread = spreadSegments(dataset, precincts.of, loaded, reference);
  const zipsByLocality = localityZips(spread.byZip);
  const places = placeAnswers(dataset, loaded, reference);
  const unreached = unreachedPrecincts(dataset, precincts.of, places, precinctsOf(spread.byZip));
  const localities = loaded.map((locality) =>
    describeLocality(dataset, locality, {
      zips: zipsByLocality.get(locality.id) ?? new Set(),
      sites: votingSites(dataset, locality, places),
      precincts: unreached.get(locality.id),
      reference,
    }),
  );
  const localityById = new Map(localities.map((locality) => [locality.object.id, locality.shard]));
  const layers = new Map<string, WireLayer>();
  const keyOf = keyBook();
  for (const zip of sortedUnique(spread.byZip.keys())) {
    layers.set(
      zip,
      encodeLayer({
        officeId: dataset.officeId,
        state,
        election: { id, name, date },
        segments: [...(spread.byZip.get(zip) ?? [])],
        locality: (localityId) => found(localityById, localityId),
        place: (placeId) => found<PlaceAnswer>(places, placeId),
        keyOf,
      }),
    );
  }
  const counts = {
    segments: dataset.streetSegments.length,
    unplacedSegments: spread.unplacedSegments,
    danglingIds: precincts.danglingIds(),
  };
  return {
    officeId: dataset.officeId,
    state,
    election: { id, name, date },
    localities,
    layers,
    places: localityPlaces(dataset, precincts.of, places),
    counts,
  };
}

/** Feeds list a state's every locality beside one county's precincts: only those with precincts are loaded. */
function loadedLocalities(dataset: ListedDataset): readonly Locality[] {
  const used = new Set(dataset.precincts.map((precinct) => precinct.localityId));
  const byId = new Map(dataset.localities.map((locality) => [locality.id, locality]));
  return sortedUnique(used).map((id) => byId.get(id) ?? namelessLocality(id));
}

/** Precincts may name a locality that the office left out of its files: they still need someone to call. */
function namelessLocality(id: string): Locality {
  return {
    id,
    name: id,
    type: 'unknown',
    electionAdministrationId: null,
    usesVoteCenters: false,
    isMailOnly: false,
    timeZone: null,
    siteIds: [],
  };
}

function localityZips(byZip: ReadonlyMap<string, ZipRows>): Map<string, Set<string>> {
  const zips = new Map<string, Set<string>>();
  for (const [zip, { precincts }] of byZip) {
    for (const { localityId } of precincts) {
      const known = zips.get(localityId);
      if (known === undefined) zips.set(localityId, new Set([zip]));
      else known.add(zip);
    }
  }
  return zips;
}

function precinctsOf(byZip: ReadonlyMap<string, ZipRows>): ReadonlySet<EncodablePrecinct> {
  const all = new Set<EncodablePrecinct>();
  for (const { precincts } of byZip.values()) for (const precinct of precincts) all.add(precinct);
  return all;
}

interface LocalityFacts {
  readonly zips: ReadonlySet<string>;
  readonly sites: readonly VotingSite[];
  /** Those that no street leads to. */
  readonly precincts: PrecinctList | undefined;
  readonly reference: ZipReference;
}

function describeLocality(
  dataset: ListedDataset,
  locality: Locality,
  { zips, sites, precincts, reference }: LocalityFacts,
): LoadedLocality {
  const state = dataset.state.abbreviation;
  const { name: adminName, reportUri, languages, ...office } = electionOffice(dataset, locality);
  const object: LocalityObject = {
    kind: 'locality',
    officeId: dataset.officeId,
    id: locality.id,
    name: locality.name,
    type: locality.type,
    state,
    timeZone: locality.timeZone,
    office: {
      ...office,
      name: adminName ?? locality.name,
      ...(reportUri === null ? {} : { reportUri }),
      ...(languages.length === 0 ? {} : { languages }),
    },
    ...(sites.length === 0 ? {} : { sites }),
    ...(precincts === undefined ? {} : { precincts: [precincts] }),
  };
  const shard: ShardLocality = {
    id: locality.id,
    name: locality.name,
    type: locality.type,
    office: { id: object.office.id, name: object.office.name, phone: object.office.phone },
    confirm: false,
    streetsLoaded: zips.size > 0,
  };
  return { object, shard, county: matchCounty(locality, state, reference), zips: sortedUnique(zips) };
}

/** The locality's own office, else the state's, else a nameless one: a voter is never left without an entry. */
function electionOffice(
  dataset: ListedDataset,
  locality: Locality,
): ListedDataset['electionAdministrations'][number] {
  const id = locality.electionAdministrationId ?? dataset.state.electionAdministrationId;
  const office = dataset.electionAdministrations.find((administration) => administration.id === id);
  return (
    office ?? {
      id: locality.id,
      name: null,
      phone: null,
      email: null,
      addressLines: [],
      hoursText: null,
      electionsUri: null,
      registrationCheckUri: null,
      whatToBring: null,
      reportUri: null,
      languages: [],
    }
  );
}

function found<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`not in the dataset: ${id}`);
  return value;
}
