// Owns `levee keys`: its arguments, output and exit code. What a change means is lib/office/keys'. A private key is written
// to a file, and never printed.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { officeEnv } from '@/lib/adapters/office-container';
import { openPublishPorts } from '@/lib/adapters/publish-container';
import { createKeyFile, loadSigningKey } from '@/lib/adapters/signing-key';
import type { Result } from '@/lib/core/result';
import { type KeyChangeError, retireKey, revokeKey, rotateKey } from '@/lib/office/keys/change-keys';
import { type ListedKey, listKeys } from '@/lib/office/keys/list-keys';
import { heartbeat } from '@/lib/office/publish/heartbeat';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { pathProblem } from './path-problem';
import { repositoryRoot } from './repository-root';
import { withOffice } from './with-office';

/** `levee keys make|list|rotate|retire|revoke`. */
export const keys: Command = {
  help: `Usage: levee keys make --out FILE | list | rotate | retire ID | revoke ID

  make --out FILE  a new pair in FILE, which only its owner can read; prints the public key
  list             what becomes of each key, and whether this host has it
  rotate           the next key signs from now on: the one after the present in LEVEE_PUBLIC_KEYS
  retire ID        this key signs no more and may be left out of the next build
  revoke ID        readers never believe this key again; only a later one can say so. It cannot be undone

Public keys stand in LEVEE_PUBLIC_KEYS, oldest first, in every build. LEVEE_SIGNING_KEY names the files of the private
ones (or holds a JWK), on the office host alone. The store is the one that the environment names.
Exit codes: 0 done, 1 it could not be done, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, { out: { type: 'string' } });
  if (!parsed.ok) return usedWrongly(terminal, 'keys', parsed.error.message);
  const [what, keyId, ...more] = parsed.value.positionals;
  const { out } = parsed.value.values;
  const needsId = what === 'retire' || what === 'revoke';
  if (more.length > 0 || needsId !== (keyId !== undefined) || (what === 'make') !== (out !== undefined)) {
    return usedWrongly(terminal, 'keys', 'make --out FILE, list, rotate, retire ID or revoke ID is needed');
  }
  if (what === 'make') return make(out ?? '', terminal);
  const by = 'levee keys';
  if (what === 'list') return withKeys(terminal, (ports) => list(ports, terminal));
  if (what === 'rotate') return withKeys(terminal, (ports) => changed(ports, terminal, rotateKey(ports, by)));
  const change = { retire: retireKey, revoke: revokeKey }[what ?? ''];
  if (change === undefined) return usedWrongly(terminal, 'keys', `there is no "keys ${what ?? ''}"`);
  return withKeys(terminal, (ports) => changed(ports, terminal, change(ports, { keyId: keyId ?? '', by })));
}

async function make(out: string, terminal: Terminal): Promise<ExitCode> {
  const file = resolve(out);
  if (existsSync(file)) return failed(terminal, `${out} is there already, and was left as it is.`);
  try {
    await createKeyFile(file);
  } catch (error) {
    const problem = pathProblem(error, out);
    if (problem === null) throw error;
    return failed(terminal, problem);
  }
  const key = await loadSigningKey(file);
  if (!key.ok) return failed(terminal, `${out}: ${key.error.message}`);
  terminal.out.write(
    `${key.value.id} ${key.value.publicKey}\n` +
      `The private key is in ${out}: keep it on the office host and in one safe place, and nowhere else.\n` +
      'Add the public key at the end of LEVEE_PUBLIC_KEYS, then build and deploy every site.\n',
  );
  return 0;
}

async function withKeys(
  terminal: Terminal,
  work: (ports: PublishPorts) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withOffice(terminal, 'keys', async (stores) => {
    const setup = {
      env: officeEnv(),
      repository: repositoryRoot,
      releaseDirectory: resolve(repositoryRoot, terminal.env.LEVEE_RELEASE || '.levee/release'),
    };
    return work(await openPublishPorts(stores, setup));
  });
}

async function list(ports: PublishPorts, { out }: Terminal): Promise<ExitCode> {
  const { trusted, untrusted } = await listKeys(ports);
  for (const key of trusted) out.write(line(key, key.state));
  for (const key of untrusted) out.write(line(key, 'no reader trusts it'));
  return 0;
}

function line({ id, publicKey, isHere }: ListedKey, state: string): string {
  return `${id} ${publicKey} ${state}${isHere ? ', on this host' : ''}\n`;
}

/** What has changed is signed at once: readers need not wait for the next heartbeat. */
async function changed(
  ports: PublishPorts,
  terminal: Terminal,
  change: Promise<Result<unknown, KeyChangeError>>,
): Promise<ExitCode> {
  const result = await change;
  if (!result.ok) return failed(terminal, result.error.message);
  const { pointer } = await heartbeat(ports);
  terminal.out.write(pointer === 'signed' ? 'Done, and signed anew.\n' : 'Done.\n');
  return list(ports, terminal);
}

function failed(terminal: Terminal, sentence: string): ExitCode {
  terminal.err.write(`levee keys: ${sentence}\n`);
  return 1;
}
