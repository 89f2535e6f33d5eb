// Owns telling a mirror's web server that a site has brought other security policies: before the first page changes, what both
// the old and the new pages need; afterwards, what the new ones need alone. Until it has been told, it is tried again.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeAtomically } from '@/lib/adapters/atomic-files';
import { makeFolder } from '@/lib/adapters/make-folder';
import type { BeforeSite } from '@/lib/adapters/mirror/copy-site';
import type { MemoryFile } from '@/lib/adapters/mirror/mirror-memory';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalJson } from '@/lib/release/canonical-json';
import type { Site } from '@/lib/release/site-manifest';
import { nginxConfig } from '../edge/nginx-config';
import { eitherPolicies } from '../edge/page-policies';
import { pathProblem } from './path-problem';

interface Told {
  /** The folder of nginx's configuration. */
  readonly nginx: string | null;
  readonly onSiteChange: string | null;
}

type Policies = Site['policies'];

/** The one file of an edge's configuration that follows from a site. */
const POLICIES_FILE = 'policies.conf';

/** Tells whoever `--nginx` and `--on-site-change` name. */
export class SiteChange {
  readonly #told: Told;
  readonly #memory: MemoryFile;

  constructor(told: Told, memory: MemoryFile) {
    this.#told = told;
    this.#memory = memory;
  }

  /** What fails here fails again afterwards, and is said then: a page must not wait for it. */
  readonly before: BeforeSite = async (old, coming) => {
    if (old === null || (this.#told.nginx === null && this.#told.onSiteChange === null)) return;
    await this.#tell(eitherPolicies(old.policies, coming.policies));
    // A reload is asked for, and done a moment later.
    if (this.#told.onSiteChange !== null) await sleep(RELOAD_MS);
  };

  /** null: it is told, or there is nobody to tell. Else a sentence; the next turn tries again. */
  async after({ policies }: Site): Promise<string | null> {
    if (this.#told.nginx === null && this.#told.onSiteChange === null) return null;
    const hash = await sha256Hex(new TextEncoder().encode(canonicalJson(policies)));
    if (hash === this.#memory.value.toldSite) return null;
    const problem = await this.#tell(policies);
    if (problem !== null) return problem;
    return orSentence('memory.json', () => this.#memory.update({ toldSite: hash }));
  }

  async #tell(policies: Policies): Promise<string | null> {
    const { nginx, onSiteChange } = this.#told;
    const problem = nginx === null ? null : await orSentence(nginx, () => writePolicies(nginx, policies));
    return problem ?? (onSiteChange === null ? null : ran(onSiteChange));
  }
}

async function writePolicies(folder: string, policies: Policies): Promise<void> {
  // The file says nothing of ports, names and folders; the others stay as `levee deploy` made them.
  const placeholders = { webRoot: '/www', runDir: '/run', port: 80, serverNames: ['mirror'] };
  const text = nginxConfig({ ...placeholders, policies }).get(POLICIES_FILE) ?? '';
  const file = join(folder, POLICIES_FILE);
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return;
  await makeFolder(folder);
  await writeAtomically(file, Buffer.from(text));
}

/** What the disk refuses, as a sentence. */
async function orSentence(path: string, work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    const problem = pathProblem(error, path);
    if (problem === null) throw error;
    return problem;
  }
}

/** Until a web server that was asked to reload has done so, with room to spare. */
const RELOAD_MS = 1500;
const LONGEST_MS = 60_000;

/** Runs a command of the operator's by `sh`; what it writes goes to stderr. */
function ran(command: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', command], { stdio: ['ignore', 2, 2], timeout: LONGEST_MS });
    child.on('error', (error) => resolve(`"${command}" could not be run: ${error.message}`));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? null : `"${command}" ended with ${code ?? signal}; the next turn tries again`),
    );
  });
}
