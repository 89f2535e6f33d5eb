import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pureFolderPackages } from '../checks/import-layers';

const folders = Object.keys(pureFolderPackages);
const tests = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

describe('tests that share a process (vitest.config.mts)', () => {
  it('are those of the pure folders', () => {
    const [, names = ''] = /'lib\/\{([\w,-]+)\}\/\*\*/.exec(readFileSync('vitest.config.mts', 'utf8')) ?? [];
    expect(names.split(',').map((name) => `lib/${name}`)).toEqual(folders);
  });

  it.each(tests)('touch nothing that their neighbours would see: %s', (file) => {
    const touched = /\bvi\.\w+|\bprocess\.env\b|\bglobalThis\b|\bprocess\.chdir\b/.exec(
      readFileSync(file, 'utf8'),
    );
    expect(touched?.[0], 'what stubs a global belongs to a test outside the pure folders').toBeUndefined();
  });
});
