// Owns the third thing that somebody would build instead: nginx in front of an application, caching with its defaults.
// The configuration is Debian's nginx.conf with the cache of nginx's own guide; nothing is tuned, for or against it.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../free-port';
import { answersAt, part } from '../part';
import { NICENESS } from '../processors';
import type { StartedTarget, Target } from './target';

/** Starts it before `upstream`, which goes on belonging to who started it. */
export async function startNginxTarget(upstream: Target): Promise<StartedTarget> {
  const folder = mkdtempSync(join(tmpdir(), 'levee-nginx-defaults-'));
  // Workers of a master that root has started are somebody else, and keep the cache in here.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, defaultsConfig({ folder, port, upstream: upstream.url }));
  const server = part({
    name: 'nginx with its defaults',
    niceness: NICENESS.serving,
    command: ['nginx', '-c', file, '-p', folder],
    log: join(folder, 'error.log'),
    isReady: () => answersAt(`${url}/v1/current.json`),
  });
  await server.start();
  return {
    name: 'nginx-defaults',
    url,
    asks: 'files',
    paths: upstream.paths,
    originRequests: () => lineCount(join(folder, 'upstream.log')),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** https://nginx.org/en/docs/http/ngx_http_proxy_module.html: the key is `$scheme$proxy_host$request_uri` where nobody
 *  says another, so the query is part of it, and what `Vary` names makes variants. The second log is our counter. */
export function defaultsConfig(place: {
  readonly folder: string;
  readonly port: number;
  readonly upstream: string;
}): string {
  const { folder, port, upstream } = place;
  return `daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  types_hash_max_size 2048;
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log ${folder}/access.log;
  gzip on;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=stock:10m max_size=1g;
  map $upstream_status $went_upstream { "" 0; default 1; }
  log_format upstream '$upstream_cache_status';
  server {
    listen 127.0.0.1:${port};
    access_log ${folder}/access.log;
    access_log ${folder}/upstream.log upstream if=$went_upstream;
    location / {
      proxy_pass ${upstream};
      proxy_cache stock;
    }
  }
}
`;
}

async function lineCount(file: string): Promise<number> {
  const text = await readFile(file, 'latin1');
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
