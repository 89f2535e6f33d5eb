// Proves that every import rule fires: a small tree that breaks each of them once, and one that breaks none.
// Runs the check as `npm test` runs it, in a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mayImport, pureFolderPackages } from '@/scripts/checks/import-layers';
import { loadedRules, writtenRules } from '@/scripts/checks/import-rules-config';

type Tree = Readonly<Record<string, string>>;
interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

const packageJson = JSON.stringify({
  name: 'fixture',
  dependencies: { zod: '1.0.0', next: '1.0.0', left: '1.0.0' },
  devDependencies: { dev: '1.0.0' },
});

function npmPackage(name: string): Tree {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'exports.z = 1;',
  };
}

/** Violations that the check finds in `tree`. */
function check(tree: Tree): Violation[] {
  const root = mkdtempSync(path.join(tmpdir(), 'levee-import-rules-'));
  roots.push(root);
  const packages = ['zod', 'next', 'left', 'dev'].map(npmPackage);
  for (const [file, text] of Object.entries(
    Object.assign({ 'package.json': packageJson }, ...packages, tree),
  )) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), String(text));
  }
  const script = path.resolve('scripts/checks/import-rules.mts');
  try {
    return JSON.parse(
      execFileSync('node', ['--import', 'tsx', script, '--root', root, '--json'], { encoding: 'utf8' }),
    );
  } catch (failure) {
    return JSON.parse(String((failure as { stdout: string }).stdout));
  }
}

const value = (from: string) => `import { x } from '${from}';\nconsole.log(x);\n`;
const type = (from: string) => `import type { X } from '${from}';\nexport type Y = X;\n`;
const nothing = 'export const x = 1;\nexport type X = number;\n';

/** Every folder has an `end.ts` that imports nothing: what the others point at. */
const ends: Tree = Object.fromEntries(
  [...Object.keys(mayImport), 'tests'].map((folder) => [`${folder}/end.ts`, nothing]),
);

const allowedTree: Tree = {
  ...ends,
  ...Object.fromEntries(
    Object.entries(mayImport).map(([folder, targets]) => [
      `${folder}/allowed.ts`,
      targets
        .filter((target) => target !== 'lib')
        .map(
          (target, index) => `import { x as x${index} } from '@/${target}/end';\nconsole.log(x${index});\n`,
        )
        .join(''),
    ]),
  ),
  'lib/ingest/schema.ts': value('zod'),
  'lib/core/allowed.test.ts': value('@/lib/adapters/end') + value('node:fs').replaceAll('x', 'y'),
  'components/types.tsx': `${type('@/lib/ingest/end')}export const View = () => <p>text</p>;\n`,
  'components/zod-type.ts': type('@/lib/ingest/schema'),
  'app/office/page.server.tsx': `${value('@/lib/adapters/end')}export const Page = () => <p>text</p>;\n`,
  'app/outlines/route.ts': value('@/lib/adapters/end'),
  'app/v1/route.server.ts': value('@/lib/ingest/schema'),
  'lib/adapters/disk.ts': value('node:fs'),
};

