// Owns the browser that the tests run in: Debian's or Playwright's Chromium, installed where neither is there.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { installFromDebian, run } from './debian';

/** Chromium without a window, as Playwright's own is: it draws the same pages with half of the work. */
const headlessShell = '/usr/bin/chromium-headless-shell';
const systemChromium = '/usr/bin/chromium';

/** Launch options: the system's Chromium where there is one, else Playwright's own. */
export function chromiumPath(): { readonly executablePath?: string } {
  return existsSync(systemChromium) ? { executablePath: systemChromium } : {};
}

/** The same for tests, which look at pages and not at a browser: without windows, where that is installed. */
export function headlessPath(): { readonly executablePath?: string } {
  return existsSync(headlessShell) ? { executablePath: headlessShell } : chromiumPath();
}

/** Sees to it that there is a Chromium to test in. Throws where none can be had. */
export function ensureChromium(): void {
  if (existsSync(headlessShell) || existsSync(chromium.executablePath())) return;
  console.log('No Chromium without a window here: installing one for the browser tests …');
  if (installFromDebian('chromium-headless-shell') || existsSync(systemChromium)) return;
  if (run('node_modules/.bin/playwright', 'install', 'chromium')) return;
  throw new Error('Chromium could not be installed. Install it by hand, then: npm test -- browser');
}
