// Owns `levee kv-bridge`: its arguments and output. The protocol is scripts/kv-bridge's.

import { kvBridge } from '../kv-bridge/kv-bridge';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { wholeNumber } from './generate';

/** `levee kv-bridge --redis redis://127.0.0.1:6379 --port 8079`. */
export const kvBridgeCommand: Command = {
  help: `Usage: KV_REST_API_TOKEN=… levee kv-bridge [--redis redis://127.0.0.1:6379] [--port 8079]

Lets an office host keep its state in a Redis of your own: listens on 127.0.0.1 for what @vercel/kv speaks (the Upstash
REST protocol) and hands it to Redis. Callers must know the token. Then start the office host with
KV_REST_API_URL=http://127.0.0.1:8079 and the same KV_REST_API_TOKEN. Ends with Ctrl-C.

Redis must keep what it was told (appendonly yes, maxmemory-policy noeviction), and needs 6.2 or later. An address with a
password (redis://user:password@host:6379/0) belongs in REDIS_URL: what stands on a command line can be read by everybody
on the machine.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    redis: { type: 'string' },
    port: { type: 'string', default: '8079' },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'kv-bridge', parsed.error.message);
  const { redis = terminal.env.REDIS_URL || 'redis://127.0.0.1:6379', port: portText } = parsed.value.values;
  const port = wholeNumber(portText, 1, 65_535);
  const token = terminal.env.KV_REST_API_TOKEN;
  if (port === null) return usedWrongly(terminal, 'kv-bridge', '--port takes a number from 1 to 65535');
  if (!/^redis:\/\//.test(redis) || !URL.canParse(redis)) {
    const example = 'redis://127.0.0.1:6379';
    return usedWrongly(terminal, 'kv-bridge', `--redis (or REDIS_URL) takes an address such as ${example}`);
  }
  if (!token)
    return usedWrongly(terminal, 'kv-bridge', 'KV_REST_API_TOKEN must hold the token of the callers');
  const server = kvBridge({ redis, token });
  const failure = new Promise<Error>((resolve) => server.once('error', resolve));
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  server.listen(port, '127.0.0.1', () => terminal.err.write(`Listening on http://127.0.0.1:${port}\n`));
  const failed = await Promise.race([failure, ended]);
  server.close();
  server.closeAllConnections();
  if (failed === undefined) return 0;
  terminal.err.write(`levee kv-bridge: ${failed.message}\n`);
  return 1;
}
