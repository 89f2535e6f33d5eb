// Owns what is said of each thing that waits on a desk: the sentence, the button, and where it leads.

import type { Waiting, WaitingKind } from '@/lib/office/offices/waiting';

export interface WaitingText {
  /** What is the matter: `“November precincts” waits for approval.` */
  readonly text: string;
  /** Why, or how. */
  readonly detail: string;
  readonly label: string;
  readonly href: string;
}

/** The words for one thing that waits at `officeId`. */
export function waitingText({ kind, who, subject, title }: Waiting, officeId: string): WaitingText {
  const entry = texts[kind];
  const { text, label, to } = who === 'you' ? entry : { ...entry, ...entry.forOthers };
  const detail = who === 'you' ? entry.detail : (entry.forOthers?.detail ?? entry.detail);
  const href = to.replace('OFFICE', `/office/${officeId}`).replace('SUBJECT', subject ?? '');
  // A function: `$&` in a title is text.
  return { text: text.replace('TITLE', () => title), detail, label, href };
}

interface Entry {
  readonly text: string;
  readonly detail: string;
  readonly label: string;
  readonly to: string;
  /** What differs for who cannot do it. */
  readonly forOthers?: { readonly detail: string; readonly label?: string; readonly to?: string };
}

const DRAFT = 'OFFICE/drafts/SUBJECT/';
const second = { detail: 'Another person who may approve has to look at it.' };

/** TITLE, OFFICE and SUBJECT are filled in. */
const texts: Readonly<Record<WaitingKind, Entry>> = {
  jobFailed: {
    text: 'Publishing stopped.',
    detail: 'Voters still see what was live before. The page says what to do.',
    label: 'See why it stopped',
    to: 'OFFICE/jobs/SUBJECT/',
  },
  publishing: {
    text: 'Something is being published.',
    detail: 'It takes less than a minute.',
    label: 'Watch it',
    to: 'OFFICE/jobs/SUBJECT/',
  },
  approveNotice: {
    text: 'TITLE asked for a late change.',
    detail: 'Voters see it once you approve it.',
    label: 'Look at the late change',
    to: 'OFFICE/notices/SUBJECT/',
    forOthers: second,
  },
  approveNoticeEnd: {
    text: 'TITLE asked to take a late change down.',
    detail: 'Voters see it until you approve that.',
    label: 'Look at the late change',
    to: 'OFFICE/notices/SUBJECT/',
    forOthers: second,
  },
  approveRollback: {
    text: 'TITLE asked to go back to an earlier list.',
    detail: 'Nothing changes for voters until you approve it.',
    label: 'Look at the request',
    to: 'OFFICE/history/back/SUBJECT/',
    forOthers: second,
  },
  approveDraft: {
    text: '“TITLE” waits for approval.',
    detail: 'Look at what changes for voters. Then approve it or send it back.',
    label: 'Review and approve',
    to: `${DRAFT}approve/`,
    forOthers: {
      detail: 'Somebody who did not make it has to approve it.',
      label: 'See what changes',
      to: `${DRAFT}compare/`,
    },
  },
  givePhone: {
    text: 'Voters have no phone number to call.',
    detail: 'Nothing is published without one. It takes a minute.',
    label: 'Set the phone number',
    to: 'OFFICE/settings/',
    forOthers: {
      detail: 'Ask somebody who may approve to set it. Nothing is published without one.',
      label: 'See the settings',
    },
  },
  confirmPhone: {
    text: 'Nobody has called TITLE yet.',
    detail: 'Call it. If the office answers, say so in the settings. Nothing is published before that.',
    label: 'Confirm the phone number',
    to: 'OFFICE/settings/',
    forOthers: {
      detail: 'Ask somebody who may approve to call it. Nothing is published before that.',
      label: 'See the settings',
    },
  },
  returned: {
    text: '“TITLE” came back.',
    detail: 'The approver wrote why.',
    label: 'See why',
    to: DRAFT,
  },
  sayColumns: {
    text: 'We need to know what the columns of “TITLE” hold.',
    detail: 'We have guessed. Look at it and say whether it is right.',
    label: 'Look at the columns',
    to: `${DRAFT}columns/`,
  },
  cannotRead: {
    text: '“TITLE” could not be read.',
    detail: 'The page names the problem and what to do about it.',
    label: 'See the problem',
    to: DRAFT,
  },
  submit: {
    text: '“TITLE” is checked.',
    detail: 'Look at its problems and at what changes. Then submit it.',
    label: 'Go on with it',
    to: DRAFT,
  },
  finishUpload: {
    text: '“TITLE” is not all here yet.',
    detail: 'Choose the same files again: the upload goes on where it stopped.',
    label: 'Finish the upload',
    to: DRAFT,
  },
  checking: {
    text: '“TITLE” is being checked.',
    detail: 'A large file takes a minute.',
    label: 'Watch it',
    to: DRAFT,
  },
  firstUpload: {
    text: 'There is no list of polling places yet.',
    detail:
      'Upload the file that your system exports. Nobody sees it before a second person has approved it.',
    label: 'Upload a file',
    to: 'OFFICE/drafts/new/',
  },
  decideClaim: {
    text: 'Two offices list the same addresses.',
    detail: 'Decide whose list answers.',
    label: 'Look at both',
    to: '/office/claims/',
    forOthers: { detail: 'The state office decides whose list answers.' },
  },
};
