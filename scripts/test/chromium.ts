// Owns the browser that the tests run in: Debian's or Playwright's Chromium, installed where neither is there.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { installFromDebian, run } from './debian';

const systemChromium = '/usr/bin/chromium';

/** Launch options: the system's Chromium where there is one, else Playwright's own. */
export function chromiumPath(): { readonly executablePath?: string } {
  return existsSync(systemChromium) ? { executablePath: systemChromium } : {};
}

/** Sees to it that there is a Chromium to test in. Throws where none can be had. */
export function ensureChromium(): void {
  if (existsSync(systemChromium) || existsSync(chromium.executablePath())) return;
  console.log('No Chromium here: installing one for the browser tests …');
  if (installFromDebian('chromium')) return;
  if (run('node_modules/.bin/playwright', 'install', 'chromium')) return;
  throw new Error('Chromium could not be installed. Install it by hand, then: npm test -- browser');
}
