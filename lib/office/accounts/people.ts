// Owns the list of who works here, and who no longer may. Knows no request.

import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import type { AuditActor } from '../audit/entry';
import { type Office, offices } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import { type Account, accounts } from './account';
import { type Invitation, openInvitations } from './invitation';
import { passkeysOf } from './passkey';
import type { PeoplePorts } from './people-ports';
import { sessionsThatHold } from './sessions';

/** One line of the list. */
export interface Person {
  readonly account: Account;
  readonly officeName: string | null;
  readonly passkeys: number;
  /** Sessions that hold now. */
  readonly sessions: number;
}

/** `yourself`: nobody disables their own account. `gone`: there is no such account. */
export interface PersonError {
  readonly code: 'yourself' | 'gone';
  readonly message: string;
}

/** Who works for one office or (null) for all, by office and name, with the invitations that still hold. */
export async function listPeople(
  ports: Pick<PeoplePorts, 'state' | 'now'> & OfficePorts,
  officeId: string | null,
): Promise<{ readonly people: readonly Person[]; readonly invitations: readonly Invitation[] }> {
  const names = new Map((await offices.list(ports.state)).map(({ value }) => [value.id, value.name]));
  const all = (await accounts.list(ports.state)).map(({ value }) => value);
  const wanted = all.filter((account) => officeId === null || account.officeId === officeId);
  const people = await Promise.all(
    wanted.map(async (account) => ({
      account,
      officeName: account.officeId === null ? null : (names.get(account.officeId) ?? account.officeId),
      passkeys: (await passkeysOf(ports.state, account.id)).length,
      sessions: (await sessionsThatHold(ports, account.id)).length,
    })),
  );
  people.sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));
  return { people, invitations: await openInvitations(ports, officeId) };
}

const sortKey = ({ account, officeName }: Person): string => `${officeName ?? ''} ${account.name}`;

/** Let somebody sign in no more, or (`isDisabled: false`) again. All their sessions end either way. */
export async function setDisabled(
  ports: OfficePorts,
  accountId: string,
  { isDisabled, by }: { readonly isDisabled: boolean; readonly by: AuditActor },
): Promise<Result<Account, PersonError>> {
  if (by.id === accountId) {
    return err({ code: 'yourself', message: 'You cannot do this to your own account. Ask a colleague.' });
  }
  for (;;) {
    const found = await accounts.read(ports.state, accountId);
    if (found === null) return err({ code: 'gone', message: 'There is no such account.' });
    const at = ports.now().toISOString();
    const account = { ...found.value, disabledAt: isDisabled ? at : null, signedOutAt: at };
    const result = await commitAudited(ports, {
      checks: [accounts.unchanged(found, accountId)],
      writes: [accounts.write(account, [accountId])],
      events: [
        {
          action: isDisabled ? 'account.disabled' : 'account.changed',
          actor: by,
          officeId: account.officeId,
          subject: accountId,
          details: { name: account.name, disabled: isDisabled },
        },
      ],
    });
    if (result === 'committed') return ok(account);
  }
}

/** Make the record of an office that is not there yet. Gives what stands there, made now or before. */
export async function makeOffice(
  ports: OfficePorts,
  wanted: Pick<Office, 'id' | 'name' | 'kind' | 'state'> & { readonly isPractice?: boolean },
  by: AuditActor,
): Promise<Office> {
  for (;;) {
    const found = await offices.read(ports.state, wanted.id);
    if (found !== null) return found.value;
    const office: Office = {
      phone: null,
      singleNumberBeatsRange: false,
      dutyApproverIds: [],
      isPractice: false,
      ...wanted,
    };
    const result = await commitAudited(ports, {
      checks: [offices.unchanged(null, office.id)],
      writes: [offices.write(office, [office.id])],
      events: [
        {
          action: 'office.made',
          actor: by,
          officeId: office.id,
          subject: office.id,
          details: { name: office.name, kind: office.kind, state: office.state },
        },
      ],
    });
    if (result === 'committed') return office;
  }
}
