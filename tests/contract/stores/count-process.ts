// Owns one writer of embedded.test.ts: run as a process of its own, and killed there.

import { openLmdbState } from '@/lib/adapters/state-lmdb';

async function count(folder: string, name: string, times: number): Promise<void> {
  const state = await openLmdbState(folder, () => new Date(), { isDurable: false });
  const keys = ['total', name];
  for (let done = 0; done < times; ) {
    const entries = await state.read(keys);
    const result = await state.commit({
      id: crypto.randomUUID(),
      checks: keys.map((key, index) => ({ key, version: entries[index]?.version ?? null })),
      writes: keys.map((key, index) => ({ key, value: String(Number(entries[index]?.value ?? 0) + 1) })),
    });
    if (result === 'committed') done++;
  }
  await state.close();
}

const [folder = '', name = '', times = '0'] = process.argv.slice(2);
void count(folder, name, Number(times));
