// Owns the making of the practice county's release: its files through the real reader, compiler and signer.
// Knows no server.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SANDBOX_ZIP_COUNTIES, type SandboxSource, sandboxSources } from '@/data/sandbox/sandbox';
import { writeRelease } from '@/lib/adapters/release-files';
import type { KeyPair } from '@/lib/adapters/signing-key';
import { loadZipReference, readZipCounties } from '@/lib/adapters/zip-reference';
import type { Dataset } from '@/lib/core/vip';
import { languages } from '@/lib/messages/languages';
import { compile } from '@/lib/release/compile';
import { nextSequence } from '@/lib/release/sequence';
import { signPointer } from '@/lib/release/sign';
import { ownPointer } from './own-pointer';
import { readPracticeFiles } from './practice-files';

/** How long a release of ours may be used without a heartbeat before it counts as expired. */
const lifetimeMs = 7 * 86_400_000;

/** Compiles and signs the practice county into `folder`, as the successor of what is there. Throws if it cannot:
 *  the files are ours. */
export async function compileSandbox(folder: string, key: KeyPair, now: Date): Promise<void> {
  const previous = await ownPointer(folder, key);
  const compiled = await compile({
    languages,
    origin: null,
    datasets: await Promise.all(sandboxSources(now).map(readPractice)),
    notices: [],
    reference: practiceReference(),
    releaseLine: previous?.releaseLine ?? randomUUID(),
    sequence: nextSequence(previous?.sequence ?? null, now),
    now,
    expiresAt: new Date(now.getTime() + lifetimeMs),
  });
  if (!compiled.ok) throw new Error(`the practice county does not compile: ${compiled.error.code}`);
  const { objects, pages, pointer } = compiled.value;
  await writeRelease(folder, { objects, pages, pointer: await signPointer(pointer, key) });
}

async function readPractice(source: SandboxSource): Promise<Dataset> {
  return (await readPracticeFiles(source)).dataset;
}

function practiceReference() {
  const rows = readZipCounties(readFileSync(SANDBOX_ZIP_COUNTIES, 'utf8'));
  if (!rows.ok) throw new Error(`${SANDBOX_ZIP_COUNTIES}: ${rows.error.message}`);
  return loadZipReference(rows.value);
}
