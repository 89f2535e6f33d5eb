// Owns what this page keeps on the device, wired to the browser: one set of ports for all components.

import { deviceCopy } from '@/lib/client/device-copy';
import { deviceStorage } from '@/lib/client/device-storage';
import { keptRecords } from '@/lib/client/kept-records';
import type { SavePorts } from '@/lib/client/saved-counties';
import { voterRelease } from './use-release';

export const records = keptRecords(deviceStorage);

/** False on plain http and wherever else a browser keeps nothing: then nothing is offered. */
export function canKeep(): boolean {
  try {
    return Boolean(deviceStorage());
  } catch {
    return false;
  }
}

/** Made when first needed, since the release is. */
export function keptPorts(): SavePorts {
  const { fetchObject, objects } = voterRelease();
  return { fetchObject, objects, device: deviceCopy(deviceStorage), records };
}

/** Asks the browser to keep what a voter has expressly saved when it runs out of room. It may say no, and where it
 *  asks the voter first, nothing waits for the answer. */
export function askToPersist(): void {
  void navigator.storage?.persist?.().catch(() => {});
}
