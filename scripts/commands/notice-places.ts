// Owns finding the places that `levee notice` can be about, in a release's own files: by their streets and precincts, or where
// none leads to them, by their plain page.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import type { LivePlaces } from '@/lib/office/notices/live-places';
import type { ReleaseContents } from '@/lib/release/late-pages/read-release';
import { placePagePath } from '@/lib/release/page-paths';
import type { PlainPageSource } from '@/lib/release/verify-pages';

/** One office of the release, with what of it a late change can be about. */
export interface OfficePlaces {
  readonly officeId: string;
  readonly officeName: string;
  readonly phone: string | null;
  /** For places whose own zone is not known. */
  readonly timeZone: string;
  readonly live: LivePlaces;
}

/** The office whose places these are. The error is a sentence. */
export async function officePlaces(
  { root, source, layers, listed }: ReleaseContents,
  pages: PlainPageSource,
  wanted: { readonly officeId: string | null; readonly placeIds: readonly string[] },
  today: string,
): Promise<Result<OfficePlaces, string>> {
  const all = [...[...layers.values()].flat(), ...listed];
  const having = new Set(
    all.filter(({ places }) => places.some(({ id }) => wanted.placeIds.includes(id))).map((l) => l.officeId),
  );
  const [only, another] = wanted.officeId === null ? [...having] : [wanted.officeId];
  if (another !== undefined)
    return err(`${[...having].join(' and ')} both have such a place: say --office ID`);
  const ref = root.localities.find(({ officeId }) => officeId === only);
  if (only === undefined || ref === undefined) {
    const known = [...new Set(root.localities.map(({ officeId }) => officeId))];
    return err(`no street or precinct leads to that place: say --office ID, one of ${known.join(', ')}`);
  }
  const own = all.filter(({ officeId }) => officeId === only);
  const places = new Map<string, PlaceAnswer>(
    own.flatMap((layer) => layer.places.map((place) => [place.id, place] as const)),
  );
  for (const id of wanted.placeIds) {
    const place = places.get(id) ?? (await pagePlace(pages, only, id));
    if (place !== null) places.set(id, place);
  }
  const elections = [...new Map(own.map(({ election }) => [election.id, election])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const election = elections.find(({ date }) => date >= today) ?? elections.at(-1);
  const declared = source.localities.find(({ object }) => object.officeId === only)?.object.timeZone;
  const zone = declared ?? [...places.values()].find(({ timeZone }) => timeZone !== null)?.timeZone;
  return ok({
    officeId: only,
    officeName: ref.office.name,
    phone: ref.office.phone,
    timeZone: zone ?? 'UTC',
    live: {
      places: [...places.values()],
      election: election ?? { id: '', name: '', date: today },
    },
  });
}

/** What is known of a place that is in no shard: its name, from its page. */
async function pagePlace(pages: PlainPageSource, officeId: string, id: string): Promise<PlaceAnswer | null> {
  const page = await pages.page(placePagePath('en', officeId, id));
  if (!page.ok) return null;
  const name = /<h1>(.*?)<\/h1>/.exec(new TextDecoder().decode(page.value))?.[1] ?? id;
  const plain = name.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
  return { id, name: plain, line1: '', city: '', state: '', zip: '', latLng: null, timeZone: null };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
