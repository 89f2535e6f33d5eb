// An audit that was changed afterwards is told from one that was not, whatever was changed, and the first place is named.

import { describe, expect, it } from 'vitest';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { auditHeads, commitAudited } from './commit-audited';
import { type AuditEntry, entryHash, systemActor } from './entry';
import { auditLines } from './read-audit';
import { verifyAudit } from './verify-audit';

const LENGTH = 12;

/** Twelve entries of two offices in turn, and where the store says that they end. */
async function chain() {
  const ports = memoryPorts();
  for (let n = 1; n <= LENGTH; n++) {
    await commitAudited(ports, {
      checks: [],
      writes: [],
      events: [
        {
          action: 'draft.made',
          actor: systemActor('test'),
          officeId: n % 2 === 0 ? 'ms-adams' : 'ms-yazoo',
          subject: `draft-${n}`,
          details: { title: 'November', rows: n, again: false, nothing: null },
        },
      ],
    });
  }
  const head = (await auditHeads.read(ports.state, 'chain'))?.value ?? null;
  return { ports, head, entries: await entriesOf(ports, null) };
}

async function entriesOf(ports: ReturnType<typeof memoryPorts>, officeId: string | null) {
  let text = '';
  for await (const lines of auditLines(ports, officeId)) text += lines;
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditEntry);
}

async function found(entries: readonly unknown[], head: Parameters<typeof verifyAudit>[1]['head'] = null) {
  const { problem } = await verifyAudit(entries, { head, known: null, isPart: false });
  return problem === null ? null : `${problem.fault} ${problem.number}`;
}

const replaced = (entries: readonly AuditEntry[], index: number, entry: unknown) =>
  entries.with(index, entry as AuditEntry);

describe('an audit', () => {
  it('that nobody touched is right', async () => {
    const { entries, head } = await chain();
    expect(await verifyAudit(entries, { head, known: null, isPart: false })).toEqual({
      entries: LENGTH,
      first: 1,
      last: head,
      problem: null,
    });
  });

  it.each([
    ['action', 'draft.withdrawn'],
    ['officeId', 'ms-hinds'],
    ['subject', 'another'],
    ['at', '2026-10-01T12:00:00.001Z'],
    ['previous', 'f'.repeat(64)],
    ['hash', 'f'.repeat(64)],
    ['actor', { kind: 'system', id: 'system', name: 'somebody else' }],
    ['actor', { kind: 'person', id: 'system', name: 'test' }],
    ['actor', { kind: 'system', id: 'other', name: 'test' }],
    ['details', { title: 'November', rows: 5, again: true, nothing: null }],
    ['details', { title: 'November', rows: 6, again: false, nothing: null }],
    ['details', { title: 'December', rows: 5, again: false, nothing: null }],
    ['details', { title: 'November', rows: 5, again: false }],
    ['details', { title: 'November', rows: 5, again: false, nothing: null, more: 1 }],
  ])('with another %s in one entry is altered there', async (field, value) => {
    const { entries, head } = await chain();
    const index = 4;
    expect(await found(replaced(entries, index, { ...entries[index], [field]: value }), head)).toBe(
      'altered 5',
    );
  });

  it('with an entry written anew, hash and all, is altered there', async () => {
    const { entries, head } = await chain();
    for (const index of [0, 4, LENGTH - 1]) {
      const forged = { ...entries[index]!, subject: 'another' };
      const whole = { ...forged, hash: await entryHash(forged) };
      expect(await found(replaced(entries, index, whole), head)).toBe(`altered ${index + 1}`);
    }
  });

  it('that was written anew from some entry to its end is altered at its end, if the end is known', async () => {
    const { entries, head } = await chain();
    const forged = [...entries];
    for (let index = 7; index < LENGTH; index++) {
      const entry = { ...forged[index]!, subject: 'another', previous: forged[index - 1]!.hash };
      forged[index] = { ...entry, hash: await entryHash(entry) };
    }
    expect(await found(forged, head)).toBe(`altered ${LENGTH}`);
    const known = { number: 9, hash: entries[8]!.hash };
    const { problem } = await verifyAudit(forged, { head: null, known, isPart: false });
    expect(problem).toMatchObject({ fault: 'altered', number: 9 });
    expect((await verifyAudit(entries, { head, known, isPart: false })).problem).toBeNull();
    const { problem: short } = await verifyAudit(entries.slice(0, 6), { head: null, known, isPart: false });
    expect(short).toMatchObject({ fault: 'cutShort', number: 7 });
  });

  it('with an entry taken out has it missing', async () => {
    const { entries, head } = await chain();
    for (let index = 0; index < LENGTH - 1; index++) {
      expect(await found(entries.toSpliced(index, 1), head)).toBe(`missing ${index + 1}`);
    }
    expect(await found(entries.toSpliced(3, 4), head)).toBe('missing 4');
    expect(await found(entries.slice(0, -2), head)).toBe(`cutShort ${LENGTH - 1}`);
    expect(await found([], head)).toBe('cutShort 1');
  });

  it('with two entries in each other’s place is reordered', async () => {
    const { entries, head } = await chain();
    for (let index = 0; index < LENGTH - 1; index++) {
      const swapped = entries.with(index, entries[index + 1]!).with(index + 1, entries[index]!);
      expect(await found(swapped, head)).toBe(`reordered ${index + 1}`);
    }
    expect(await found(entries.toSpliced(6, 0, entries[2]!), head)).toBe('reordered 3');
  });

  it('with another number in one entry is found', async () => {
    const { entries, head } = await chain();
    expect(await found(replaced(entries, 4, { ...entries[4], number: 50 }), head)).toBe('altered 50');
    expect(await found(replaced(entries, 4, { ...entries[4], number: 2 }), head)).toBe('reordered 2');
  });

  it('with a line that is no entry is unreadable there', async () => {
    const { entries, head } = await chain();
    expect(await found(replaced(entries, 4, undefined), head)).toBe('unreadable 5');
    expect(await found(replaced(entries, 4, { ...entries[4], added: 1 }), head)).toBe('unreadable 5');
  });

  it('of one office is checked entry by entry', async () => {
    const { ports } = await chain();
    const part = await entriesOf(ports, 'ms-adams');
    expect(part.map(({ number }) => number)).toEqual([2, 4, 6, 8, 10, 12]);
    expect((await verifyAudit(part, { head: null, known: null, isPart: true })).problem).toBeNull();
    const altered = replaced(part, 2, { ...part[2], subject: 'another' });
    expect((await verifyAudit(altered, { head: null, known: null, isPart: true })).problem).toMatchObject({
      fault: 'altered',
      number: 6,
    });
  });
});
