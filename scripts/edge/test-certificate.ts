// Owns a certificate for tests and the drill: made on the spot by openssl, good for a day, for names of this machine.
// Never for an edge that voters use.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TlsFiles } from './nginx-listen';

/** `{certificate, key}` below `folder`, signed by itself. Null where there is no openssl. */
export function testCertificate(folder: string, names: readonly string[]): TlsFiles | null {
  const certificate = join(folder, 'test.crt');
  const key = join(folder, 'test.key');
  const alternatives = names.map((name) => `DNS:${name}`).join(',');
  const { status } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-keyout', key, '-out', certificate, '-subj', `/CN=${names[0]}`],
    ...['-addext', `subjectAltName=${alternatives}`],
  ]);
  return status === 0 ? { certificate, key } : null;
}
