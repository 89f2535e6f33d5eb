// Owns what pages of the desk send to its routes, one example or more for each. Data only.

import { OFFICE } from './desk';

const SHA = 'a'.repeat(64);
/** Late changes, as the form sends them. */
export const wish = {
  kind: 'moved',
  placeIds: ['school'],
  from: '2030-11-05T06:00',
  until: '2030-11-05T20:00',
  newPlace: { kind: 'typed', name: 'Hall', line1: '1 A St', city: 'B', state: 'XX', zip: '00011' },
  hours: { opens: '07:00', closes: '19:00' },
  text: { en: 'Go to the hall.', es: 'Vaya al salón.' },
};
export const hoursWish = { ...wish, kind: 'hours', newPlace: null };
export const knownWish = { ...wish, newPlace: { kind: 'known', id: 'library' } };

/** Bodies that each route takes; those of routes that are not here are `{}`. */
export const BODIES: Readonly<Record<string, readonly unknown[]>> = {
  'rollback/[officeId]': [{ electionId: 'general-2030', dataset: null, reason: 'Wrong.' }],
  'jobs/[officeId]/[jobId]': [{ action: 'advance' }],
  'account/passkeys/begin': [{ response: { id: 'x', response: { clientDataJSON: 'e30' } } }],
  'account/passkeys/finish': [{ response: { id: 'x', response: { clientDataJSON: 'e30' } }, name: 'Phone' }],
  'step-up/finish': [{ response: { id: 'x', response: { clientDataJSON: 'e30' } } }],
  'sign-in/finish': [{ response: { id: 'x', response: { clientDataJSON: 'e30', userHandle: 'aa' } } }],
  'sign-in/by-name': [{ name: 'Sue Stone' }],
  'enrol/begin': [{ secret: 'abcdefgh' }],
  'enrol/finish': [{ secret: 'abcdefgh', response: {} }],
  'settings/[officeId]/time-zone': [{ timeZone: 'America/Denver' }, { timeZone: null }],
  'settings/[officeId]/phone': [{ number: '555-0100', electionDayHours: '6 am to 9 pm' }],
  'settings/[officeId]/phone-confirmed': [{ number: '555-0100' }],
  'settings/[officeId]/declarations': [{ isOn: true }],
  'settings/[officeId]/duty-approvers': [{ accountIds: ['id-0000000000000000001'] }],
  'claims/[claimId]/decide': [{ answers: OFFICE }, { answers: null }],
  'drafts/[officeId]': [
    {
      title: 'T',
      files: [{ name: 'a.zip', sizeBytes: 10, sha256: SHA, chunks: [SHA] }],
      election: { name: 'G', date: '2030-11-05' },
    },
  ],
  'drafts/[officeId]/same-places': [{ name: 'Runoff', date: '2030-12-03' }],
  'drafts/[officeId]/[draftId]/corrections': [
    { file: 'a.csv', row: 2, column: 'id', before: '1', after: '2' },
  ],
  'drafts/[officeId]/[draftId]/fixes': [
    { seen: 'x', at: [0] },
    { seen: 'x', at: null },
    { takeOut: 'fixes/x' },
  ],
  'drafts/[officeId]/[draftId]/golden': [{ lines: [{ address: '5 Main St', place: 'Example School' }] }],
  'drafts/[officeId]/[draftId]/acknowledge': [{ code: 'x', count: 1 }],
  'drafts/[officeId]/[draftId]/return': [{ reason: 'No.' }],
  'notices/[officeId]': [
    { wish, replaces: null },
    { wish: hoursWish, replaces: 'x' },
    { wish: knownWish, replaces: null },
  ],
  'notices/[officeId]/preview': [wish, hoursWish, knownWish],
  'notices/[officeId]/call-first': [{ wish: { placeIds: ['school'], from: wish.from, until: wish.until } }],
  'notices/[officeId]/[noticeId]/withdrawal': [{ agrees: true }],
  'tokens/[officeId]': [{ name: 'nightly' }],
  'people/invite': [
    { name: 'Ana', role: 'editor', officeId: OFFICE },
    { name: 'Bo', role: 'state', officeId: null },
  ],
  'policy-report': [
    {
      'csp-report': {
        'document-uri': 'https://office.example.gov/office/?a=b',
        'effective-directive': 'script-src-elem',
        'blocked-uri': 'https://evil.example/x',
        'line-number': 7,
      },
    },
  ],
  'people/[accountId]/disable': [{ isDisabled: true }],
};
