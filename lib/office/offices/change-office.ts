// Owns changing what is known of an office: the phone that voters are given and who heard it answered, what the office has
// declared, who of the state stands in for it. That the actor may is checked by the caller. Knows no request.

import { err, ok, type Result } from '@/lib/core/result';
import { en } from '@/lib/messages/en';
import { deskTimeZones } from '@/lib/view/desk-time';
import { phoneLink } from '@/lib/view/phone';
import { accounts } from '../accounts/account';
import type { PersonActor } from '../accounts/session';
import { commitAudited } from '../audit/commit-audited';
import type { AuditEvent } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import { type Office, offices } from './office';

/** `gone`: no such office. `badPhone`: it cannot be dialled. `noHours`: nothing says when it is answered. `otherPhone`: the
 *  number that was called is no longer the office's. `badZone`: no time zone of the country. `notState`: only people of the
 *  state stand in. `conflict`: somebody changed it meanwhile. */
export interface OfficeError {
  readonly code: 'gone' | 'badPhone' | 'noHours' | 'otherPhone' | 'badZone' | 'notState' | 'conflict';
  readonly message: string;
}

type Changed = Result<Office, OfficeError>;

export interface OfficeChange {
  readonly officeId: string;
  readonly by: PersonActor;
}

/** Set the phone that voters are given. `number: '601.555.0100'` is kept as `(601) 555-0100`. Another number takes the
 *  confirmation away: nothing is published until somebody has called it. */
export async function setPhone(
  ports: OfficePorts,
  { number, electionDayHours, ...change }: OfficeChange & { number: string; electionDayHours: string },
): Promise<Changed> {
  const link = phoneLink(number, en);
  if (link === null || !/^tel:\+1\d{10}/.test(link.href)) {
    return fail('badPhone', 'Give one number with its area code, like this: (601) 555-0100.');
  }
  const hours = electionDayHours.trim();
  if (hours === '')
    return fail('noHours', 'Say when it is answered on election day, like this: 6 am to 9 pm.');
  return changed(ports, change, 'office.changed', ({ phone }) => {
    const confirmed = phone?.number === link.text ? phone.confirmed : null;
    const isConfirmed = confirmed !== null;
    return ok({
      next: { phone: { number: link.text, electionDayHours: hours, confirmed } },
      details: { phone: link.text, electionDayHours: hours, isConfirmed },
    });
  });
}

/** Say that somebody called the number, and that it was answered. `number` is what they called: where the office's has
 *  changed since the page was drawn, the call says nothing of the new one. */
export async function confirmPhone(
  ports: OfficePorts,
  { number, ...change }: OfficeChange & { number: string },
): Promise<Changed> {
  return changed(ports, change, 'phone.confirmed', ({ phone }) => {
    if (phone?.number !== number) {
      return fail('otherPhone', 'The number has changed. Call the new one, then say so here.');
    }
    const confirmed = { by: change.by.name, at: ports.now().toISOString() };
    return ok({ next: { phone: { ...phone, confirmed } }, details: { phone: number } });
  });
}

/** Declare whether a number that stands alone on the list beats a range that holds it. Counts from the next draft on. */
export async function setSingleNumberBeatsRange(
  ports: OfficePorts,
  { isOn, ...change }: OfficeChange & { isOn: boolean },
): Promise<Changed> {
  return changed(ports, change, 'office.changed', () =>
    ok({ next: { singleNumberBeatsRange: isOn }, details: { singleNumberBeatsRange: isOn } }),
  );
}

/** Set the zone in which the desk shows times; null: the one that most of the state keeps. */
export async function setTimeZone(
  ports: OfficePorts,
  { timeZone, ...change }: OfficeChange & { timeZone: string | null },
): Promise<Changed> {
  if (timeZone !== null && !deskTimeZones.includes(timeZone)) {
    return fail('badZone', 'Choose one of the time zones on the list.');
  }
  return changed(ports, change, 'office.changed', () =>
    ok({ next: { timeZone: timeZone ?? undefined }, details: { timeZone } }),
  );
}

/** Name who of the state stands in as approver for this office; an empty list: nobody. */
export async function nameDutyApprovers(
  ports: OfficePorts,
  { accountIds, ...change }: OfficeChange & { accountIds: readonly string[] },
): Promise<Changed> {
  const ids = [...new Set(accountIds)].sort();
  const names: string[] = [];
  for (const id of ids) {
    const account = (await accounts.read(ports.state, id))?.value;
    if (account?.role !== 'state' || account.disabledAt !== null) {
      return fail('notState', 'Only people of the state office who can sign in may stand in.');
    }
    names.push(account.name);
  }
  return changed(ports, change, 'dutyApprover.named', () =>
    ok({ next: { dutyApproverIds: ids }, details: { approvers: names.join(', ') } }),
  );
}

interface Step {
  readonly next: Partial<Office>;
  readonly details: AuditEvent['details'];
}

async function changed(
  ports: OfficePorts,
  { officeId, by }: OfficeChange,
  action: AuditEvent['action'],
  step: (office: Office) => Result<Step, OfficeError>,
): Promise<Changed> {
  const found = await offices.read(ports.state, officeId);
  if (found === null) return fail('gone', 'There is no such office.');
  const result = step(found.value);
  if (!result.ok) return result;
  const office: Office = { ...found.value, ...result.value.next };
  const actor = { kind: 'person', id: by.accountId, name: by.name } as const;
  const committed = await commitAudited(ports, {
    checks: [offices.unchanged(found, officeId)],
    writes: [offices.write(office, [officeId])],
    events: [{ action, actor, officeId, subject: officeId, details: result.value.details }],
  });
  if (committed === 'committed') return ok(office);
  return fail('conflict', 'Somebody changed this meanwhile. Load the page again.');
}

function fail(code: OfficeError['code'], message: string): Result<never, OfficeError> {
  return err({ code, message });
}
