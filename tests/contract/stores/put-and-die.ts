// Owns a writer of kv.test.ts that is killed there: it puts one large blob, slowly.

import { setTimeout as sleep } from 'node:timers/promises';
import { kvBlobs } from '@/lib/adapters/blobs-kv';
import { kvClient } from '@/lib/adapters/kv/kv-client';
import { KV_TOKEN } from './redis';

const [url = '', name = '', length = '0'] = process.argv.slice(2);
const kv = kvClient({ url, token: KV_TOKEN, timeoutMs: 5_000 });
const slow = kvBlobs({
  run: async (call) => {
    const value = await kv.run(call);
    await sleep(300);
    return value;
  },
});
void slow.put(name, new Uint8Array(Number(length)).fill(7));
