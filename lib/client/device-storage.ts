// Owns the one door to what this device keeps (Cache Storage), and shutting it: after that nothing is kept any more
// in this page view, whoever still wants to. It must not know what is kept.

/** All that this site keeps in Cache Storage lies in caches whose names begin so. public/sw-off.js knows it, too. */
export const KEPT_PREFIX = 'levee-';

/** Where the notes of kept-records.ts lie; here, so that a page can see whether there are any without their code. */
export const RECORDS_CACHE = 'levee-saved-1';

let isShut = false;

/** The browser's Cache Storage. Throws where there is none (plain http, some private windows), and once it is shut;
 *  whoever calls it goes on without. */
export function deviceStorage(): CacheStorage {
  if (isShut) throw new DOMException('nothing is kept on this device', 'InvalidStateError');
  return window.caches;
}

/** Nothing is kept from now on, until the page is loaded again. */
export function shutDeviceStorage(): void {
  isShut = true;
}
