// Owns one writer of embedded.test.ts: run as a process of its own, and killed there.

import { openLmdbState } from '@/lib/adapters/state-lmdb';
import { commitAudited } from '@/lib/office/audit/commit-audited';
import { systemActor } from '@/lib/office/audit/entry';
import { memoryBlobs } from '@/lib/office/ports/memory-ports.fixture';

async function count(folder: string, name: string, times: number): Promise<void> {
  const now = () => new Date();
  const state = await openLmdbState(folder, now, { isDurable: false });
  const ports = { state, blobs: memoryBlobs(now), now, newId: () => crypto.randomUUID() };
  const keys = ['total', name];
  const event = {
    action: 'draft.made',
    actor: systemActor(name),
    officeId: null,
    subject: null,
    details: {},
  } as const;
  for (let done = 0; done < times; ) {
    const entries = await state.read(keys);
    const result = await commitAudited(ports, {
      checks: keys.map((key, index) => ({ key, version: entries[index]?.version ?? null })),
      writes: keys.map((key, index) => ({ key, value: String(Number(entries[index]?.value ?? 0) + 1) })),
      events: [event],
    });
    if (result === 'committed') done++;
  }
  await state.close();
}

const [folder = '', name = '', times = '0'] = process.argv.slice(2);
void count(folder, name, Number(times));
