// Owns the yardstick of the edge's throughput: one worker of nginx with Debian's own nginx.conf, serving the same folder.
// Nothing is tuned, for or against it.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../free-port';
import { answersAt, part } from '../part';
import { NICENESS } from '../processors';

export interface BareNginx {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. Its log of requests is Debian's, and is thrown away at the end. */
export async function startBareNginx(webRoot: string, logs: 'stock' | 'off'): Promise<BareNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'levee-bare-nginx-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, bareConfig({ folder, port, webRoot, logs }));
  const asRoot = process.getuid?.() === 0 ? ['-g', 'user root;'] : [];
  const nginx = part({
    name: 'bare nginx',
    niceness: NICENESS.serving,
    command: ['nginx', '-c', file, '-p', folder, ...asRoot],
    log: join(folder, 'error.log'),
    isReady: () => answersAt(url),
  });
  await nginx.start();
  const stop = async () => {
    await nginx.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

/** Debian 12's /etc/nginx/nginx.conf and its default site, but for one worker, our folders, and `gzip off`: compressing on
 *  every request would only make it slower. */
function bareConfig(place: {
  readonly folder: string;
  readonly port: number;
  readonly webRoot: string;
  readonly logs: 'stock' | 'off';
}): string {
  const { folder, port, webRoot, logs } = place;
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  types_hash_max_size 2048;
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log ${logs === 'off' ? 'off' : `${folder}/access.log`};
  gzip off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${webRoot};
    index index.html;
    location / { try_files $uri $uri/ =404; }
  }
}
`;
}
