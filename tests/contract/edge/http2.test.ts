// HTTP/2 over TLS with a certificate made on the spot: how much one connection may ask for, and what resetting it all does.
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { type ClientHttp2Session, connect, constants } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx } from '@/scripts/edge/run-nginx';
import { testCertificate } from '@/scripts/edge/test-certificate';
import { type EdgeHost, FILES, OBJECT, startEdge } from './edge-host';

const hasTls = hasNginx() && statSync('/usr/bin/openssl', { throwIfNoEntry: false }) !== undefined;

describe.skipIf(!hasTls)('HTTP/2', () => {
  let edge: EdgeHost;
  const sessions: ClientHttp2Session[] = [];
  beforeAll(async () => {
    edge = await startEdge((folder) => {
      const tls = testCertificate(folder, ['localhost', 'vote.test']);
      if (tls === null) throw new Error('openssl made no certificate');
      return { tls };
    });
  });
  afterAll(async () => {
    for (const session of sessions) session.destroy();
    await edge?.close();
  });

  const session = async (): Promise<ClientHttp2Session> => {
    const made = connect(`https://localhost:${edge.nginx.port}`, {
      ca: readFileSync(edge.options.tls?.certificate ?? ''),
      lookup: (_name, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }] as never, 4),
    });
    made.on('error', () => {});
    sessions.push(made);
    await once(made, 'remoteSettings');
    return made;
  };
  const get = async (made: ClientHttp2Session, path: string): Promise<{ status: number; body: string }> => {
    const stream = made.request({ ':path': path });
    let status = 0;
    stream.on('response', (headers) => {
      status = Number(headers[':status']);
    });
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return { status, body: Buffer.concat(pieces).toString() };
  };

  it('answers, says that it is to be used from now on, and allows 32 requests at a time', async () => {
    const made = await session();
    expect(made.remoteSettings.maxConcurrentStreams).toBe(32);
    const stream = made.request({ ':path': '/en/' });
    const [headers] = (await once(stream, 'response')) as [Record<string, string>];
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    stream.close();
    expect((await get(made, OBJECT)).body).toBe(FILES[OBJECT]);
  });

  it('answers others while one resets everything that it asks for, and takes no memory for it', async () => {
    const workers = () => memoryKilobytes(edge.nginx.pid);
    const quiet = await session();
    await get(quiet, OBJECT);
    const before = workers();
    let resets = 0;
    for (let round = 0; round < 40; round += 1) {
      const rude = await session().catch(() => null);
      for (let at = 0; rude !== null && at < 200 && !rude.closed && !rude.destroyed; at += 1) {
        const stream = rude.request({ ':path': `${OBJECT}?${at}` });
        stream.on('error', () => {});
        stream.close(constants.NGHTTP2_CANCEL);
        resets += 1;
      }
      if (round % 5 === 0) expect((await get(await session(), OBJECT)).body).toBe(FILES[OBJECT]);
      rude?.destroy();
    }
    expect(resets).toBeGreaterThan(5000);
    expect(workers() - before).toBeLessThan(32_768);
    expect((await get(await session(), '/en/')).body).toBe(FILES['/en/index.html']);
  });

  it('shows no certificate to who asks for another name', async () => {
    const socket = connectTls({
      host: '127.0.0.1',
      port: edge.nginx.port,
      servername: 'other.test',
      rejectUnauthorized: false,
    });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toMatch(/unrecognized name|alert/i);
  });

  it('hangs up where the name inside is another than the one outside', async () => {
    const made = await session();
    const stream = made.request({ ':path': '/en/', ':authority': 'other.test' });
    stream.on('error', () => {});
    await once(stream, 'close').catch(() => {});
    expect(stream.rstCode !== 0 || made.destroyed || made.closed).toBe(true);
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)('speaks no %s', async (version) => {
    const socket = connectTls({
      ...{ host: '127.0.0.1', port: edge.nginx.port, servername: 'localhost', rejectUnauthorized: false },
      ...{ minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' },
    });
    await expect(once(socket, 'secureConnect')).rejects.toThrow();
  });
});

/** Resident memory of a master's workers (proc(5)). */
function memoryKilobytes(master: number): number {
  const children = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim().split(' ');
  return children
    .map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0))
    .reduce((sum, each) => sum + each, 0);
}
