// Owns the question whether this process could sign a release now, for pages that warn where it cannot. Server only.

import { signingKey } from '@/lib/office/keys/signing';
import { StoreError } from '@/lib/office/ports/store-error';
import { publishPorts } from './publish-container';

/** false: no key is here that readers trust and that has not been revoked, or its file cannot be read. Throws `StoreError`. */
export async function canSign(): Promise<boolean> {
  try {
    return (await signingKey(await publishPorts())).ok;
  } catch (error) {
    // Whatever is wrong with the file, who starts the host is told by the start itself.
    if (error instanceof StoreError) throw error;
    return false;
  }
}
