// Proves that the check for unused code sees what it is there for, with this repository's own configuration.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const files = {
  'package.json': JSON.stringify({ name: 'fixture', dependencies: { used: '1.0.0', idle: '1.0.0' } }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./*'] } },
  }),
  'node_modules/used/package.json': JSON.stringify({ name: 'used', version: '1.0.0', main: 'index.js' }),
  'node_modules/used/index.js': 'exports.used = 1;',
  'scripts/start/main.ts':
    "import { used } from 'used';\nimport { called } from '@/lib/core/called';\ncalled(used);\n",
  'lib/core/called.ts':
    'export function called(value: unknown) {\n  return value;\n}\nexport const uncalled = 1;\n',
  'lib/core/forgotten.ts': 'export const forgotten = 1;\n',
  'lib/core/lost.ts': "export { gone } from './nowhere';\n",
  'lib/core/called.test.ts': "import { called } from './called';\ncalled(1);\n",
};

let root: string;
let report: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'levee-unused-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  cpSync('knip.config.ts', path.join(root, 'knip.config.ts'));
  const knip = path.resolve('node_modules/.bin/knip');
  const run = spawnSync(knip, ['--no-progress', '--no-config-hints'], { cwd: root, encoding: 'utf8' });
  report = run.stdout;
  expect(run.status, run.stderr).toBe(1);
});

afterAll(() => rmSync(root, { recursive: true }));

describe('the check for unused code', () => {
  it.each([
    ['a file that nothing imports', 'lib/core/forgotten.ts'],
    ['an export that nothing uses', 'uncalled'],
    ['a package that nothing imports', 'idle'],
  ])('reports %s', (_what, name) => {
    expect(report).toContain(name);
  });

  it.each([
    ['a package in use', /^used\b/m],
    ['an entry', /main[.]ts/],
    ['an export in use', /^called\b/m],
  ])('says nothing of %s', (_what, name) => {
    expect(report).not.toMatch(name);
  });
});
