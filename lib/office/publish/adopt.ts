// Owns taking over what somebody else who holds a key has signed while this host was away: late changes by `levee notice`,
// numbers that readers have seen, revoked keys. Nothing newer is ever signed over before it has been taken over.

import type { Notice } from '@/lib/core/lookup/outcome';
import { canonicalJson } from '@/lib/release/canonical-json';
import { type VerifiedPointer, verifyPointer } from '@/lib/release/verify-pointer';
import { commitAudited } from '../audit/commit-audited';
import { type AuditEvent, systemActor } from '../audit/entry';
import { KEY_STATE, keyStates, noKeyState } from '../keys/key-record';
import { BY_KEY, type NoticeRecord, noticeRecords } from '../notices/notice-record';
import type { Check, Write } from '../ports/state-store';
import { releaseLine } from './pointer';
import type { PublishPorts } from './publish-ports';
import { LINE, POINTER, releaseLines, releasePointers } from './release-record';

/** How many late changes were taken over: 0 where nobody has signed anything newer. Throws `StoreError`. */
export async function adoptNewer(ports: PublishPorts): Promise<number> {
  for (;;) {
    const newest = await newestElsewhere(ports);
    if (newest === null) return 0;
    const adopted = await adopt(ports, newest);
    if (adopted !== 'conflict') return adopted;
  }
}

/** The highest number of our line that lies in the folder or at an edge, where it is above ours. */
async function newestElsewhere(ports: PublishPorts): Promise<VerifiedPointer | null> {
  const inFolder = (await ports.folder?.pointer()) ?? null;
  const found = [...(inFolder === null ? [] : [inFolder]), ...(await ports.edgePointers())];
  if (found.length === 0) return null;
  const revoked = (await keyStates.read(ports.state, KEY_STATE))?.value.revoked ?? [];
  const { line, floor } = await releaseLine(ports);
  const own = (await releasePointers.read(ports.state, POINTER))?.value.sequence ?? 0;
  const trust = {
    publicKeys: ports.publicKeys,
    revokedKeyIds: revoked,
    highestSequences: { [line]: Math.max(floor, own) + 1 },
  };
  let newest: VerifiedPointer | null = null;
  for (const bytes of found) {
    const verified = await verifyPointer(bytes, trust);
    if (!verified.ok || verified.value.pointer.releaseLine !== line) continue;
    const { sequence } = verified.value.pointer;
    if (sequence > (newest?.pointer.sequence ?? 0)) newest = verified.value;
  }
  return newest;
}

async function adopt(
  ports: PublishPorts,
  { pointer, revokedKeyIds }: VerifiedPointer,
): Promise<number | 'conflict'> {
  const [line, keys] = [
    await releaseLines.read(ports.state, LINE),
    await keyStates.read(ports.state, KEY_STATE),
  ];
  const before = keys?.value ?? noKeyState;
  const checks: Check[] = [releaseLines.unchanged(line, LINE), keyStates.unchanged(keys, KEY_STATE)];
  const writes: Write[] = [
    releaseLines.write({ line: pointer.releaseLine, floor: pointer.sequence }, [LINE]),
    keyStates.write({ ...before, revoked: [...new Set([...before.revoked, ...revokedKeyIds])] }, [KEY_STATE]),
  ];
  const events: AuditEvent[] = [];
  for (const notice of pointer.notices) {
    const known = await noticeRecords.read(ports.state, notice.officeId, notice.id);
    const record = adopted(known?.value ?? null, notice, ports.now());
    if (record === null) continue;
    checks.push(noticeRecords.unchanged(known, notice.officeId, notice.id));
    writes.push(noticeRecords.write(record, [notice.officeId, notice.id]));
    events.push(event(notice, pointer.sequence));
  }
  if (events.length > 0) {
    const result = await commitAudited(ports, { checks, writes, events });
    return result === 'conflict' ? result : events.length;
  }
  const result = await ports.state.commit({ id: ports.newId(), checks, writes });
  return result === 'conflict' ? result : 0;
}

/** null: it is known as it is, or the office has ended it. The newer words of a live one count: an end that was brought
 *  forward is how it is withdrawn from outside. */
function adopted(known: NoticeRecord | null, notice: Notice, now: Date): NoticeRecord | null {
  const copy = { ...notice, pollingLocationIds: [...notice.pollingLocationIds], text: { ...notice.text } };
  if (known !== null) {
    if (known.state !== 'live' && known.state !== 'requested') return null;
    const isSame = canonicalJson(known.notice) === canonicalJson(copy);
    return isSame && known.state === 'live' ? null : { ...known, notice: copy, state: 'live' };
  }
  const by = { id: BY_KEY, name: 'Signed outside the office host', at: now.toISOString() };
  return {
    notice: copy,
    state: 'live',
    requestedBy: by,
    approvedBy: by,
    replaces: null,
    withdrawal: null,
    jobId: null,
    endedAt: null,
  };
}

function event({ id, officeId, kind, until }: Notice, sequence: number): AuditEvent {
  return {
    action: 'notice.adopted',
    actor: systemActor('office host'),
    officeId,
    subject: id,
    details: { kind, until, sequence },
  };
}
