// Owns an office and the people of it, for tests of what the desk does.

import { accounts } from '../accounts/account';
import type { Role } from '../accounts/actor';
import type { PersonActor } from '../accounts/session';
import type { OfficePorts } from '../ports/office-ports';
import { type Office, offices } from './office';

/** Adams County in Mississippi, with nothing set up yet. */
export const emptyOffice: Office = {
  id: 'ms-adams',
  name: 'Adams County',
  kind: 'county',
  state: 'MS',
  phone: null,
  singleNumberBeatsRange: false,
  dutyApproverIds: [],
  isPractice: false,
};

/** Put an office into the store, without an audit entry. */
export async function withOffice({ state, newId }: OfficePorts, over: Partial<Office> = {}): Promise<Office> {
  const office = { ...emptyOffice, ...over };
  await state.commit({ id: newId(), checks: [], writes: [offices.write(office, [office.id])] });
  return office;
}

/** Somebody who is signed in, and has an account: `person(ports, 'Ann', 'editor')`. */
export async function person(ports: OfficePorts, name: string, role: Role): Promise<PersonActor> {
  const id = `account-${name.toLowerCase()}`;
  const officeId = role === 'state' ? null : emptyOffice.id;
  const account = {
    id,
    name,
    role,
    officeId,
    madeAt: ports.now().toISOString(),
    lastSignInAt: null,
    disabledAt: null,
    signedOutAt: null,
  };
  await ports.state.commit({ id: ports.newId(), checks: [], writes: [accounts.write(account, [id])] });
  const verifiedAt = ports.now().toISOString();
  return { kind: 'person', accountId: id, name, role, officeId, sessionId: 'session', verifiedAt };
}
