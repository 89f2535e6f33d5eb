// Owns telling a mirror's web server that a site has brought other security policies: before the first page changes, what both
// the old and the new pages need; afterwards, what the new ones need alone. Until it has been told, it is tried again.

import { spawn } from 'node:child_process';
import type { BeforeSite } from '@/lib/adapters/mirror/copy-site';
import type { MemoryFile } from '@/lib/adapters/mirror/mirror-memory';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalJson } from '@/lib/release/canonical-json';
import type { Site } from '@/lib/release/site-manifest';
import { pathProblem } from './path-problem';

interface Told {
  readonly nginx: string | null;
  readonly onSiteChange: string | null;
}

/** Tells whoever `--nginx` and `--on-site-change` name. */
export class SiteChange {
  readonly #told: Told;
  readonly #memory: MemoryFile;

  constructor(told: Told, memory: MemoryFile) {
    this.#told = told;
    this.#memory = memory;
  }

  readonly before: BeforeSite = async () => {};

  /** null: it is told, or there is nobody to tell. Else a sentence; the next turn tries again. */
  async after(site: Site): Promise<string | null> {
    const { onSiteChange } = this.#told;
    if (onSiteChange === null) return null;
    const hash = await sha256Hex(new TextEncoder().encode(canonicalJson(site.policies)));
    if (hash === this.#memory.value.toldSite) return null;
    try {
      const problem = await ran(onSiteChange);
      if (problem === null) await this.#memory.update({ toldSite: hash });
      return problem;
    } catch (error) {
      const problem = pathProblem(error, 'memory.json');
      if (problem === null) throw error;
      return problem;
    }
  }
}

const LONGEST_MS = 60_000;

/** Runs a command of the operator's by `sh`, with what it writes on stderr. */
function ran(command: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', command], { stdio: ['ignore', 2, 2], timeout: LONGEST_MS });
    child.on('error', (error) => resolve(`"${command}" could not be run: ${error.message}`));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? null : `"${command}" ended with ${code ?? signal}; the next turn tries again`),
    );
  });
}
