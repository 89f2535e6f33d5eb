// Upload tokens: shown once, known by their hash, good for drafts of one office until they are taken back.

import { describe, expect, it } from 'vitest';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { may, officeActions } from './actor';
import type { PersonActor } from './session';
import { listTokens, makeToken, readToken, revokeToken } from './token';

const by: PersonActor = {
  kind: 'person',
  accountId: 'account-ana',
  name: 'Ana',
  role: 'approver',
  officeId: 'ms-adams',
  sessionId: '',
  verifiedAt: '',
};
const wanted = { officeId: 'ms-adams', name: 'nightly export', by };

describe('an upload token', () => {
  it('lets an office’s job make drafts, and do nothing else', async () => {
    const ports = memoryPorts();
    const { text } = await makeToken(ports, wanted);
    const actor = await readToken(ports, text);
    if (!actor.ok) throw new Error(actor.error.code);
    const allowed = officeActions.filter((action) => may(actor.value, action, 'ms-adams'));
    expect(allowed).toEqual(['draft']);
    expect(officeActions.filter((action) => may(actor.value, action, 'ms-yazoo'))).toEqual([]);
    expect(officeActions.filter((action) => may(actor.value, action, null))).toEqual([]);
  });

  it('is nowhere in the store', async () => {
    const ports = memoryPorts();
    const { text } = await makeToken(ports, wanted);
    const secret = text.split('.').at(-1) ?? '';
    expect(JSON.stringify(await ports.state.list({ prefix: '', limit: 100 }))).not.toContain(secret);
  });

  it('is unknown with any part changed, for another office too', async () => {
    const ports = memoryPorts();
    const { text } = await makeToken(ports, wanted);
    const parts = text.split('.');
    const changed = [1, 2, 3].map((index) => parts.with(index, 'ms-yazoo-other').join('.'));
    for (const other of [...changed, '', 'levee', `${text} `, `x${text}`]) {
      expect(await readToken(ports, other)).toMatchObject({ ok: false, error: { code: 'unknown' } });
    }
  });

  it('shows when it was used, to the minute, and opens nothing once it is taken back', async () => {
    const ports = memoryPorts();
    const { text, token } = await makeToken(ports, wanted);
    await readToken(ports, text);
    const used = ports.clock.now.toISOString();
    ports.clock.now = new Date(ports.clock.now.getTime() + 30_000);
    await readToken(ports, text);
    expect((await listTokens(ports, 'ms-adams'))[0]?.lastUsedAt).toBe(used);
    ports.clock.now = new Date(ports.clock.now.getTime() + 31_000);
    await readToken(ports, text);
    expect((await listTokens(ports, 'ms-adams'))[0]?.lastUsedAt).toBe(ports.clock.now.toISOString());
    const asked = { officeId: 'ms-adams', tokenId: token.id, by };
    expect(await revokeToken(ports, { ...asked, officeId: 'ms-yazoo' })).toMatchObject({ ok: false });
    expect(await revokeToken(ports, asked)).toMatchObject({ ok: true });
    expect(await revokeToken(ports, asked)).toMatchObject({ ok: true });
    expect(await readToken(ports, text)).toMatchObject({ ok: false, error: { code: 'revoked' } });
  });
});
