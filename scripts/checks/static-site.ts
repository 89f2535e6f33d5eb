// Owns a small file server for measuring: the static export and a release, compressed as any web server does.
// For checks on this machine only; it knows nothing of caching.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { constants, createGzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** `/v1/…` and `/p/…` from `releaseDirectory`, everything else from `siteDirectory`; null where there is no such file. */
function fileFor(path: string, siteDirectory: string, releaseDirectory: string): string | null {
  const name = normalize(decodeURIComponent(path));
  const file = join(/^\/(v1|p)\//.test(name) ? releaseDirectory : siteDirectory, name);
  const whole = file.endsWith('/') ? `${file}index.html` : file;
  return existsSync(whole) && statSync(whole).isFile() ? whole : null;
}

/** Serves both folders on a free port of this machine: `{origin: 'http://127.0.0.1:40123', close}`. */
export async function serveStaticSite(siteDirectory: string, releaseDirectory: string) {
  const server = createServer((request, response) => {
    const file = fileFor((request.url ?? '/').split('?')[0] ?? '/', siteDirectory, releaseDirectory);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    if (type === undefined) {
      response.writeHead(200);
      createReadStream(file).pipe(response);
      return;
    }
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' });
    createReadStream(file)
      .pipe(createGzip({ level: constants.Z_BEST_COMPRESSION }))
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
