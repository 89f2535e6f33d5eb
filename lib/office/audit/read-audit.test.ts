// Looking through the audit: by office, person, action and day, page by page.

import { describe, expect, it } from 'vitest';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { commitAudited } from './commit-audited';
import type { AuditAction } from './entry';
import { type AuditFilter, readAudit } from './read-audit';

const anything: AuditFilter = { officeId: null, actorId: null, action: null, day: null };

/** Entries 1 to 1200: three offices (one of them none), two people, two actions, one day for each 400. */
async function filled() {
  const ports = memoryPorts();
  const events = Array.from({ length: 1200 }, (_, index) => ({
    action: (index % 5 === 0 ? 'draft.submitted' : 'draft.made') as AuditAction,
    actor: { kind: 'person' as const, id: index % 2 === 0 ? 'ann' : 'ben', name: 'A name' },
    officeId: [null, 'ms-adams', 'ms-yazoo'][index % 3] ?? null,
    subject: null,
    details: {},
  }));
  for (let from = 0; from < events.length; from += 50) {
    if (from % 400 === 0) ports.clock.now = new Date(Date.UTC(2026, 9, 1 + from / 400, 12));
    await commitAudited(ports, { checks: [], writes: [], events: events.slice(from, from + 50) });
  }
  return ports;
}

describe('reading the audit', () => {
  it('gives the latest first, and goes on where it stopped', async () => {
    const ports = await filled();
    const numbers: number[] = [];
    for (let before: number | null = null; ; ) {
      const page = await readAudit(ports, anything, { before, limit: 175 });
      numbers.push(...page.entries.map(({ number }) => number));
      before = page.next;
      if (before === null) break;
    }
    expect(numbers).toEqual(Array.from({ length: 1200 }, (_, index) => 1200 - index));
  });

  it('gives what is looked for alone', async () => {
    const ports = await filled();
    const filter = { officeId: 'ms-adams', actorId: 'ben', action: 'draft.made', day: '2026-10-02' } as const;
    const { entries } = await readAudit(ports, filter, { before: null, limit: 1000 });
    const wanted = Array.from({ length: 1200 }, (_, index) => index).filter(
      (index) => index % 3 === 1 && index % 2 === 1 && index % 5 !== 0 && index >= 400 && index < 800,
    );
    expect(entries.map(({ number }) => number - 1)).toEqual(wanted.reverse());
  });

  it('says where to go on where it has looked through much and found little', async () => {
    const ports = memoryPorts();
    for (let batch = 0; batch < 60; batch++) {
      const event = {
        action: batch === 0 ? ('key.made' as const) : ('draft.made' as const),
        actor: { kind: 'system' as const, id: 'system', name: 'x' },
        officeId: null,
        subject: null,
        details: {},
      };
      await commitAudited(ports, { checks: [], writes: [], events: Array.from({ length: 90 }, () => event) });
    }
    const filter = { ...anything, action: 'key.made' as const };
    const first = await readAudit(ports, filter, { before: null, limit: 90 });
    expect(first.entries).toEqual([]);
    expect(first.next).toBe(401);
    const rest = await readAudit(ports, filter, { before: first.next, limit: 90 });
    expect(rest.entries).toHaveLength(90);
  });
});
