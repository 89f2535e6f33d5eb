// Where somebody is led after signing in is a page of this desk, whatever the address says.

import { expect, it } from 'vitest';
import { nextPath } from './next-path';

it.each([
  ['/office/ms-adams/', '/office/ms-adams/'],
  ['/office/audit/?day=2026-10-01&action=draft.made', '/office/audit/?day=2026-10-01&action=draft.made'],
  [undefined, '/office/'],
  ['', '/office/'],
  ['https://evil.example/office/', '/office/'],
  ['//evil.example/office/', '/office/'],
  ['/office//evil.example/', '/office/'],
  ['/office/\\evil.example/', '/office/'],
  ['/office/../en/', '/office/'],
  ['/en/', '/office/'],
  ['javascript:alert(1)', '/office/'],
  ['/office/api/sign-out/', '/office/'],
  ['/office/sign-in/?next=/office/', '/office/'],
])('%s leads to %s', (asked, led) => {
  expect(nextPath(asked)).toBe(led);
});
