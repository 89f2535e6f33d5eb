// Owns what this browser keeps things in, and starting or ending that. Fetched when it is needed, not before.

import { shutDeviceStorage } from '@/lib/client/device-storage';
import { FORGOTTEN, forgetEverything, forgetKept, type Keepers } from '@/lib/client/forget';
import { tendWorker } from '@/lib/client/shell-worker';

const keepers: Keepers = {
  caches: () => window.caches,
  local: () => window.localStorage,
  workers: () => navigator.serviceWorker,
  shut: shutDeviceStorage,
};

/** Starts the worker, or takes everything away where the operator has said so. */
export async function keepPages(): Promise<void> {
  await tendWorker({
    fetchFile: (input, init) => fetch(input, init),
    workers: window.isSecureContext ? navigator.serviceWorker : undefined,
    forget: () => told(forgetKept(keepers)),
  });
}

/** The voter wants nothing kept. True where nothing is left. */
export function forgetAll(): Promise<boolean> {
  return told(forgetEverything(keepers));
}

async function told(forgetting: Promise<boolean>): Promise<boolean> {
  const areGone = await forgetting;
  window.dispatchEvent(new Event(FORGOTTEN));
  return areGone;
}
