// Owns listening to what a page downloads, for whoever measures it. download-faults.ts says what counts and how much may.

import type { Page, Response } from 'playwright';
import type { Download } from './download-faults';

/** Listens from now on; `downloads` gives what has come by then, `quietForMs` for how long nothing has, `stop` ends it. */
export function recordDownloads(page: Page, origin: string) {
  const pending: Promise<Download>[] = [];
  let lastMs = performance.now();
  const onResponse = (response: Response) => {
    lastMs = performance.now();
    pending.push(downloadOf(response, origin));
  };
  page.on('response', onResponse);
  return {
    quietForMs: () => performance.now() - lastMs,
    downloads: () => Promise.all(pending),
    stop: () => page.off('response', onResponse),
  };
}

async function downloadOf(response: Response, origin: string): Promise<Download> {
  const { responseBodySize, responseHeadersSize } = await response.request().sizes();
  return {
    path: response.url().startsWith(origin) ? response.url().slice(origin.length) : response.url(),
    bytes: responseBodySize + responseHeadersSize,
  };
}
