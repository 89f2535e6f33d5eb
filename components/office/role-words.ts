// Owns what roles are called on the desk, and what each may do in one sentence.

import type { Role } from '@/lib/office/accounts/actor';

/** `roleWords.editor.name` is `Editor`. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  editor: { name: 'Editor', may: 'Uploads lists, fixes them and submits them.' },
  approver: { name: 'Approver', may: 'Does what editors do, and approves what somebody else submitted.' },
  state: { name: 'State', may: 'Sees every office, invites people, and can stand in as approver.' },
};

/** All of them, the one who may least first. */
export const roleNames = Object.keys(roleWords) as readonly Role[];
