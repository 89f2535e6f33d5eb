// Owns how a precinct is found again in a later list without an address: by the streets of one ZIP that lead to it.
// The office's id for it is not enough, for streets move between precincts. It must not know who lives there.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { Shard, ShardLayer, ShardStreet } from '@/lib/core/lookup/shard';
import { sha256Hex } from '@/lib/release/bytes';
import type { Sha256Hex } from '@/lib/release/format';

/** Which precinct of which election; ids are the office's. */
export interface PrecinctKey {
  readonly officeId: string;
  readonly electionId: string;
  readonly localityId: string;
  readonly precinctId: string;
}

/** The streets of a ZIP that lead to one set of places of a precinct. A split precinct gives several. `streets` is
 *  the SHA-256 of the list of these streets and their numbers: the same for everybody who lives on them. */
export interface PrecinctStreets {
  readonly streets: Sha256Hex;
  readonly voting: 'assigned' | 'anyPlace' | 'byMail' | 'none';
  readonly places: readonly PlaceAnswer[];
}

/** All sets of one precinct in a ZIP, given all shards of the ZIP; [] where it has no street there. */
export async function precinctStreets(
  shards: readonly Shard[],
  key: PrecinctKey,
): Promise<readonly PrecinctStreets[]> {
  const sets = new Map<string, { readonly lines: string[]; readonly of: Omit<PrecinctStreets, 'streets'> }>();
  for (const layer of shards.flatMap(({ layers }) => layers)) {
    if (layer.officeId !== key.officeId || layer.election.id !== key.electionId) continue;
    for (const [index, precinct] of layer.precincts.entries()) {
      const isWanted =
        precinct.id === key.precinctId && layer.localities[precinct.locality]?.id === key.localityId;
      if (!isWanted) continue;
      const places = precinct.places.flatMap((at) => layer.places[at] ?? []);
      const name = [precinct.voting, ...idsOf(places)].join('\n');
      const set = sets.get(name) ?? { lines: [], of: { voting: precinct.voting, places } };
      set.lines.push(...layer.streets.flatMap((street) => linesOf(street, layer, index)));
      sets.set(name, set);
    }
  }
  return Promise.all(
    [...sets.values()]
      .filter(({ lines }) => lines.length > 0)
      .map(async ({ lines, of }) => ({ ...of, streets: await hashOf(lines) })),
  );
}

/** `['p1', 'p2']`, sorted. */
export function idsOf(places: readonly Pick<PlaceAnswer, 'id'>[]): readonly string[] {
  return places.map(({ id }) => id).sort();
}

/** One text for each range of numbers that leads to the precinct. */
function linesOf(street: ShardStreet, layer: ShardLayer, precinct: number): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < street.segments.length; at += 4) {
    const [start, end, parity, of] = street.segments.slice(at, at + 4);
    if (of !== precinct) continue;
    const extra = street.extras?.get(at / 4) ?? {};
    lines.push(JSON.stringify([street.name, layer.cities[street.city], start, end, parity, extra]));
  }
  return lines;
}

/** The order in which an office lists its streets says nothing. */
function hashOf(lines: readonly string[]): Promise<Sha256Hex> {
  return sha256Hex(new TextEncoder().encode([...lines].sort().join('\n')));
}
