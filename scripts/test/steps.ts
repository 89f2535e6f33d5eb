// Owns the list of checks, in the order in which they are run: the cheapest to fail first.
// Knows no outcome; ./run-steps.ts runs them.

/** One check: `npm test -- types` runs the one called `types`. */
export interface Step {
  readonly name: string;
  readonly title: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Where the step writes its counts, and in whose format; absent: the step passes or fails as one. */
  readonly report?: { readonly file: string; readonly format: 'vitest' | 'playwright' };
  readonly env?: Readonly<Record<string, string>>;
  /** Neighbours in the list with the same word here need nothing of each other, and are run side by side. */
  readonly beside?: 'sources';
  /** Chromium is needed. */
  readonly browser?: true;
  /** Redis is needed. */
  readonly redis?: true;
  /** nginx is needed. */
  readonly nginx?: true;
}

const node = process.execPath;
const typescript = [node, '--import', 'tsx'] as const;
const bin = (name: string) => `node_modules/.bin/${name}`;

/** biome colours wherever CI is set, whatever NO_COLOR says. */
const colours = process.stdout.isTTY ? [] : ['--colors=off'];

/** Counts of the two test runners, as their JSON reporters write them. */
export const reportFiles = { unit: '.levee/test/unit.json', browser: '.levee/test/browser.json' };

/** Every check there is. */
export const steps: readonly Step[] = [
  { name: 'routes', title: 'Next’s types of the routes', command: [bin('next'), 'typegen'] },
  { name: 'types', title: 'types (tsc)', command: [bin('tsc'), '--noEmit', '-p', '.'], beside: 'sources' },
  {
    name: 'lint',
    title: 'lint and format (biome)',
    command: [bin('biome'), 'ci', ...colours, '.'],
    beside: 'sources',
  },
  {
    name: 'imports',
    title: 'who imports whom (dependency-cruiser)',
    command: [...typescript, 'scripts/checks/import-rules.mts'],
    beside: 'sources',
  },
  {
    name: 'files',
    title: 'file rules',
    command: [...typescript, 'scripts/checks/check-files.ts'],
    beside: 'sources',
  },
  {
    name: 'unused',
    title: 'unused code (knip)',
    command: [bin('knip'), '--no-progress', '--no-config-hints'],
    beside: 'sources',
  },
  {
    name: 'unit',
    title: 'unit and contract tests (vitest)',
    command: [
      bin('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFiles.unit}`,
    ],
    report: { file: reportFiles.unit, format: 'vitest' },
    redis: true,
    nginx: true,
  },
  { name: 'build', title: 'build for a server', command: ['npm', 'run', '-s', 'build'] },
  {
    name: 'build:public',
    title: 'build of static files',
    command: ['npm', 'run', '-s', 'build:public'],
    // Adds pages and changes none: docs/adr/0017-pseudo-language.md.
    env: { LEVEE_PSEUDO_LANGUAGE: '1' },
  },
  { name: 'bytes', title: 'what a voter downloads', command: [...typescript, 'scripts/checks/bytes.ts'] },
  {
    name: 'browser',
    title: 'browser tests (playwright)',
    command: [bin('playwright'), 'test', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFiles.browser },
    report: { file: reportFiles.browser, format: 'playwright' },
    browser: true,
    redis: true,
    nginx: true,
  },
];