/** File -> [its text, the rule it breaks, what it must be reported to reach]. */
const breaches: Readonly<Record<string, readonly [text: string, rule: string, to: string]>> = {
  'lib/core/up.ts': [value('../view/end'), 'direction-lib-core', 'lib/view/end.ts'],
  'lib/core/up-type.ts': [type('@/lib/view/end'), 'direction-lib-core', 'lib/view/end.ts'],
  'lib/messages/up.ts': [value('@/lib/view/end'), 'direction-lib-messages', 'lib/view/end.ts'],
  'lib/view/up.ts': [value('@/lib/release/end'), 'direction-lib-view', 'lib/release/end.ts'],
  'lib/ingest/up.ts': [value('@/lib/release/end'), 'direction-lib-ingest', 'lib/release/end.ts'],
  'lib/release/up.ts': [value('@/lib/ingest/end'), 'direction-lib-release', 'lib/ingest/end.ts'],
  'lib/office/up.ts': [value('@/lib/adapters/end'), 'direction-lib-office', 'lib/adapters/end.ts'],
  'lib/adapters/up.ts': [value('@/components/end'), 'direction-lib-adapters', 'components/end.ts'],
  'lib/client/up.ts': [value('@/components/end'), 'direction-lib-client', 'components/end.ts'],
  'lib/elsewhere/up.ts': [value('@/components/end'), 'direction-lib-elsewhere', 'components/end.ts'],
  'lib/office-client/up.ts': [
    value('@/lib/release/end'),
    'direction-lib-office-client',
    'lib/release/end.ts',
  ],
  'components/up.tsx': [
    `${value('@/lib/ingest/end')}export const View = () => <p>text</p>;\n`,
    'direction-components',
    'lib/ingest/end.ts',
  ],
  'components/type-of-adapter.ts': [
    type('@/lib/adapters/end'),
    'types-for-components',
    'lib/adapters/end.ts',
  ],
  'components/office/preview.tsx': [nothing, '', ''],
  'components/to-preview.tsx': [
    `${value('./office/preview')}export const View = () => <p>text</p>;\n`,
    'voters-know-no-desk',
    'components/office/preview.tsx',
  ],
  'app/script.ts': [value('@/scripts/end'), 'direction-app', 'scripts/end.ts'],
  'app/adapter.ts': [value('@/lib/adapters/end'), 'adapters-from-server-files', 'lib/adapters/end.ts'],
  'data/up.ts': [value('@/lib/view/end'), 'direction-data', 'lib/view/end.ts'],
  'scripts/page.ts': [value('@/app/end'), 'direction-scripts', 'app/end.ts'],
  'lib/core/node.ts': [value('node:fs'), 'pure-no-node', 'fs'],
  'lib/core/loaded-later.ts': ["export const later = () => import('node:fs');\n", 'pure-no-node', 'fs'],
  ...Object.fromEntries(
    Object.keys(pureFolderPackages).map((folder) => [
      `${folder}/package.ts`,
      [value('left'), `packages-${folder.replace('/', '-')}`, 'node_modules/left/index.js'] as const,
    ]),
  ),
  'lib/view/next.ts': [type('next'), 'packages-lib-view', 'node_modules/next/index.js'],
  'lib/core/cycle-a.ts': [
    `${value('./cycle-b')}${nothing.replace('x', 'z')}`,
    'no-cycle',
    'lib/core/cycle-b.ts',
  ],
  'lib/core/cycle-b.ts': [value('./cycle-a'), '', ''],
  'lib/core/some.test.ts': [value('./nowhere'), 'unresolvable', './nowhere'],
  'lib/core/uses-test.ts': [value('./some.test'), 'no-test-import', 'lib/core/some.test.ts'],
  'lib/client/dev.ts': [value('dev'), 'no-dev-package', 'node_modules/dev/index.js'],
  'lib/ingest/schema.ts': [`${value('zod')}`, '', ''],
  'lib/client/through.ts': [value('./step'), 'voter-bundle-no-zod', 'node_modules/zod/index.js'],
  'lib/client/step.ts': [value('@/lib/ingest/schema'), 'voter-bundle-no-server-code', 'lib/ingest/schema.ts'],
  'lib/office-client/through.ts': [
    value('@/lib/ingest/schema'),
    'desk-browser-no-zod',
    'node_modules/zod/index.js',
  ],
  'lib/release/compile.ts': [nothing, '', ''],
  'components/compiler.tsx': [
    value('@/lib/release/compile'),
    'voter-bundle-no-server-code',
    'lib/release/compile.ts',
  ],
};

describe('import rules', () => {
  it('let a tree pass that imports all that is allowed', () => {
    expect(check(allowedTree)).toEqual([]);
  });

  describe('fire for each way of breaking them', () => {
    const found = check({
      ...ends,
      ...Object.fromEntries(Object.entries(breaches).map(([file, [text]]) => [file, text])),
    });
    const expected = Object.entries(breaches).flatMap(([from, [, rule, to]]) =>
      rule ? [{ rule, from, to }] : [],
    );

    it.each(expected)('$rule: $from', (breach) => {
      expect(found.map(({ rule, from, to }) => ({ rule, from, to }))).toContainEqual(breach);
    });

    it('and no rule is without a breach here', () => {
      const names = [...writtenRules, ...loadedRules].map((rule) => rule.name);
      expect(new Set(expected.map((breach) => breach.rule))).toEqual(new Set(names));
    });
  });
});
