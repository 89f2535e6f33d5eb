// Owns the question whether this machine has what a drill is made of, and what to do where it has not.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAMS = [
  ['nginx', '-v'],
  ['wrk', '-v'],
  ['redis-server', '--version'],
] as const;

/** What is not here, each with its remedy: `nginx (apt-get install nginx)`; [] where nothing is. */
export function missingParts(repository: string): readonly string[] {
  const programs = PROGRAMS.filter(([name, flag]) => spawnSync(name, [flag]).error !== undefined);
  const builds = [
    [join('.next', 'BUILD_ID'), 'npm run build'],
    [join('out', 'en', 'index.html'), 'npm run build:public'],
  ].filter(([file = '']) => !existsSync(join(repository, file)));
  return [
    ...programs.map(([name]) => `${name} (apt-get install ${name})`),
    ...builds.map(([file, remedy]) => `${file} (${remedy})`),
  ];
}
