// Owns reading a release back into what its offices published: the datasets from which the same objects are compiled again. What a
// release does not hold stays blank; nothing is made up but the ids of rows. Must not know of files, signatures or feeds.

import { PackedStreets } from '@/lib/core/packed-streets';
import type { ElectionAdministration, ListedDataset, Locality, State } from '@/lib/core/vip';
import { compareText } from '../canonical-json';
import type { LocalityObject } from '../format';
import type { ReleaseContents } from '../late-pages/read-release';
import type { ListedLayer } from '../precinct-list';
import type { WireLayer } from '../shard';
import { pollingLocations, sitesOf } from './places-of';
import { precinctsOf } from './precincts-of';
import type { ReleasePart } from './release-part';
import { streetSegments } from './segments-of';

/** A dataset for each office and election, by office, then day. Not in a release, and so not in them: rows that belong to no ZIP, places
 *  that nothing leads to, ids of rows, photos, hours that stand for all places (each place has them), names of source and state, which
 *  spelling of a street or town which row had, and whether it was a ZIP or VIP's "any ZIP". */
export function datasetsOf(
  contents: Pick<ReleaseContents, 'layers' | 'listed' | 'localities'>,
): readonly ListedDataset[] {
  return partsOf(contents).map(datasetOf);
}

function datasetOf(part: ReleasePart): ListedDataset {
  const { officeId, election, localities } = part;
  const sites = sitesOf(part);
  const { precincts, precinctSplits, splitOf } = precinctsOf(part, sites);
  const state: State = { name: null, abbreviation: part.state, electionAdministrationId: null };
  return {
    officeId,
    source: { name: null, vipId: null, dateTime: null },
    state,
    election: { ...election, type: null, isStatewide: true, hours: null },
    localities: localities.map((object): Locality => {
      const { id, name, type, timeZone, office } = object;
      return {
        id,
        name,
        type,
        electionAdministrationId: office.id,
        // What is declared of a locality stands with each of its precincts.
        usesVoteCenters: false,
        isMailOnly: false,
        timeZone,
        siteIds: sites
          .filter(({ site, locality }) => locality === id && site.precincts === undefined)
          .map(({ site }) => site.place.id)
          .filter(isFirst),
      };
    }),
    electionAdministrations: administrationsOf(localities),
    precincts,
    precinctSplits,
    pollingLocations: pollingLocations(part, sites),
    ...rowsOf(part, splitOf),
  };
}

/** Rows that were set aside lead to no precinct. */
function rowsOf(
  part: ReleasePart,
  splitOf: ReturnType<typeof precinctsOf>['splitOf'],
): Pick<ListedDataset, 'streetSegments' | 'withheld'> {
  const [published, withheld] = [new PackedStreets(), new PackedStreets()];
  for (const row of streetSegments(part, splitOf)) (row.precinctId === '' ? withheld : published).add(row);
  return { streetSegments: published, ...(withheld.length === 0 ? {} : { withheld }) };
}

const isFirst = (id: string, at: number, ids: readonly string[]): boolean => ids.indexOf(id) === at;

function partsOf({
  layers,
  listed,
  localities,
}: Pick<ReleaseContents, 'layers' | 'listed' | 'localities'>): readonly ReleasePart[] {
  const parts = new Map<
    string,
    {
      election: WireLayer['election'];
      officeId: string;
      layers: [string, WireLayer][];
      listed: ListedLayer[];
    }
  >();
  const partOf = ({ officeId, election }: Pick<WireLayer, 'officeId' | 'election'>) => {
    const key = `${officeId}\t${election.date}\t${election.id}`;
    const known = parts.get(key) ?? { officeId, election, layers: [], listed: [] };
    parts.set(key, known);
    return known;
  };
  for (const [zip, ofZip] of [...layers].sort((a, b) => compareText(a[0], b[0]))) {
    // A layer without streets only says that the office may answer there.
    for (const layer of ofZip) if (layer.streets.length > 0) partOf(layer).layers.push([zip, layer]);
  }
  for (const layer of listed) partOf(layer).listed.push(layer);
  return [...parts]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([, part]) => {
      const used = new Set(localityIds(part));
      const own = localities.filter(({ officeId, id }) => officeId === part.officeId && used.has(id));
      return { ...part, state: own[0]?.state ?? '', localities: own };
    });
}

function localityIds({ layers, listed }: Pick<ReleasePart, 'layers' | 'listed'>): readonly string[] {
  return [
    ...layers.flatMap(([, layer]) => layer.precincts.flatMap(([, , , at]) => layer.localities[at]?.id ?? [])),
    ...listed.flatMap((layer) => layer.localities.map(({ id }) => id)),
  ];
}

/** Each office once. Where localities stand in for its name, it has none of its own. */
function administrationsOf(localities: readonly LocalityObject[]): readonly ElectionAdministration[] {
  const byId = new Map<string, LocalityObject[]>();
  for (const locality of localities) {
    byId.set(locality.office.id, [...(byId.get(locality.office.id) ?? []), locality]);
  }
  return [...byId.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { reportUri = null, languages = [], name, ...office } = first.office;
    const isOwn = others.every((other) => other.office.name === name);
    return [{ ...office, name: isOwn ? name : null, reportUri, languages }];
  });
}
