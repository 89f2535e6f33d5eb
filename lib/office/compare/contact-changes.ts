// Owns whom voters are told to call by either list, and what changes in it.

import type { ElectionAdministration, ListedDataset, Locality } from '@/lib/core/vip';
import { plain } from '@/lib/ingest/plain-name';
import type { ContactChange } from './difference';

/** Localities with precincts are matched by name: their ids change between exports. */
export function contactChanges(live: ListedDataset | null, draft: ListedDataset): readonly ContactChange[] {
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
    for (const [field, member] of contactFields) {
      const [one, two] = [textOf(was.office, member), textOf(is.office, member)];
      if ((one || null) !== (two || null)) {
        changes.push({ office, field, before: one || null, after: two || null });
      }
    }
  }
  return changes;
}

type Member =
  | 'name'
  | 'phone'
  | 'email'
  | 'addressLines'
  | 'hoursText'
  | 'electionsUri'
  | 'registrationCheckUri';

/** What is told of an office, and where it stands. */
export const contactFields: readonly (readonly [ContactChange['field'], Member])[] = [
  ['name', 'name'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['address', 'addressLines'],
  ['hours', 'hoursText'],
  ['website', 'electionsUri'],
  ['registration check', 'registrationCheckUri'],
];

function textOf(office: ElectionAdministration | null, member: Member): string | null {
  const value = office?.[member] ?? null;
  return value === null || typeof value === 'string' ? value : value.join(', ');
}

interface Contact {
  readonly locality: Locality;
  readonly office: ElectionAdministration | null;
}

/** Localities with precincts by their names (`plain`), each with whom its voters call. */
export function officesOf(dataset: ListedDataset): ReadonlyMap<string, Contact> {
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
