// Owns the division of plain pages into groups, one for each manifest, and what each group is made of: where that is
// the same as in an earlier release, so are its pages, and nobody has to make them again (docs/adr/0027).

import { noticesAbout } from '@/lib/core/lookup/notices-about';
import type { Notice } from '@/lib/core/lookup/outcome';
import { isForAll } from '@/lib/view/notice-view';
import type { PageLocality, Sha256Hex } from '../format';
import { localityKey } from '../locality-objects';
import { type MadePage, REST } from '../page-manifests';
import type { WireLayer } from '../shard';
import type { AnswerViews } from './answer-cells';
import type { Site } from './frame';
import { localityManifest, localityPages } from './locality-pages';
import type { LocalitySource, PageSource, PlaceSource, ZipSource } from './page-source';
import { placePages } from './place-pages';
import { goPages, startPages } from './start-pages';
import { zipManifest, zipPages } from './zip-pages';

/** The pages of one manifest. */
export interface PageGroup {
  readonly manifest: string;
  /** Everything that they depend on but the words of the languages and this program. Canonical JSON. */
  readonly inputs: unknown;
  /** Makers of its pages: those that others link to come from later ones. */
  readonly make: readonly (() => readonly MadePage[])[];
}

/** Names of objects that hold what pages are made of. */
export interface SourceNames {
  /** ZIP -> its shards. */
  readonly shards: ReadonlyMap<string, readonly Sha256Hex[]>;
  /** `localityKey` -> its object. */
  readonly localities: ReadonlyMap<string, PageLocality>;
}

/** All groups of a release, in a fixed order. `views` has the answers in each language. */
export function pageGroups(
  { zips, localities, places }: PageSource,
  notices: readonly Notice[],
  site: Site,
  names: SourceNames,
  views: ReadonlyMap<string, AnswerViews>,
): readonly PageGroup[] {
  const placesByManifest = new Map<string, PlaceSource[]>();
  for (const place of places) {
    const manifest = localityManifest(place.locality);
    const known = placesByManifest.get(manifest);
    if (known === undefined) placesByManifest.set(manifest, [place]);
    else known.push(place);
  }
  return [
    restGroup(zips, localities, notices.filter(isForAll), site),
    ...zips.map((zip) => zipGroup(zip, notices, site, names, views)),
    ...localities.map((locality) => {
      const own = placesByManifest.get(localityManifest(locality.object)) ?? [];
      return localityGroup(locality, own, notices, site);
    }),
  ];
}

function restGroup(
  zips: readonly ZipSource[],
  localities: readonly LocalitySource[],
  toAll: readonly Notice[],
  site: Site,
): PageGroup {
  const listed = zips.map(({ zip }) => zip);
  return {
    manifest: REST,
    // Without a member for what is not there: what earlier releases remember is still the same.
    inputs: {
      zips: listed,
      localities: localities.map(({ object }) => object),
      ...(toAll.length === 0 ? {} : { notices: toAll }),
    },
    make: [() => [...startPages(localities, toAll, site), ...goPages(listed, localities, site)]],
  };
}

function zipGroup(
  source: ZipSource,
  notices: readonly Notice[],
  site: Site,
  names: SourceNames,
  views: ReadonlyMap<string, AnswerViews>,
): PageGroup {
  const { zip, kind, layers, localities } = source;
  const shards = names.shards.get(zip) ?? [];
  const placeIds = new Set(layers.flatMap((layer) => layer.places.map(({ id }) => id)));
  return {
    manifest: zipManifest(zip),
    inputs: {
      kind,
      // One shard holds all layers as they are; parts of one leave out what none of their streets leads to.
      streets: shards.length === 1 ? shards[0] : (layers satisfies readonly WireLayer[]),
      localities: localities.map((object) => names.localities.get(localityKey(object))?.object ?? object),
      notices: noticesAbout(notices, ({ pollingLocationIds }) =>
        pollingLocationIds.some((id) => placeIds.has(id)),
      ),
    },
    make: [() => zipPages(source, views, site)],
  };
}

function localityGroup(
  source: LocalitySource,
  places: readonly PlaceSource[],
  notices: readonly Notice[],
  site: Site,
): PageGroup {
  const own = notices.filter((notice) => notice.officeId === source.object.officeId && !isForAll(notice));
  return {
    manifest: localityManifest(source.object),
    inputs: { source, places, notices: own },
    make: [
      () => localityPages(source, own, site),
      () => places.flatMap((place) => placePages(place, own, site)),
    ],
  };
}
