// Owns which stores this process works with: one set for all of it. Placeholder of the signature until the stores land.

import type { OfficePorts } from '@/lib/office/ports/office-ports';

/** The stores that the environment names. */
export async function officePorts(): Promise<OfficePorts> {
  throw new Error('no stores yet');
}
