// Owns late changes in browser tests: the release's own pointer with notices in it, signed again as an office would.

import { devSigningKey } from '@/lib/adapters/signing-key';
import type { Notice } from '@/lib/core/lookup/outcome';
import { readEnvelope, readPointer } from '@/lib/release/read-objects';
import { signPointer } from '@/lib/release/sign';
import type { OwnSite } from './site';

/** Publishes the notices on a test's own site, under a higher sequence. */
export async function publishNotices(site: OwnSite, notices: readonly Notice[]): Promise<void> {
  const key = await devSigningKey(process.cwd());
  if (!key.ok) throw new Error(key.error.message);
  const response = await fetch(`${site.url}/v1/current.json`);
  const envelope = readEnvelope(new Uint8Array(await response.arrayBuffer()));
  if (!envelope.ok) throw new Error(envelope.error.message);
  const pointer = readPointer(new TextEncoder().encode(envelope.value.payload));
  if (!pointer.ok) throw new Error(pointer.error.message);
  const { sequence } = pointer.value;
  const signed = await signPointer({ ...pointer.value, sequence: sequence + 1, notices }, key.value);
  site.alterPointer(() => new TextDecoder().decode(signed));
}

/** A notice on the practice address `found`'s place, in force from long ago until long after the practice election. */
export function practiceNotice(kind: Notice['kind'], newPlace: Notice['newPlace'] = null): Notice {
  return {
    id: `test-${kind}`,
    officeId: 'sandbox-county',
    kind,
    pollingLocationIds: ['pl-01'],
    from: '2026-01-01',
    until: '2099-12-31',
    text: { en: 'A pipe broke in the library.', es: 'Se rompió un tubo en la biblioteca.' },
    newPlace,
  };
}
