// Owns taking away what this site keeps on a device: for a voter at a shared phone, and for an operator who has
// turned keeping off. It must not know what the kept files mean.

import { KEPT_PREFIX } from './device-storage';

/** Told to the page (an event of the window) when nothing is kept any more, so that it shows nothing saved. */
export const FORGOTTEN = 'levee:forgotten';

/** The browser, as far as something can be kept in it. Each may throw or be missing. */
export interface Keepers {
  readonly caches: () => CacheStorage;
  readonly local: () => Storage;
  readonly workers: () => ServiceWorkerContainer | undefined;
  /** Nothing is kept from now on (lib/client/device-storage). */
  readonly shut: () => void;
}

/** The release files, the saved county and place, the pages and the worker that keeps them. What says that an old
 *  list must not pass for a new one stays: it is no trace of a voter. True where nothing is left. */
export async function forgetKept({ caches, workers, shut }: Keepers): Promise<boolean> {
  shut();
  const areGone = await without(true, () => deleteCaches(caches()));
  const areEnded = await without(true, () => endWorkers(workers()));
  return areGone && areEnded;
}

/** The same, and every word this site has in the browser's storage. */
export async function forgetEverything(keepers: Keepers): Promise<boolean> {
  const areGone = await forgetKept(keepers);
  await without(undefined, async () => removeItems(keepers.local()));
  return areGone;
}

/** More than once: what was being kept at that moment may have come after. */
async function deleteCaches(caches: CacheStorage): Promise<boolean> {
  for (let tries = 0; tries < 3; tries += 1) {
    await Promise.all((await oursIn(caches)).map((name) => caches.delete(name)));
  }
  return (await oursIn(caches)).length === 0;
}

async function oursIn(caches: CacheStorage): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(KEPT_PREFIX));
}

async function endWorkers(workers: ServiceWorkerContainer | undefined): Promise<boolean> {
  const registrations = (await workers?.getRegistrations()) ?? [];
  const ended = await Promise.all(registrations.map((registration) => registration.unregister()));
  return ended.every(Boolean);
}

function removeItems(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith('levee.')) storage.removeItem(key);
}

/** A browser that has no such storage keeps nothing in it. */
async function without<Value>(nothing: Value, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch {
    return nothing;
  }
}
