// Nobody sees a page of the desk without a session, by whatever address.

import { readdirSync } from 'node:fs';
import { expect, test } from './office-test';

const OPEN = ['sign-in', 'enrol', 'test-computer', 'help/problems', 'help/problems/[code]'];
const pages = readdirSync('app/office', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.server.tsx'))
  .map((file) => file.replace(/\/?page\.server\.tsx$/, ''))
  .filter((page) => !OPEN.includes(page));

test('every page leads to the sign-in page where nobody is signed in', async ({ office, request }) => {
  for (const page of pages) {
    const path = `/office/${page.replace(/\[officeId\]/g, 'ms-adams').replace(/\[\w+\]/g, 'nothing-at-all')}/`;
    const response = await request.get(path.replace('//', '/'), { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    expect(response.headers().location, path).toMatch(/^\/office\/sign-in\/\?next=/);
  }
  const forged = { Cookie: `__Host-levee-session=${'q'.repeat(22)}` };
  const response = await request.get(`${office.url}/office/audit/`, { maxRedirects: 0, headers: forged });
  expect(response.headers().location).toContain('why=signedOut');
});

test('the API lets nobody in, and says so in JSON', async ({ office, request }) => {
  const response = await request.get(`${office.url}/office/api/audit/export/`);
  expect(response.status()).toBe(401);
  expect(response.headers()['cache-control']).toBe('no-store');
  expect(await response.json()).toEqual({ error: { code: 'signIn', message: 'Please sign in.' } });
});

test('tries are counted by the socket’s address, whatever a request says of itself', async ({
  office,
  request,
}) => {
  const statuses: number[] = [];
  for (let n = 0; n <= 30; n++) {
    const forged = { 'X-Forwarded-For': `198.51.100.${n}`, 'X-Levee-Socket': `198.51.100.${n}` };
    const response = await request.post(`${office.url}/office/api/sign-in/by-name/`, {
      headers: { Origin: office.url, ...forged },
      data: { name: 'Nobody' },
    });
    statuses.push(response.status());
  }
  expect(statuses).toEqual([...Array(30).fill(200), 429]);
});
