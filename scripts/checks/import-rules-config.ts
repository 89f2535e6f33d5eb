// Owns the rules as dependency-cruiser reads them, derived from ./import-layers.ts.
// Two sets, since the tool looks at imports in two ways: as written (types included) and as loaded at run time.
import type { IForbiddenRuleType } from 'dependency-cruiser';
import { mayImport, pureFolderPackages, typesForComponents, voterBundle } from './import-layers';

/** A rule of dependency-cruiser that says its name and why it is there. */
export type NamedRule = IForbiddenRuleType & { readonly name: string; readonly comment: string };

const testFile = '[.](test|fixture)[.]tsx?$';
const under = (paths: readonly string[]) => `^(${paths.join('|')})/`;
const packages = (names: readonly string[]) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

const directionRules = Object.entries(mayImport).map(([folder, targets]) => {
  const allowed = [folder, ...targets];
  return {
    name: `direction-${folder.replace('/', '-')}`,
    comment: `${folder} may import ${targets.join(', ') || 'nothing else here'}`,
    severity: 'error' as const,
    from: { path: under([folder]), pathNot: testFile },
    to: {
      path: '^(app|components|data|lib|scripts|tests)/|^[^/]+[.](js|cjs|mjs|ts|mts|json)$',
      pathNot: folder === 'scripts' ? `${under(allowed)}|^[^/]+$` : under(allowed),
      ...(folder === 'components' && { dependencyTypesNot: ['type-only'] }),
    },
  };
});

const componentTypeRule = {
  name: 'types-for-components',
  comment: `components may import types from pure folders only: ${typesForComponents.join(', ')}`,
  severity: 'error' as const,
  from: { path: '^components/', pathNot: testFile },
  to: {
    path: '^(app|data|lib|scripts|tests)/',
    pathNot: under([...(mayImport.components ?? []), ...typesForComponents]),
    dependencyTypes: ['type-only'],
  },
};

const purePackageRules = Object.entries(pureFolderPackages).map(([folder, names]) => ({
  name: `packages-${folder.replace('/', '-')}`,
  comment: `${folder} is pure: of npm it may import ${names.join(', ') || 'nothing'}`,
  severity: 'error' as const,
  from: { path: under([folder]), pathNot: testFile },
  to: {
    path: '(^|/)node_modules/',
    ...(names.length > 0 && { pathNot: packages(names) }),
  },
}));

/** Rules over imports as they are written, types included. */
export const writtenRules: readonly NamedRule[] = [
  ...directionRules,
  componentTypeRule,
  ...purePackageRules,
  {
    name: 'pure-no-node',
    comment: 'pure folders run anywhere: bytes and ports come in, no Node module is imported',
    severity: 'error' as const,
    from: { path: under(Object.keys(pureFolderPackages)), pathNot: testFile },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-cycle',
    comment: 'two files that import each other are one file, or three',
    severity: 'error' as const,
    from: {},
    to: { circular: true },
  },
  {
    name: 'adapters-from-server-files',
    comment: 'pages for voters know no adapters; `.server.` files and route files (run at build time) may',
    severity: 'error' as const,
    from: { path: '^app/', pathNot: `[.]server[.]|/route[.]ts$|${testFile}` },
    to: { path: '^lib/(adapters|office)/' },
  },
  {
    name: 'voters-know-no-desk',
    comment: 'no way leads from a voter’s page to the desk or to a preview: what is not live stays there',
    severity: 'error' as const,
    from: {
      path: '^(app|components|lib/(client|elsewhere))/',
      pathNot: `^app/office/|^components/office/|${testFile}`,
    },
    to: { path: '^(app|components)/office/' },
  },
  {
    name: 'no-test-import',
    comment: 'a test file is nobody’s library',
    severity: 'error' as const,
    from: { pathNot: `${testFile}|^tests/|^scripts/(vectors|drill/kills)/` },
    to: { path: `${testFile}|^tests/` },
  },
  {
    name: 'no-dev-package',
    comment: 'what ships imports only `dependencies`; types alone may come from devDependencies',
    severity: 'error' as const,
    from: { path: '^(app|components|lib|data)/', pathNot: testFile },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'unresolvable',
    comment: 'the import leads nowhere',
    severity: 'error' as const,
    from: {},
    to: { couldNotResolve: true },
  },
];

/** Rules over what is loaded at run time (type imports gone), however many steps away. */
export const loadedRules: readonly NamedRule[] = [
  {
    name: 'voter-bundle-no-zod',
    comment: 'zod costs voters 92 KB: it guards what comes in, hashes guard what voters read',
    severity: 'error' as const,
    from: voterBundle,
    to: { path: packages(['zod']), reachable: true },
  },
  {
    name: 'desk-browser-no-zod',
    comment:
      'zod tries to make functions out of text, which the policy of the desk’s pages forbids and reports',
    severity: 'error' as const,
    from: { path: '^(components/office|lib/office-client)/', pathNot: testFile },
    to: { path: packages(['zod']), reachable: true },
  },
  {
    name: 'voter-bundle-no-server-code',
    comment: 'ingest, office, adapters and the compiler are not for the voter’s browser',
    severity: 'error' as const,
    from: voterBundle,
    to: {
      path: '^lib/(ingest|office|adapters)/|^lib/release/(compile|merge|split|coverage|directory)',
      reachable: true,
    },
  },
];
