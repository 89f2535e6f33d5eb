// Owns where the release files come from that are served: the stores, where there is a KV, else the folder. Server only.
// A folder is read without anything of the stores being loaded.

import type { LiveFiles } from '@/lib/office/publish/live-files';

const KEPT = Symbol.for('levee.live-files');
type Keeper = typeof globalThis & { [KEPT]?: Promise<LiveFiles> | undefined };

/** The stores' files; null: they are in the folder. */
export function storedReleaseFiles(): Promise<LiveFiles> | null {
  if (!process.env.KV_REST_API_URL || process.env.LEVEE_RELEASE) return null;
  const keeper = globalThis as Keeper;
  keeper[KEPT] ??= open().catch((error: unknown) => {
    keeper[KEPT] = undefined;
    throw error;
  });
  return keeper[KEPT];
}

async function open(): Promise<LiveFiles> {
  const [{ officePorts }, { liveFiles }] = await Promise.all([
    import('./office-container'),
    import('@/lib/office/publish/live-files'),
  ]);
  return liveFiles(await officePorts());
}
