// Owns which office of the desk runs some localities of a state's one file: by the names that both have, never by a guess between two. Pure.

import type { ElectionAdministration, Locality } from '@/lib/core/vip';
import { groupBy } from './group-by';
import { plain } from './plain-name';

/** An office as the desk knows it, as far as the reading of a file asks. */
export interface DeskOffice {
  readonly id: string;
  /** `Adams County`. */
  readonly name: string;
  readonly kind: 'county' | 'city' | 'town' | 'state';
  /** Two-letter postal code. */
  readonly state: string;
  /** A number on its list beats a range on it that holds the same number. */
  readonly singleNumberBeatsRange: boolean;
}

/** `deskOfficeOf(offices, 'OH')([{name: 'Oak', type: 'county', …}], null)` is the id of the one office called `Oak County` or `Oak` that is no city;
 *  null: none is, or two are. */
export function deskOfficeOf(
  offices: readonly DeskOffice[],
  state: string,
): (localities: readonly Locality[], administration: ElectionAdministration | null) => string | null {
  const own = offices.filter((office) => office.kind !== 'state' && office.state === state);
  const byName = groupBy(own, ({ name }) => plain(name));
  return (localities, administration) => {
    const [only, second] = localities;
    const locality = second === undefined ? only : undefined;
    for (const name of [...namesOf(locality), administration?.name ?? '']) {
      const found = (byName.get(plain(name)) ?? []).filter(({ kind }) =>
        isOfKind(kind, locality?.type ?? null),
      );
      if (name !== '' && found.length > 0) return found.length === 1 ? (found[0]?.id ?? null) : null;
    }
    return null;
  };
}

function namesOf(locality: Locality | undefined): readonly string[] {
  if (locality === undefined) return [];
  const { name, type } = locality;
  return type === null ? [name] : [`${name} ${type}`, name];
}

/** A city and the county around it often share a name. */
function isOfKind(kind: DeskOffice['kind'], type: string | null): boolean {
  return type === null || !['county', 'city', 'town'].includes(type) || kind === type;
}
