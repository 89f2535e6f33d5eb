// A process of its own, since it reads the practice county as scripts do: compiles the county as it is, and once more
// with a place that has moved, for tests of the ladder. Arguments: a folder for each, the place's name, and its new one.

import { readFileSync } from 'node:fs';
import { SANDBOX_ZIP_COUNTIES, type SandboxSource, sandboxSources } from '@/data/sandbox/sandbox';
import { writeRelease } from '@/lib/adapters/release-files';
import { devSigningKey } from '@/lib/adapters/signing-key';
import { loadZipReference, readZipCounties } from '@/lib/adapters/zip-reference';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import { compile } from '@/lib/release/compile';
import { signPointer } from '@/lib/release/sign';

const WEEK_MS = 7 * 86_400_000;

async function write(folder: string, from: string, to: string): Promise<void> {
  const now = new Date();
  const key = await devSigningKey(process.cwd());
  const rows = readZipCounties(readFileSync(SANDBOX_ZIP_COUNTIES, 'utf8'));
  if (!key.ok || !rows.ok) throw new Error('no key, or no ZIP reference');
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets: await Promise.all(sandboxSources(now).map((source) => readSource(source, from, to))),
    notices: [],
    reference: loadZipReference(rows.value),
    releaseLine: 'e2e-ladder',
    sequence: Math.floor(now.getTime() / 1000),
    now,
    expiresAt: new Date(now.getTime() + WEEK_MS),
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  const { objects, pointer } = compiled.value;
  await writeRelease(folder, { objects, pointer: await signPointer(pointer, key.value) });
}

async function readSource({ officeId, files }: SandboxSource, from: string, to: string) {
  const sources = files.map(({ name, bytes }) => {
    const content = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(from, to));
    return { name, bytes: () => [content], sizeBytes: content.length };
  });
  const { dataset } = await readVipFlat(sources, { officeId });
  if (!dataset) throw new Error(`${officeId} cannot be read`);
  return dataset;
}

const [asItIs = '', moved = '', place = '', newPlace = ''] = process.argv.slice(2);
void write(asItIs, place, place).then(() => write(moved, place, newPlace));
