// Owns where knip starts reading: everything not reached from here, exported or installed, is unused.
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'app/**/{page,layout,route,not-found,error,global-error,sitemap,robots,manifest}{,.server}.{ts,tsx}!',
    'scripts/*.{mjs,ts,cjs}',
    'scripts/{checks,start,test,bench}/*.{ts,mts}',
    'tests/e2e/**/*.{ts,mts}',
  ],
  project: ['{app,components,data,lib,scripts,tests}/**/*.{ts,tsx,mts,mjs,cjs}'],
  ignoreExportsUsedInFile: true,
  ignore: ['data/vectors/**'],
};

export default config;
