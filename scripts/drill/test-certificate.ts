// Owns a certificate of the drill's own for localhost names, made by openssl, good for a day and for nobody else.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files for a web server, and what a client has to trust. */
export interface TestCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly ca: string;
}

/** Null where there is no openssl. */
export function testCertificate(folder: string): TestCertificate | null {
  const [certificate, key] = [join(folder, 'drill.crt'), join(folder, 'drill.key')];
  const names = 'subjectAltName=DNS:localhost,DNS:vote.localhost,DNS:mirror.localhost,IP:127.0.0.1';
  const { status } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'],
    ...['-subj', '/CN=Levee drill', '-addext', names, '-keyout', key, '-out', certificate],
  ]);
  return status === 0 ? { certificate, key, ca: readFileSync(certificate, 'utf8') } : null;
}
