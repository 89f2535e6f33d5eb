// Owns whom voters are told to call by either list, and what changes in it.

import type { Dataset, ElectionAdministration, Locality } from '@/lib/core/vip';
import type { ContactChange } from './difference';
import { plain } from './match-places';

/** Localities with precincts are matched by name: their ids change between exports. */
export function contactChanges(live: Dataset | null, draft: Dataset): readonly ContactChange[] {
  if (live === null) return [];
  const before = officesOf(live);
  const after = officesOf(draft);
  const changes: ContactChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const office = (is ?? was)?.locality.name ?? '';
    if (was === undefined || is === undefined) {
      changes.push({ office, field: 'office', before: was ? office : null, after: is ? office : null });
      continue;
    }
    for (const [field, read] of Object.entries(fields) as [ContactChange['field'], Read][]) {
      const [one, two] = [was.office && read(was.office), is.office && read(is.office)];
      if ((one || null) !== (two || null)) {
        changes.push({ office, field, before: one || null, after: two || null });
      }
    }
  }
  return changes;
}

type Read = (office: ElectionAdministration) => string | null;

const fields: Partial<Record<ContactChange['field'], Read>> = {
  name: ({ name }) => name,
  phone: ({ phone }) => phone,
  email: ({ email }) => email,
  address: ({ addressLines }) => addressLines.join(', '),
  hours: ({ hoursText }) => hoursText,
  website: ({ electionsUri }) => electionsUri,
  'registration check': ({ registrationCheckUri }) => registrationCheckUri,
};

interface Contact {
  readonly locality: Locality;
  readonly office: ElectionAdministration | null;
}

function officesOf(dataset: Dataset): ReadonlyMap<string, Contact> {
  const used = new Set(dataset.precincts.map(({ localityId }) => localityId));
  const byId = new Map(dataset.electionAdministrations.map((office) => [office.id, office]));
  return new Map(
    dataset.localities
      .filter(({ id }) => used.has(id))
      .map((locality) => {
        const id = locality.electionAdministrationId ?? dataset.state.electionAdministrationId;
        return [plain(locality.name), { locality, office: (id && byId.get(id)) || null }];
      }),
  );
}
