// Owns the nginx that the edge is tested with: Debian's, installed where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installFromDebian } from './debian';

/** Sees to it that there is an nginx, with brotli and openssl beside it. Where one cannot be had, the tests that need
 *  it are skipped, by name. */
export function ensureNginx(): void {
  const wanted = [
    { name: 'nginx', isThere: hasProgram('nginx', '-v') },
    {
      name: 'libnginx-mod-http-brotli-static',
      isThere: existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'),
    },
    { name: 'openssl', isThere: hasProgram('openssl', 'version') },
  ];
  for (const { name, isThere } of wanted) {
    if (isThere) continue;
    console.log(`No ${name} here: installing it for the tests of the edge …`);
    if (!installFromDebian(name))
      console.log(`${name} could not be installed: tests of the edge are skipped.`);
  }
}

const hasProgram = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
