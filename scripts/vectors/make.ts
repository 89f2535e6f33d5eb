// Owns writing data/vectors anew: `npx tsx scripts/vectors/make.ts`. The test beside it fails where the
// files on disk are not what this would write.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeVectors } from './cases';

const VECTORS_FOLDER = join(__dirname, '..', '..', 'data', 'vectors');

async function main(): Promise<void> {
  const { files, cases } = await makeVectors();
  for (const folder of new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))) {
    rmSync(join(VECTORS_FOLDER, folder), { recursive: true, force: true });
  }
  for (const [path, bytes] of files) {
    const file = join(VECTORS_FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  process.stdout.write(`${cases.length} cases, ${files.size} files in data/vectors\n`);
}

void main();
