// Owns what an operator puts in the office host's place when that is dead: a plain web server at the same address, which serves a
// folder. Knows no release.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

/** Serves `folder` at `url`'s port; gives its end. */
export async function startRescueHost(folder: string, url: string): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', url).pathname);
    readFile(join(folder, path)).then(
      (bytes) => response.end(request.method === 'HEAD' ? undefined : bytes),
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  // At the name, as the office host was: both of its addresses.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(new URL(url).port), '::', resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}
