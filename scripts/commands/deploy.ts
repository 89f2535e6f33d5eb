// Owns `levee deploy`: the order of its steps, its output and exit code. What each step does is scripts/edge's.

import { join } from 'node:path';
import { devSigningKey, loadSigningKey, trustedPublicKeys } from '@/lib/adapters/signing-key';
import { deployRelease } from '../edge/deploy-release';
import { deploySite, siteInPlace } from '../edge/deploy-site';
import { exportedSite } from '../edge/exported-site';
import { nginxConfig } from '../edge/nginx-config';
import { eitherPolicies } from '../edge/page-policies';
import { reloadNginx, writeNginx } from '../edge/write-nginx';
import { type Command, type ExitCode, type Terminal, usedWrongly } from './command';
import { type DeployOptions, readDeployOptions } from './deploy-options';
import { pathProblem } from './path-problem';
import { repositoryRoot } from './repository-root';

/** `levee deploy --to DIR`. */
export const deploy: Command = {
  help: `Usage: levee deploy --to DIR [--site out] [--release DIR] [--key FILE] [--name vote.example.gov] …

Lays out what an nginx of your own serves: DIR/www, the voters' pages with their compressed copies, and DIR/nginx, its whole
configuration. Run again, it replaces one site by the next while voters are being served.

  --to DIR               where it goes
  --site DIR             the pages, made by "npm run build:public" (out)
  --release DIR          a release to put beside them, checked first; leave out where "levee mirror" brings releases
  --key FILE             sign the list of the site's files with this key (JWK); else the local development key
  --mirrors "URL …"      other hosts that pages may read the release from (NEXT_PUBLIC_LEVEE_MIRRORS)
  --tiles URL            where map pictures come from (NEXT_PUBLIC_LEVEE_TILE_URL)
  --reload               have the nginx that runs read its new configuration, before and after

The voters' host:
  --name NAME,…          its names (localhost). Every other name is hung up on
  --listen ADDRESS,…     127.0.0.1 for localhost, else * and [::]
  --port N               443 with a certificate, else 8080
  --tls-certificate FILE, --tls-key FILE
  --redirect-port N      a port whose plain http leads to https (80)

The office host, if it is behind the same nginx: --office-name NAME,…, --office-upstream HOST:PORT, --office-port N,
  --office-tls-certificate FILE, --office-tls-key FILE (those of the voters' host)

A cache before a server, in place of files: --cache-upstream HOST:PORT, --cache-dir DIR

nginx itself: --run-dir DIR (/var/lib/levee-edge), --user NAME, --workers N, --connections N (32768), --status-port N (8099)

docs/edge.md says how to run it. Exit codes: 0 done, 1 something was wrong, 2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readDeployOptions(args, terminal.env);
  if (!options.ok) return usedWrongly(terminal, 'deploy', options.error.message);
  try {
    return await deployTo(options.value, terminal);
  } catch (error) {
    const problem = pathProblem(error, options.value.to);
    if (problem === null) throw error;
    return failed(terminal, problem);
  }
}

async function deployTo(options: DeployOptions, terminal: Terminal): Promise<ExitCode> {
  const { nginx } = options;
  const root = nginx.webRoot;
  const key = await (options.key === null ? devSigningKey(repositoryRoot) : loadSigningKey(options.key));
  if (!key.ok) return failed(terminal, `${key.error.file}: ${key.error.message}`);
  const exported = await exportedSite(options.site, options);
  if (!exported.ok) return failed(terminal, exported.error);
  const now = terminal.now();
  if (options.release !== null) {
    const keys = await trustedPublicKeys(terminal.env, repositoryRoot);
    if (!keys.ok) return failed(terminal, `${keys.error.file}: ${keys.error.message}`);
    const trust = { publicKeys: keys.value, revokedKeyIds: [], highestSequences: {} };
    const pointer = await deployRelease(root, options.release, trust, now);
    if (!pointer.ok) return failed(terminal, pointer.error);
    terminal.out.write(`Release ${pointer.value.sequence} is in ${root}\n`);
  }
  const previous = await siteInPlace(root, key.value);
  const { policies } = exported.value;
  // While a page is being replaced, its old and its new scripts may run; before any page changes, and after all have.
  const configured = await configure(options, eitherPolicies(previous?.policies ?? {}, policies));
  if (configured !== null) return failed(terminal, configured);
  const how = { previous, mirrors: options.mirrors, key: key.value, now };
  const { site, written, removed } = await deploySite(root, exported.value, how);
  terminal.out.write(
    `Site ${site.sequence} is in ${root}: ${exported.value.files.size} files, ${written} of them new, ${removed} taken away\n`,
  );
  const last = await configure(options, policies);
  if (last !== null) return failed(terminal, last);
  terminal.out.write(`Its configuration is ${join(options.to, 'nginx', 'nginx.conf')}\n`);
  return 0;
}

/** Null, or the sentence that says what nginx finds wrong. */
async function configure(
  { to, reload, nginx }: DeployOptions,
  policies: Readonly<Record<string, string>>,
): Promise<string | null> {
  const folder = join(to, 'nginx');
  await writeNginx(folder, nginxConfig({ ...nginx, policies }));
  const problem = reload ? await reloadNginx(folder, nginx.runDir) : null;
  return problem === null ? null : `nginx goes on with its old configuration: ${problem}`;
}

function failed(terminal: Terminal, sentence: string): ExitCode {
  terminal.err.write(`levee deploy: ${sentence}\n`);
  return 1;
}
