// Owns the way from a real feed to answers within one process: read, compile, sign, verify, ask.

import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { keyPairOf } from '@/lib/adapters/signing-key';
import { loadZipReference } from '@/lib/adapters/zip-reference';
import type { Dataset } from '@/lib/core/vip';
import { compile } from '@/lib/release/compile';
import { type OpenRelease, openRelease } from '@/lib/release/reader';
import { signPointer } from '@/lib/release/sign';
import type { ZipReference } from '@/lib/release/zip-reference';
import { readSources } from '@/scripts/commands/read-sources';

/** Made at the first release: of the whole country, and the same for every one. */
let reference: ZipReference | null = null;

/** Rows of a small CSV file by column name. */
export function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(file, 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** Compile feeds and open the release as a reader would, hashes and signature checked. */
export async function releaseOf(paths: readonly string[], now: Date): Promise<OpenRelease> {
  const read = await readSources({ paths, officeIds: [], onProgress: () => {} });
  return releaseOfDatasets(read.datasets, now);
}

/** The same for datasets that were read otherwise. */
export async function releaseOfDatasets(datasets: readonly Dataset[], now: Date): Promise<OpenRelease> {
  reference ??= loadZipReference();
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets,
    notices: [],
    reference,
    releaseLine: 'tests',
    sequence: 1,
    now,
    expiresAt: new Date(now.getTime() + 3_600_000),
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const key = await keyPairOf(await crypto.subtle.exportKey('jwk', pair.privateKey));
  const pointer = await signPointer(compiled.value.pointer, key);
  const source = {
    pointer: async () => ({ ok: true as const, value: pointer }),
    object: async (name: string) => {
      const bytes = compiled.value.objects.get(name);
      if (bytes === undefined) throw new Error(`no object ${name}`);
      return { ok: true as const, value: bytes };
    },
  };
  const opened = await openRelease(
    source,
    { publicKeys: [key.publicKey], revokedKeyIds: [], highestSequences: {} },
    now,
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}
