// Owns that the desk works behind the edge: a real nginx, whose nonce Next puts into the scripts it writes, and a browser that
// reports nothing that the policy stopped. docs/edge.md.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { OFFICE as OWN_TABLES } from '@/lib/office/drafts/draft-ports.fixture';
import { draftWithTables, rangesTable } from '@/lib/office/drafts/foreign-tables.fixture';
import { nginxConfig } from '@/scripts/edge/nginx-config';
import { hasNginx, startNginx } from '@/scripts/edge/run-nginx';
import { freePort } from '@/scripts/free-port';
import { stoppedByPolicy } from '../stopped-by-policy';
import { draftWithMoves, OFFICE } from './compare-seed';
import { busyOffice } from './desk-seed';
import { type OfficeServer, startOfficeServer } from './office-server';
import { test as base, expect, officeFor, signedIn } from './office-test';
import { open } from './ready';
import { draftWithProblems, feedWithLargeNotes } from './upload-seed';

const test = base.extend<object, { edge: OfficeServer }>({
  edge: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const [port, voterPort] = [await freePort(), await freePort()];
      const url = `http://localhost:${port}`;
      const server = await startOfficeServer({ LEVEE_OFFICE_ORIGIN: url, LEVEE_TRUSTED_PROXY: '1' });
      const runDir = join(server.folder, 'nginx');
      mkdirSync(runDir);
      const office = { port, serverNames: ['localhost'], upstream: `127.0.0.1:${new URL(server.url).port}` };
      const voters = { webRoot: server.folder, port: voterPort, serverNames: ['vote.test'], policies: {} };
      const nginx = await startNginx(nginxConfig({ ...voters, runDir, workers: 1, office }), runDir);
      await use({ ...server, url });
      await nginx.stop();
      await server.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

test.skip(!hasNginx(), 'no nginx here');

test('every page of the desk loads whole behind the edge, its scripts with the nonce of this one answer', async ({
  browser,
  edge,
}) => {
  test.setTimeout(120_000);
  const officeId = 'ms-edge';
  await busyOffice(edge, officeId);
  const problems = await draftWithProblems(edge, officeId, 30);
  const ana = await signedIn(browser, edge, { role: 'approver', officeId, name: 'Ana Ruiz' });
  const moves = await draftWithMoves(edge, ana.actor.accountId);
  const cole = await signedIn(browser, edge, { role: 'state', officeId: null, name: 'Cole State' });
  const desk = `/office/${officeId}/`;
  const draft = `${desk}drafts/${problems.id}/`;
  const anas = [
    desk,
    `${desk}drafts/new/`,
    draft,
    `${desk}notices/new/`,
    `${desk}history/`,
    `${desk}settings/`,
  ];
  const moved = `/office/${OFFICE}/drafts/${moves.draftId}/`;
  const coles = ['/office/', '/office/audit/', '/office/people/', '/office/account/', '/office/claims/'];
  await officeFor(edge, OWN_TABLES.id);
  const columns = await draftWithTables(draftPorts(edge.ports), [rangesTable]);
  const edith = await signedIn(browser, edge, { role: 'editor', officeId: OWN_TABLES.id });
  const help = ['/office/help/problems/', '/office/help/problems/zip-unreadable/'];
  const visits = [
    { who: ana, paths: [...anas, `${desk}nothing-here/`, '/office/test-computer/', ...help] },
    { who: edith, paths: [`/office/${OWN_TABLES.id}/drafts/${columns.id}/columns/`] },
    {
      who: cole,
      paths: [...coles, moved, `${moved}compare/`, `${moved}approve/`, '/office/sign-in/', '/office/enrol/'],
    },
  ];
  const nonces = new Set<string>();
  for (const { who, paths } of visits) {
    const stopped = await stoppedByPolicy(who.context);
    for (const path of paths) {
      const response = await who.page.goto(path, { waitUntil: 'networkidle' });
      const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
      const nonce = /'nonce-([0-9a-f]{32})'/.exec(policy)?.[1] ?? `none: ${path}`;
      expect(policy).not.toContain('unsafe');
      nonces.add(nonce);
      const html = (await response?.text()) ?? '';
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length, path).toBeGreaterThan(3);
      expect(
        scripts.filter((each) => !each.includes(`nonce="${nonce}"`)),
        path,
      ).toEqual([]);
    }
    expect(stopped).toEqual([]);
  }
  expect(nonces.size).toBe(visits.flatMap(({ paths }) => paths).length);
  await Promise.all([ana.context.close(), cole.context.close(), edith.context.close()]);
});

test('files are read in a worker, uploaded in pieces through the edge, and checked', async ({
  browser,
  edge,
}) => {
  const officeId = 'ms-edge-upload';
  const { page, context } = await signedIn(browser, edge, { role: 'editor', officeId });
  const stopped = await stoppedByPolicy(context);
  await open(page, `/office/${officeId}/drafts/new/`);
  await page.getByLabel('Files', { exact: true }).setInputFiles(feedWithLargeNotes());
  await expect(page.getByRole('heading', { name: 'What is in them' })).toBeVisible();
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page).toHaveURL(/\/drafts\/[\w-]{22}\/$/);
  expect(stopped).toEqual([]);
  await context.close();
});
