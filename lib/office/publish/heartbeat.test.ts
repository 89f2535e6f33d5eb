// The heartbeat on stores in memory: what it signs, what it ends, what it takes over before it signs.

import { describe, expect, it } from 'vitest';
import type { Notice } from '@/lib/core/lookup/outcome';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { readEnvelope, readPointer } from '@/lib/release/read-objects';
import { signPointer } from '@/lib/release/sign';
import { auditEntries } from '../audit/commit-audited';
import { keyStates } from '../keys/key-record';
import { noticeRecords } from '../notices/notice-record';
import { driveOpenJobs } from './drive';
import { heartbeat } from './heartbeat';
import { livePointer } from './pointer';
import type { PublishPorts } from './publish-ports';
import { ANNA, BEN, liveProblems, publish, publishPorts, testKey } from './publish-ports.fixture';

const minutes = (n: number) => n * 60_000;
const later = (ports: { clock: { now: Date } }, ms: number) => {
  ports.clock.now = new Date(ports.clock.now.getTime() + ms);
};

const flood: Notice = {
  id: 'flood',
  officeId: 'xx-example',
  kind: 'closed',
  pollingLocationIds: ['school'],
  from: '2026-10-01T00:00:00Z',
  until: '2026-10-01T18:00:00Z',
  text: { en: 'Closed.' },
  newPlace: null,
};

async function live(ports: PublishPorts) {
  const record = await livePointer(ports);
  const envelope = readEnvelope(new TextEncoder().encode(record?.value.text));
  if (!envelope.ok) throw new Error(envelope.error.message);
  const pointer = readPointer(new TextEncoder().encode(envelope.value.payload));
  if (!pointer.ok) throw new Error(pointer.error.message);
  return { ...pointer.value, keyIds: envelope.value.signatures.map(({ keyId }) => keyId) };
}

async function haveNotice(ports: PublishPorts, notice: Notice): Promise<void> {
  const at = ports.now().toISOString();
  const record = {
    notice: { ...notice, pollingLocationIds: [...notice.pollingLocationIds] },
    state: 'live' as const,
    requestedBy: { ...ANNA, at },
    approvedBy: { ...BEN, at },
    replaces: null,
    withdrawal: null,
    jobId: null,
    endedAt: null,
  };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [noticeRecords.write(record, [notice.officeId, notice.id])],
  });
}

describe('heartbeat', () => {
  it('signs the same release anew under a higher number, and writes nothing down for it', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    const [before, entries] = [await live(ports), (await auditEntries.list(ports.state)).length];
    later(ports, minutes(5));
    expect(await heartbeat(ports)).toMatchObject({ pointer: 'signed' });
    const after = await live(ports);
    expect(after.root).toBe(before.root);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.issuedAt).toBe('2026-10-01T12:05:00Z');
    expect((await auditEntries.list(ports.state)).length).toBe(entries);
    expect(await liveProblems(ports)).toEqual([]);
  });

  it('raises the number even where the clock stands still', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    const { sequence } = await live(ports);
    await heartbeat(ports);
    await heartbeat(ports);
    expect((await live(ports)).sequence).toBe(sequence + 2);
  });

  it('does nothing before there is a release', async () => {
    expect(await heartbeat(await publishPorts())).toMatchObject({ pointer: 'nothing' });
  });

  it('takes a late change out of the pointer and the pages when it is over', async () => {
    const ports = await publishPorts();
    await haveNotice(ports, flood);
    await publish(ports, exampleCounty);
    expect((await live(ports)).notices.map(({ id }) => id)).toEqual(['flood']);
    later(ports, minutes(7 * 60));
    expect(await heartbeat(ports)).toMatchObject({ pointer: 'due', ended: 1 });
    await driveOpenJobs(ports, () => true);
    expect((await live(ports)).notices).toEqual([]);
    expect(await liveProblems(ports)).toEqual([]);
    expect((await noticeRecords.read(ports.state, 'xx-example', 'flood'))?.value.state).toBe('ended');
    expect(await heartbeat(ports)).toMatchObject({ pointer: 'signed', ended: 0 });
  });

  it.each([
    ['a late change', flood],
    ['a notice to all', { ...flood, id: 'all', officeId: 'state', pollingLocationIds: [] }],
  ])('takes over %s that was signed elsewhere, before it signs anything over it', async (_title, notice) => {
    const key = await testKey();
    const base = await publishPorts({ keys: [key], publicKeys: [key.publicKey] });
    await publish(base, exampleCounty);
    const { keyIds: _, ...pointer } = await live(base);
    const outside = await signPointer(
      { ...pointer, sequence: pointer.sequence + 1_000_000_000, notices: [notice] },
      key,
    );
    const ports = { ...base, edgePointers: async () => [outside] };
    expect(await heartbeat(ports)).toMatchObject({ pointer: 'due', adopted: 1 });
    expect((await live(ports)).notices).toEqual([]);
    await driveOpenJobs(ports, () => true);
    const after = await live(ports);
    expect(after.notices).toEqual([notice]);
    expect(after.sequence).toBe(pointer.sequence + 1_000_000_001);
    expect(await liveProblems(ports)).toEqual([]);
    expect(await heartbeat(ports)).toMatchObject({ pointer: 'signed', adopted: 0 });
  });

  it.each(['of another line', 'by a key that nobody trusts'])('leaves alone what is %s', async (what) => {
    const key = await testKey();
    const base = await publishPorts({ keys: [key], publicKeys: [key.publicKey] });
    await publish(base, exampleCounty);
    const { keyIds: _, ...pointer } = await live(base);
    const other = what === 'of another line' ? { ...pointer, releaseLine: 'other' } : pointer;
    const signer = what === 'of another line' ? key : await testKey();
    const outside = await signPointer(
      { ...other, sequence: pointer.sequence + 9_999_999, notices: [flood] },
      signer,
    );
    expect(await heartbeat({ ...base, edgePointers: async () => [outside] })).toMatchObject({
      pointer: 'signed',
      adopted: 0,
    });
  });

  it('signs with no other key than the chosen one', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    const state = { signing: 'f'.repeat(16), retired: [], revoked: [] };
    await ports.state.commit({ id: 'k', checks: [], writes: [keyStates.write(state, ['state'])] });
    expect(await heartbeat(ports)).toMatchObject({ pointer: 'noKey' });
  });
});
