// Owns who may import whom, as data: the table of docs/architecture.md "Import direction".
// Knows nothing of the tool that enforces it.

/** Folder -> the folders of this repository that its files may import, besides their own. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'lib/core': [],
  'lib/messages': ['lib/core'],
  'lib/view': ['lib/core', 'lib/messages'],
  'lib/ingest': ['lib/core'],
  'lib/release': ['lib/core', 'lib/messages', 'lib/view'],
  'lib/office': ['lib/core', 'lib/messages', 'lib/view', 'lib/ingest', 'lib/release'],
  'lib/adapters': ['lib/core', 'lib/messages', 'lib/view', 'lib/ingest', 'lib/release', 'lib/office'],
  'lib/client': ['lib/core', 'lib/messages', 'lib/view', 'lib/release'],
  'lib/elsewhere': ['lib/core', 'lib/messages', 'lib/view', 'lib/release', 'lib/client'],
  'lib/office-client': ['lib/core', 'lib/messages', 'lib/view', 'lib/ingest'],
  components: [
    'lib/core',
    'lib/messages',
    'lib/view',
    'lib/release',
    'lib/client',
    'lib/elsewhere',
    'lib/office-client',
  ],
  app: ['components', 'lib', 'data'],
  data: ['lib/core'],
  scripts: ['lib', 'data'],
};

/** Pure folders -> the npm packages that their files may import. No Node, Next or React in any of them. */
export const pureFolderPackages: Readonly<Record<string, readonly string[]>> = {
  'lib/core': [],
  'lib/messages': [],
  'lib/view': [],
  'lib/ingest': ['fflate', 'papaparse', 'read-excel-file', 'saxes', 'zod'],
  'lib/release': ['fflate'],
  'lib/office': ['fflate', 'zod'],
};

/** What components may import the types of: nothing of it is in the browser's code. */
export const typesForComponents = ['lib/ingest', 'lib/office'];

/** Paths in the voter's bundle: what these load, the voter downloads. Office pages are `.server.` files, and
 *  what a route file loads stays where it runs: on the server, or at build time. */
export const voterBundle = {
  path: '^(components|lib/client|lib/elsewhere|app)/',
  pathNot: '[.]server[.]|/route[.]ts$|^app/office/|^components/office/|[.](test|fixture)[.]tsx?$',
};
