// Owns the browser that the tests run in: Debian's or Playwright's Chromium, installed where neither is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const systemChromium = '/usr/bin/chromium';

/** Launch options: the system's Chromium where there is one, else Playwright's own. */
export function chromiumPath(): { readonly executablePath?: string } {
  return existsSync(systemChromium) ? { executablePath: systemChromium } : {};
}

function run(program: string, ...args: string[]): boolean {
  console.log(`$ ${[program, ...args].join(' ')}`);
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Sees to it that there is a Chromium to test in. Throws where none can be had. */
export function ensureChromium(): void {
  if (existsSync(systemChromium) || existsSync(chromium.executablePath())) return;
  console.log('No Chromium here: installing one for the browser tests …');
  if (isDebianRoot() && run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-qq', '-y', 'chromium'))
    return;
  if (run('node_modules/.bin/playwright', 'install', 'chromium')) return;
  throw new Error('Chromium could not be installed. Install it by hand, then: npm test -- browser');
}
