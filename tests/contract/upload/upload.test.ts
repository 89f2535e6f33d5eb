// Uploads over real stores in a folder: through the routes as a script sends them, and two people at one draft at a time.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as check } from '@/app/office/api/drafts/[officeId]/[draftId]/check/route.server';
import { POST as putChunk } from '@/app/office/api/drafts/[officeId]/[draftId]/files/[fileId]/[chunk]/route.server';
import { GET as csv } from '@/app/office/api/drafts/[officeId]/[draftId]/problems/route.server';
import { GET as status } from '@/app/office/api/drafts/[officeId]/[draftId]/route.server';
import { POST as announce } from '@/app/office/api/drafts/[officeId]/route.server';
import { POST as upload } from '@/app/office/api/drafts/[officeId]/upload/route.server';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { type OpenedPorts, openOfficePorts } from '@/lib/adapters/office-container';
import { soundFeed } from '@/lib/ingest/feed.fixture';
import { makeToken } from '@/lib/office/accounts/token';
import { checkDraft } from '@/lib/office/drafts/check-draft';
import { correctCell } from '@/lib/office/drafts/correct-cell';
import { drafts } from '@/lib/office/drafts/draft';
import { announced, chunksOf, EDITOR, feedFiles, OFFICE } from '@/lib/office/drafts/draft-ports.fixture';
import { CHUNK_BYTES, MAX_FILES } from '@/lib/office/drafts/upload-limits';
import { offices } from '@/lib/office/offices/office';
import * as client from '@/lib/office-client/chunks';

const folder = mkdtempSync(join(tmpdir(), 'levee-upload-'));
let ports: OpenedPorts;
let bearer: string;
vi.mock('@/lib/adapters/office-container', async (original) => ({
  ...(await original<object>()),
  officePorts: async () => ports,
}));

