// A process of its own for the test of interrupted writes: writes a release, and kills itself in the middle.
// Arguments: folder, sequence, and the file operation before which it dies (0: never).

import fs from 'node:fs/promises';
import { languages } from '@/lib/messages/languages';
import { compile } from '@/lib/release/compile';
import { exampleCounty, VECTOR_EXPIRES, VECTOR_NOW, vectorReference } from '@/lib/release/offices.fixture';
import { signPointer } from '@/lib/release/sign';
import { writeRelease } from './release-files';
import { devSigningKey } from './signing-key';

async function main(folder: string, sequence: number, dieAt: number): Promise<void> {
  const key = await devSigningKey(folder);
  // Every release has places of its own, so that every object but the town index is new.
  const pollingLocations = exampleCounty.pollingLocations.map((place) => ({
    ...place,
    name: `${place.name} ${sequence}`,
  }));
  const compiled = await compile({
    languages,
    origin: null,
    datasets: [{ ...exampleCounty, pollingLocations }],
    notices: [],
    reference: vectorReference,
    releaseLine: 'line',
    sequence,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!key.ok || !compiled.ok) throw new Error('no release to write');
  const pointer = await signPointer(compiled.value.pointer, key.value);
  const steps = dieBefore(dieAt);
  await writeRelease(folder, { objects: compiled.value.objects, pages: compiled.value.pages, pointer });
  process.stdout.write(String(steps()));
}

/** Counts the operations that change files, and dies before the n-th. */
function dieBefore(step: number): () => number {
  let steps = 0;
  const count = (): void => {
    steps += 1;
    if (steps === step) process.kill(process.pid, 'SIGKILL');
  };
  const { open, rename } = fs;
  fs.open = async (...args) => {
    count();
    return counted(await open(...args), count);
  };
  fs.rename = async (...args) => {
    count();
    return rename(...args);
  };
  return () => steps;
}

function counted(handle: fs.FileHandle, count: () => void): fs.FileHandle {
  for (const name of ['writeFile', 'sync', 'close'] as const) {
    const real = handle[name].bind(handle) as (...args: unknown[]) => unknown;
    Object.assign(handle, {
      [name]: (...args: unknown[]) => {
        count();
        return real(...args);
      },
    });
  }
  return handle;
}

const [folder = '', sequence = '', dieAt = '0'] = process.argv.slice(2);
void main(folder, Number(sequence), Number(dieAt));
