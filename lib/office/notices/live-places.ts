// Owns which places a late change can be about: those that voters of the office are sent to now. Changes nothing.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { IsoDate } from '@/lib/core/vip';
import { choices } from '../publish/choice';
import { loadPart } from '../publish/parts';
import type { PublishPorts } from '../publish/publish-ports';

/** What voters of one office see now; `electionDate` is the next election day, or the last. */
export interface LivePlaces {
  readonly places: readonly PlaceAnswer[];
  readonly election: { readonly id: string; readonly name: string; readonly date: IsoDate };
}

/** The office's places by name; null where nothing of it is live. Throws `StoreError`. */
export async function livePlaces(ports: PublishPorts, officeId: string): Promise<LivePlaces | null> {
  const today = ports.now().toISOString().slice(0, 10);
  const standing = (await choices.list(ports.state, officeId))
    .map(({ value }) => value)
    .filter(({ current }) => current !== null)
    .sort((a, b) => (a.electionDate < b.electionDate ? -1 : 1));
  const next = standing.find(({ electionDate }) => electionDate >= today) ?? standing.at(-1);
  if (next === undefined) return null;
  const places = new Map<string, PlaceAnswer>();
  for (const { current } of [next, ...standing]) {
    if (current === null) continue;
    const part = await loadPart(ports, current.published);
    for (const { place } of [...part.places.values()].flat()) {
      if (!places.has(place.id)) places.set(place.id, place);
    }
  }
  return {
    places: [...places.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    election: { id: next.electionId, name: next.electionName, date: next.electionDate },
  };
}
