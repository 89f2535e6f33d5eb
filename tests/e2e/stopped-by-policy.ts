// Owns hearing from a browser what a Content-Security-Policy stopped in its pages, for tests that expect nothing, or just one thing.

import type { BrowserContext } from '@playwright/test';

/** Everything that is stopped from now on, or thrown, in any page of the context: `['/en/: script-src inline …']`. */
export async function stoppedByPolicy(context: BrowserContext): Promise<readonly string[]> {
  const stopped: string[] = [];
  await context.exposeFunction('leveeStopped', (what: string) => stopped.push(what));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const said = `${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`;
      (globalThis as unknown as { leveeStopped: (what: string) => void }).leveeStopped(said);
    });
  });
  // Workers have no window: what is stopped in them is only said here.
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) stopped.push(message.text());
  });
  context.on('weberror', (error) => stopped.push(`error: ${error.error().message}`));
  return stopped;
}
