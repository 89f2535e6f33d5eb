// What the audit's lines read like on the desk.

import { expect, it } from 'vitest';
import { actionText, detailsText } from './audit-words';

it.each([
  ['session.started', 'session started'],
  ['signIn.refused', 'sign in refused'],
] as const)('%s reads %s', (action, text) => {
  expect(actionText(action)).toBe(text);
});

const hash = '3fa9c2d1'.padEnd(64, '0');

it.each([
  [{ title: 'November', nothing: null, empty: '' }, 'title: November'],
  [{ name: 'Ana Ruiz', recovery: false }, 'name: Ana Ruiz, for a lost passkey: no'],
  [{ rowsSetAside: 3, pollingLocations: 12 }, 'rows set aside: 3, polling places: 12'],
  [
    { kind: 'rollback', plan: `plans/${hash}` },
    'what for: going back to an earlier list, made from: 3fa9c2d1',
  ],
  [{ kind: 'constructor', dataset: hash }, 'what for: constructor, list: 3fa9c2d1'],
  [{ setAside: '[["ms-adams",12],["ms-franklin",3]]' }, 'rows set aside: ms-adams 12, ms-franklin 3'],
  [{ setAside: '[]' }, 'rows set aside: none any more'],
  [{ files: 3, bytes: 99, 'release folder': 1 }, 'files: 3, bytes: 99, release folder: 1'],
  [{ somethingNew: true }, 'something new: yes'],
  [{ toString: 'x' }, 'to string: x'],
])('%j reads %s', (details, text) => {
  expect(detailsText(details)).toBe(text);
});
