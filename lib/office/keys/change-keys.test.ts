// Keys that are rotated, retired and revoked, and what readers make of it.

import { describe, expect, it } from 'vitest';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { verifyPointer } from '@/lib/release/verify-pointer';
import { auditEntries } from '../audit/commit-audited';
import { heartbeat } from '../publish/heartbeat';
import { livePointer } from '../publish/pointer';
import type { PublishPorts } from '../publish/publish-ports';
import { publish, publishPorts, testKey } from '../publish/publish-ports.fixture';
import { retireKey, revokeKey, rotateKey } from './change-keys';
import { listKeys } from './list-keys';

async function twoKeys() {
  const [current, next] = [await testKey(), await testKey()];
  const ports = await publishPorts({
    keys: [next, current],
    publicKeys: [current.publicKey, next.publicKey],
  });
  await publish(ports, exampleCounty);
  return { ports, current, next };
}

/** What a reader with both keys believes. */
async function believed(ports: PublishPorts, revokedKeyIds: readonly string[] = []) {
  const bytes = new TextEncoder().encode((await livePointer(ports))?.value.text);
  return verifyPointer(bytes, { publicKeys: ports.publicKeys, revokedKeyIds, highestSequences: {} });
}

describe('keys', () => {
  it('sign with the oldest that readers trust, until they are rotated', async () => {
    const { ports, current, next } = await twoKeys();
    expect(await believed(ports)).toMatchObject({ value: { keyId: current.id } });
    expect((await rotateKey(ports, 'me')).ok).toBe(true);
    await heartbeat(ports);
    expect(await believed(ports)).toMatchObject({ value: { keyId: next.id } });
  });

  it('are revoked by the next, and readers remember it', async () => {
    const { ports, current, next } = await twoKeys();
    await rotateKey(ports, 'me');
    expect((await revokeKey(ports, { keyId: current.id, by: 'me' })).ok).toBe(true);
    await heartbeat(ports);
    expect(await believed(ports)).toMatchObject({
      value: { keyId: next.id, revokedKeyIds: [current.id] },
    });
  });

  it.each([
    ['the one that signs', 'signing'],
    ['a later one', 'notElder'],
    ['one that nobody trusts', 'unknownKey'],
  ] as const)('do not revoke %s', async (which, code) => {
    const { ports, current, next } = await twoKeys();
    const keyId = { signing: current.id, notElder: next.id, unknownKey: 'f'.repeat(16) }[code];
    expect(which).not.toBe('');
    expect(await revokeKey(ports, { keyId, by: 'me' })).toMatchObject({ ok: false, error: { code } });
  });

  it('are not rotated where there is no next one', async () => {
    const ports = await publishPorts();
    expect(await rotateKey(ports, 'me')).toMatchObject({ ok: false, error: { code: 'noNext' } });
  });

  it('are listed with what becomes of them, and every change is written down', async () => {
    const { ports, current, next } = await twoKeys();
    await rotateKey(ports, 'me');
    await retireKey(ports, { keyId: current.id, by: 'me' });
    expect((await listKeys(ports)).trusted).toMatchObject([
      { id: current.id, state: 'retired', isHere: true },
      { id: next.id, state: 'signing', isHere: true },
    ]);
    const actions = (await auditEntries.list(ports.state)).map(({ value }) => value.action);
    expect(actions.slice(-2)).toEqual(['key.rotated', 'key.retired']);
  });

  it('that are not on this host stop it from publishing, and say so', async () => {
    const { ports } = await twoKeys();
    const job = await publish({ ...ports, keys: [] }, { ...exampleCounty, precincts: [] });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'noKey' } });
  });
});