beforeAll(async () => {
  vi.stubEnv('LEVEE_OFFICE_ORIGIN', 'http://localhost:3000');
  vi.stubEnv('LEVEE_STORE_DIR', folder);
  ports = await openOfficePorts({ kv: null, storeDirectory: folder });
  const write = offices.write(OFFICE, [OFFICE.id]);
  await ports.state.commit({ id: ports.newId(), checks: [], writes: [write] });
  const by = { ...EDITOR, kind: 'person', accountId: 'a', role: 'approver', officeId: OFFICE.id } as const;
  const token = await makeToken(ports, {
    officeId: OFFICE.id,
    name: 'nightly export',
    by: { ...by, sessionId: '', verifiedAt: '' },
  });
  bearer = `Bearer ${token.text}`;
});
afterAll(async () => {
  await ports.close();
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

async function asked(handler: unknown, params: object, init: RequestInit, query = ''): Promise<Response> {
  const headers = { Authorization: bearer, ...init.headers };
  const request = new Request(`http://localhost:3000/office/api/drafts/${query}`, { ...init, headers });
  return (handler as Handler)(request, {
    params: Promise.resolve({ officeId: OFFICE.id, ...params } as never),
  });
}

const zip = (feed = soundFeed) =>
  zipSync(Object.fromEntries(feedFiles(feed).map(({ name, bytes }) => [name, bytes])));

describe('a script with a token', () => {
  it('posts a zip and is told what was found', async () => {
    const body = zip().slice();
    const answer = await asked(upload, {}, { method: 'POST', body }, '?name=feed.zip&title=Nightly');
    expect(answer.status).toBe(200);
    const told = await answer.json();
    expect(told).toMatchObject({ state: 'checked', title: 'Nightly', checked: { errors: 0, segments: 2 } });
    const draft = await drafts.read(ports.state, OFFICE.id, told.draftId);
    expect(draft?.value.author).toMatchObject({ kind: 'token', name: 'nightly export' });
    const file = await asked(csv, { draftId: told.draftId }, {});
    expect(await file.text()).toMatch(/^severity,/);
  });

  it.each([
    ['', zip(), 422, 'badFiles'],
    ['?name=feed.zip&electionName=Runoff', zip(), 422, 'badFiles'],
    ['?name=feed.zip', new Uint8Array(), 422, 'badFiles'],
  ])('is told what is wrong with %j', async (query, bytes, code, name) => {
    const answer = await asked(upload, {}, { method: 'POST', body: bytes.slice() }, query);
    expect(answer.status).toBe(code);
    expect((await answer.json()).error.code).toBe(name);
  });

  it('is stopped at 300 MB before a byte is read, and leaves nothing behind when it is cut off', async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    const large = { method: 'POST', body: 'x', headers: { 'Content-Length': '300000000' } };
    const answer = await asked(upload, {}, large, '?name=feed.zip');
    expect(answer.status).toBe(413);
    expect((await answer.json()).error.message).toContain('200 MB');
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 70) controller.error(new Error('reset'));
        else controller.enqueue(new Uint8Array(100_000));
      },
    });
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    const cut = await asked(upload, {}, init, '?name=feed.zip');
    expect((await cut.json()).error.code).toBe('cutOff');
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => /uploads\/[^/]+\/[^/]+$/.test(name)).length).toBe(1);
    expect(left.length).toBeLessThanOrEqual(before + 1);
  });

  it('sends in chunks as a browser does, packed by the browser’s own code', async () => {
    expect([client.CHUNK_BYTES, client.MOST_FILES]).toEqual([CHUNK_BYTES, MAX_FILES]);
    const bytes = new Uint8Array(5_000_000).fill(120);
    const files = [...feedFiles(), { name: 'notes.txt', bytes }];
    const given = files.map(({ name, bytes: content }) => new File([content.slice()], name));
    const announcements = await Promise.all(given.map((file) => client.announce(file, () => {})));
    expect(announcements).toEqual(files.map(announced));
    const json = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ files: announcements });
    const made = await (await asked(announce, {}, { method: 'POST', headers: json, body })).json();
    for (const { fileId, name, missing } of made.missing) {
      const file = given.find((one) => one.name === name)!;
      for (const chunk of missing) {
        const packed = await client.packedChunk(file, chunk);
        const where = { draftId: made.draftId, fileId, chunk: String(chunk) };
        expect((await asked(putChunk, where, { method: 'POST', body: packed })).status).toBe(200);
      }
    }
    const where = { draftId: made.draftId };
    expect(await (await asked(status, where, {})).json()).toMatchObject({ state: 'uploading', missing: [] });
    const checked = await asked(check, where, { method: 'POST', body: '{}' });
    expect(await checked.json()).toMatchObject({ state: 'checked', checked: { segments: 2 } });
    expect(chunksOf(bytes)).toHaveLength(2);
  });
});

describe('two people at one draft', () => {
  it('both correct the same cell: one is told that it changed, or to wait; nothing is lost', async () => {
    const broken = soundFeed['street_segment.txt']!.map((row) => row.replace('ss2,2,98', 'ss2,2,9x8'));
    const answer = await asked(
      upload,
      {},
      { method: 'POST', body: zip({ ...soundFeed, 'street_segment.txt': broken }).slice() },
      '?name=feed.zip',
    );
    const { draftId } = await answer.json();
    const request = { officeId: OFFICE.id, draftId, actor: EDITOR };
    const step = { file: 'street_segment.txt', row: 3, column: 'end_house_number', before: '9x8' };
    const both = await Promise.all(
      ['98', '96'].map((after) => correctCell(draftPorts(ports), request, { ...step, after })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const checks = await Promise.all([1, 2].map(() => checkDraft(draftPorts(ports), request)));
    expect(checks.some(({ ok }) => ok)).toBe(true);
    const draft = (await drafts.read(ports.state, OFFICE.id, draftId))?.value;
    expect(draft).toMatchObject({ state: 'checked', checked: { errors: 0 } });
    expect(draft?.corrections).toHaveLength(1);
  });
});
