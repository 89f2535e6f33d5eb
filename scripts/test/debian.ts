// Owns installing what tests need from Debian's packages, where that can be done without asking anybody.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Says what it runs, and whether that went well. */
export function run(program: string, ...args: string[]): boolean {
  console.log(`$ ${[program, ...args].join(' ')}`);
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** False where this is no Debian, or not ours to change. */
export function installFromDebian(name: string): boolean {
  const isOurs =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  return isOurs && run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-qq', '-y', name);
}
