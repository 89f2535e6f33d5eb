// Owns who may do what: roles, actions, and the one function that decides. Pure: knows no session, no request.

/** `editor` uploads and submits; `approver` does that and approves what somebody else submitted; `state` sees all
 *  offices, invites people, and can stand in as approver. */
export const roles = ['editor', 'approver', 'state'] as const;
export type Role = (typeof roles)[number];

/** Who stands behind a request, once it is known. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly accountId: string;
      readonly name: string;
      readonly role: Role;
      /** null for `state` alone. */
      readonly officeId: string | null;
      readonly sessionId: string;
      /** When the passkey was last asked for, ISO 8601. */
      readonly verifiedAt: string;
    }
  | { readonly kind: 'token'; readonly tokenId: string; readonly name: string; readonly officeId: string };

/** Everything that a route can be asked for. The table below says who may. */
export const officeActions = [
  'read',
  'draft',
  'submit',
  'approve',
  'rollback',
  'notice',
  'approveNotice',
  'callFirst',
  'office',
  'token',
  'readPeople',
  'people',
  'ownAccount',
  'readAudit',
  'claim',
  'state',
] as const;
export type OfficeAction = (typeof officeActions)[number];

const editorMay = [
  'read',
  'draft',
  'submit',
  'rollback',
  'notice',
  'readPeople',
  'ownAccount',
  'readAudit',
] as const satisfies readonly OfficeAction[];

const mayByRole: Readonly<Record<Role, ReadonlySet<OfficeAction>>> = {
  editor: new Set(editorMay),
  approver: new Set([...editorMay, 'approve', 'approveNotice', 'callFirst', 'office', 'token']),
  state: new Set(officeActions),
};

/** Asks for the passkey again, at most `STEP_UP_MINUTES` before. */
export const needsStepUp: ReadonlySet<OfficeAction> = new Set([
  'approve',
  'approveNotice',
  'callFirst',
  'people',
]);
export const STEP_UP_MINUTES = 5;

/** Whether `actor` may do `action` to what `officeId` owns (null: what belongs to no single office). An upload token
 *  may make drafts for its own office, and nothing else. That an author does not approve their own work is checked
 *  where the work is known. */
export function may(actor: Actor, action: OfficeAction, officeId: string | null): boolean {
  if (actor.kind === 'token') return action === 'draft' && officeId === actor.officeId;
  if (!mayByRole[actor.role].has(action)) return false;
  if (actor.role === 'state') return true;
  return action === 'ownAccount' || (officeId !== null && officeId === actor.officeId);
}

/** Whether the passkey was asked for recently enough for `action`. */
export function isFresh(actor: Actor, action: OfficeAction, now: Date): boolean {
  if (!needsStepUp.has(action)) return true;
  if (actor.kind === 'token') return false;
  return now.getTime() - Date.parse(actor.verifiedAt) <= STEP_UP_MINUTES * 60_000;
}
