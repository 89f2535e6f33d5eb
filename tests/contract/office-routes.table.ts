// Owns who gets to which route of the office's API: one row for each method of each route file under app/office/api. The test
// beside it finds the files and fails where a row is missing. Knows no handler.
//
// A new route: add `row('drafts/[officeId]/[draftId]/submit', 'POST', ownOffice)`. Who is let in is one of the lists below,
// or a list of your own: `['approver', 'state']`.

/** Who tries every route. `editor`, `approver` and `token` are of the office in the address; `other…` of another one.
 *  `state` belongs to none. All have shown their passkey just now; `stale` is `state` ten minutes later. */
export const callers = [
  'nobody',
  'editor',
  'approver',
  'state',
  'otherEditor',
  'otherApprover',
  'token',
  'otherToken',
] as const;
export type Caller = (typeof callers)[number];

/** Nobody is let in by these, whatever the route. */
export const neverIn = ['expired', 'idle', 'revoked', 'disabled', 'wrongOrigin', 'noOrigin'] as const;

export interface Row {
  /** The folder below app/office/api. */
  readonly route: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly letsIn: readonly Caller[];
  /** The passkey must have been shown within five minutes. */
  readonly stepUp: boolean;
  /** How it is made: `officeRoute`; `openRoute` for who is not signed in yet; `secret`: for machines that know one. */
  readonly madeBy: 'officeRoute' | 'openRoute' | 'secret';
}

/** Whoever belongs to the office, and the state. */
export const ownOffice: readonly Caller[] = ['editor', 'approver', 'state'];
/** The same, and the office's upload tokens. */
export const ownOfficeAndToken: readonly Caller[] = [...ownOffice, 'token'];
/** Those who may approve. */
export const approvers: readonly Caller[] = ['approver', 'state'];
/** Every person who is signed in, to what is their own. */
export const everyPerson: readonly Caller[] = [...ownOffice, 'otherEditor', 'otherApprover'];
const state: readonly Caller[] = ['state'];

function row(route: string, method: Row['method'], letsIn: readonly Caller[], more: Partial<Row> = {}): Row {
  return { route, method, letsIn, stepUp: false, madeBy: 'officeRoute', ...more };
}

const stepUp = { stepUp: true } as const;
const open = { madeBy: 'openRoute' } as const;

export const table: readonly Row[] = [
  row('sign-in/begin', 'POST', callers, open),
  row('sign-in/by-name', 'POST', callers, open),
  row('sign-in/finish', 'POST', callers, open),
  row('enrol/begin', 'POST', callers, open),
  row('policy-report', 'POST', callers, open),
  row('enrol/finish', 'POST', callers, open),
  row('sign-out', 'POST', everyPerson),
  row('step-up/begin', 'POST', everyPerson),
  row('step-up/finish', 'POST', everyPerson),

  row('account/passkeys/ask', 'POST', everyPerson),
  row('account/passkeys/begin', 'POST', everyPerson),
  row('account/passkeys/finish', 'POST', everyPerson, stepUp),
  row('account/passkeys/[passkeyId]/remove', 'POST', everyPerson, stepUp),
  row('account/sessions/[sessionId]/revoke', 'POST', everyPerson),
  row('people/invite', 'POST', state, stepUp),
  row('people/[accountId]/invite', 'POST', state, stepUp),
  row('people/[accountId]/disable', 'POST', state, stepUp),
  row('people/invitations/[invitationId]/withdraw', 'POST', state, stepUp),
  row('sessions/[accountId]/[sessionId]/revoke', 'POST', state, stepUp),
  row('tokens/[officeId]', 'GET', approvers),
  row('tokens/[officeId]', 'POST', approvers),
  row('tokens/[officeId]/[tokenId]/revoke', 'POST', approvers),
  row('audit/export', 'GET', state),
  row('audit/[officeId]/export', 'GET', ownOffice),

  row('rollback/[officeId]', 'POST', ownOffice),
  row('rollback/[officeId]/[rollbackId]/approve', 'POST', approvers, stepUp),
  // And an editor, where it was their own wish.
  row('rollback/[officeId]/[rollbackId]/refuse', 'POST', approvers),
  row('claims/[claimId]/decide', 'POST', state, stepUp),
  row('settings/[officeId]/declarations', 'POST', approvers),
  row('settings/[officeId]/duty-approvers', 'POST', state),
  row('settings/[officeId]/phone', 'POST', approvers),
  row('settings/[officeId]/phone-confirmed', 'POST', approvers),
  row('settings/[officeId]/mappings/[mappingId]/remove', 'POST', ownOffice),
  row('settings/[officeId]/time-zone', 'POST', approvers),

  row('lists/[officeId]/export', 'GET', ownOffice),

  row('drafts/[officeId]', 'POST', ownOfficeAndToken),
  row('drafts/[officeId]/upload', 'POST', ownOfficeAndToken),
  row('drafts/[officeId]/same-places', 'POST', ownOffice),
  row('drafts/[officeId]/[draftId]', 'GET', ownOfficeAndToken),
  row('drafts/[officeId]/[draftId]/files/[fileId]/[chunk]', 'POST', ownOfficeAndToken),
  row('drafts/[officeId]/[draftId]/check', 'POST', ownOfficeAndToken),
  row('drafts/[officeId]/[draftId]/problems', 'GET', ownOfficeAndToken),
  row('drafts/[officeId]/[draftId]/corrections', 'POST', ownOffice),
  row('drafts/[officeId]/[draftId]/columns', 'POST', ownOffice),
  row('drafts/[officeId]/[draftId]/suggestions', 'POST', ownOffice),
  row('drafts/[officeId]/[draftId]/fixes', 'POST', ownOffice),
  row('drafts/[officeId]/[draftId]/difference', 'GET', ownOffice),
  row('preview/[officeId]/[draftId]/[name]', 'GET', ownOffice),
  row('drafts/[officeId]/[draftId]/submit', 'POST', ownOffice),
  row('drafts/[officeId]/[draftId]/withdraw', 'POST', ownOffice),
  row('drafts/[officeId]/[draftId]/golden', 'POST', ownOffice),
  row('drafts/[officeId]/[draftId]/acknowledge', 'POST', approvers, stepUp),
  row('drafts/[officeId]/[draftId]/return', 'POST', approvers, stepUp),
  row('drafts/[officeId]/[draftId]/approve', 'POST', approvers, stepUp),

  row('notices/state', 'POST', state),
  row('notices/state/preview', 'POST', state),
  row('notices/[officeId]', 'POST', ownOffice),
  row('notices/[officeId]/preview', 'POST', ownOffice),
  // Of the state, only whom the office has named as its stand-in: that is the use case's to say.
  row('notices/[officeId]/call-first', 'POST', approvers, stepUp),
  row('notices/[officeId]/[noticeId]/approve', 'POST', approvers, stepUp),
  // And an editor, where it was their own wish.
  row('notices/[officeId]/[noticeId]/refuse', 'POST', approvers),
  row('notices/[officeId]/[noticeId]/withdraw', 'POST', ownOffice),
  row('notices/[officeId]/[noticeId]/withdrawal', 'POST', approvers, stepUp),
  row('notices/[officeId]/[noticeId]/seen', 'POST', ownOffice),

  row('heartbeat', 'GET', [], { madeBy: 'secret' }),
  row('jobs/[officeId]/[jobId]', 'POST', ownOffice),
];
