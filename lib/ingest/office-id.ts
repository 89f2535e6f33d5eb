// Owns the id by which a feed's office is known when nobody says it: the same feed always gets the same one.

import type { Locality, Source } from '@/lib/core/vip';
import type { LoadedTable } from './tables/vip-tables';

/** Of one locality: state, name and type, `ms-adams-county`. Of several: state and the feed's VIP id, `va-51`,
 *  or `va-state`. The type is part of it, since a city and the county around it often share a name. */
export function officeIdOf(state: string, localities: readonly Locality[], source: Source): string {
  const [only, second] = localities;
  if (only !== undefined && second === undefined) return slug(`${state} ${nameWithType(only)}`);
  return slug(`${state} ${source.vipId ?? 'state'}`);
}

/** What the feed itself says (Levee column `office_id`); null where it says nothing, or nothing that is an id. */
export function ownOfficeId({ rows }: LoadedTable<'source'>): string | null {
  const id = rows[0]?.cells.officeId ?? '';
  return /^[a-z0-9-]{1,100}$/.test(id) ? id : null;
}

function nameWithType({ name, type }: Locality): string {
  if (type === null || name.toLowerCase().split(/\s+/).includes(type)) return name;
  return `${name} ${type}`;
}

/** `MS Adams County` -> `ms-adams-county`. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
