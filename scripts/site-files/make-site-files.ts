// Owns the files for other people's sites, which are made from lib/elsewhere before the pages are built: the reader
// as a module with its types, and the custom element. They are not committed. Knows no page.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { languages } from '@/lib/messages/languages';
import { bundleTypes } from './bundle-types';

/** Their names, each right below the site's root. */
export const siteFiles = ['levee.js', 'levee.d.ts', 'embed.js'] as const;

const repository = join(__dirname, '..', '..');
const source = (name: string) => join(repository, 'lib', 'elsewhere', name);
/** As the pages' own scripts: what runs in the one runs in the other. */
const target = 'es2022';
const madeFrom = 'Made by `npm run build` from lib/elsewhere. MIT licence.';

const moduleBanner = `/*! Levee: reads a release of polling places, verifies every byte of it, and answers addresses where it runs.
 *  An address is sent nowhere. Types: levee.d.ts. How to use it: /en/data/ of the site that this file comes from.
 *  ${madeFrom} */
// @ts-self-types="./levee.d.ts"`;
const typesBanner = `/** Types of levee.js. Everything here is a public contract: it grows, and nothing in it changes its meaning.
 *  ${madeFrom} */`;
const elementBanner = `/*! <levee-lookup>: "Where do I vote?" in a frame of its own origin. How to use it: /en/data/. ${madeFrom} */`;

/** Whether all of them are in `folder`. */
export function hasSiteFiles(folder: string): boolean {
  return siteFiles.every((name) => existsSync(join(folder, name)));
}

/** Writes all of them into `folder`. The same sources give the same bytes. Throws where something does not compile. */
export function makeSiteFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: (typeof siteFiles)[number], text: string) => writeFileSync(join(folder, name), text);
  write('levee.js', bundle('levee-module.ts', 'esm', moduleBanner));
  write('levee.d.ts', `${typesBanner}\n\n${declarations()}`);
  write('embed.js', bundle('embed-element.ts', 'iife', elementBanner));
}

function bundle(name: string, format: 'esm' | 'iife', banner: string): string {
  const titles = languages.map(({ tag, messages }) => [tag, messages.shell.title]);
  const { outputFiles } = buildSync({
    entryPoints: [source(name)],
    absWorkingDir: repository,
    bundle: true,
    write: false,
    format,
    target,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: banner },
    define: { LEVEE_TITLES: JSON.stringify(Object.fromEntries(titles)) },
    logLevel: 'error',
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`esbuild made nothing of ${name}`);
  return output.text;
}

/** TypeScript writes one declaration file a source; `bundleTypes` makes them one. */
function declarations(): string {
  const workshop = mkdtempSync(join(tmpdir(), 'levee-types-'));
  try {
    const config = join(workshop, 'tsconfig.json');
    writeFileSync(config, JSON.stringify(declarationConfig(workshop)));
    const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', config], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`levee.d.ts: ${stdout}`);
    const out = join(workshop, 'out');
    const entry = join('lib', 'elsewhere', 'levee-module.d.ts');
    const others = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.d.ts') && file !== entry)
      .sort();
    const read = (file: string) => readFileSync(join(out, file), 'utf8');
    return bundleTypes(read(entry), others.map(read));
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function declarationConfig(workshop: string) {
  return {
    extends: join(repository, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      incremental: false,
      rootDir: repository,
      outDir: join(workshop, 'out'),
      paths: { '@/*': [join(repository, '*')] },
      // Of the packages' types only those that a reader's user has too.
      types: [],
    },
    files: [source('levee-module.ts')],
    include: [],
  };
}
