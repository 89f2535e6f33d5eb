// Owns the person of a request as jobs and decisions write them down. Knows no use case.

import type { Actor } from '@/lib/office/accounts/actor';
import type { JobPerson } from '@/lib/office/publish/job';
import { personIn } from './office-route';

/** Who asks for something, or approves it: `{id: accountId, name}`. */
export function jobPersonOf(actor: Actor): JobPerson {
  const { accountId, name } = personIn(actor);
  return { id: accountId, name };
}
