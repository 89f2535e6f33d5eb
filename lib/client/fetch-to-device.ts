// Owns bringing verified objects onto the device, and reading each back, so that "saved" is true.
// It must not know what is in them, nor why they are wanted.

import { err, ok, type Result } from '@/lib/core/result';
import type { Sha256Hex } from '@/lib/release/format';
import { fetchObject, type ObjectError } from '@/lib/release/verified-objects';
import type { DeviceCopy } from './device-copy';

/** `unreachable`: not all could be had, or verified. `noRoom`: the browser keeps nothing, or its storage is full. */
export interface KeepError {
  readonly code: 'unreachable' | 'noRoom';
}

/** Verified bytes by name, from wherever they can be had. */
export type FetchObject = (name: Sha256Hex) => Promise<Result<Uint8Array, ObjectError>>;

/** Files asked for at once: a county has a few dozen, and other voters want answers meanwhile. */
const AT_ONCE = 4;

/** Keeps every named object that is not kept yet. `onProgress(3, 20)`. Ends at the first that fails; what was kept
 *  until then stays, so that another try takes up from there. */
export async function fetchToDevice(
  fetchVerified: FetchObject,
  device: Pick<DeviceCopy, 'source' | 'keepObject'>,
  names: readonly Sha256Hex[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Result<void, KeepError>> {
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const batch = names.slice(at, at + AT_ONCE);
    const results = await Promise.all(batch.map((name) => bring(fetchVerified, device, name)));
    for (const result of results) if (!result.ok) return result;
    onProgress(at + batch.length, names.length);
  }
  return ok(undefined);
}

async function bring(
  fetchVerified: FetchObject,
  device: Pick<DeviceCopy, 'source' | 'keepObject'>,
  name: Sha256Hex,
): Promise<Result<void, KeepError>> {
  if ((await fetchObject(device.source, name)).ok) return ok(undefined);
  const fetched = await fetchVerified(name);
  if (!fetched.ok) return err({ code: 'unreachable' });
  await device.keepObject(name, fetched.value);
  return (await fetchObject(device.source, name)).ok ? ok(undefined) : err({ code: 'noRoom' });
}
