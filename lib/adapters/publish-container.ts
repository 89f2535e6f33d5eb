// Owns what publishing runs on in this process: stores, keys, ZIP reference, release folder, edges. Server only. Knows no
// use case.

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { languages } from '@/lib/messages/languages';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { CROSSWALK, crosswalks } from '@/lib/office/publish/crosswalk';
import { POINTER_REMEMBERED_MS } from '@/lib/office/publish/live-files';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import type { ZipReference } from '@/lib/release/zip-reference';
import type { OfficeEnv } from './env';
import { officeEnv, officePorts } from './office-container';
import { releaseSource } from './release-files';
import { releaseFolder } from './release-projection';
import { releaseDirectory } from './serve-release';
import { hostSigningKeys, trustedPublicKeys } from './signing-key';
import { loadZipReference, readZipCounties, zipRowsVersion } from './zip-reference';

/** An edge that does not answer by then is not waited for. */
const EDGE_TIMEOUT_MS = 2_000;

export interface PublishSetup {
  readonly env: Pick<OfficeEnv, 'kv' | 'edges' | 'siteOrigin'>;
  /** Where key files are looked for, and the development key lies. */
  readonly repository: string;
  /** Holds `v1/` and `p/`; left alone where there is a KV store. */
  readonly releaseDirectory: string;
}

/** Add to `ports` what publishing needs. Throws what names the variable that is wrong. */
export async function openPublishPorts(ports: OfficePorts, setup: PublishSetup): Promise<PublishPorts> {
  const { env, repository } = setup;
  const keys = await hostSigningKeys(process.env, repository);
  if (!keys.ok) throw new Error(`${keys.error.file}: ${keys.error.message}`);
  const trusted = await trustedPublicKeys(process.env, repository);
  if (!trusted.ok) throw new Error(`${trusted.error.file}: ${trusted.error.message}`);
  const csv = (await crosswalks.read(ports.state, CROSSWALK))?.value.csv ?? '';
  return {
    ...ports,
    keys: keys.value,
    publicKeys: trusted.value,
    // The build writes its own into the server's code; from the sources it is worked out.
    compilerVersion: process.env.LEVEE_COMPILER_VERSION ?? sourceVersion(repository),
    ...zipReference(csv),
    languages,
    origin: env.siteOrigin,
    folder: env.kv === null ? releaseFolder(setup.releaseDirectory) : null,
    readersCaughtUp: async () => {
      if (env.kv !== null) await sleep(POINTER_REMEMBERED_MS);
    },
    shelf: { parts: new Map(), merged: new Map() },
    edgePointers: async () => {
      const answers = await Promise.all(env.edges.map(edgePointer));
      return answers.filter((bytes) => bytes !== null);
    },
  };
}

function sourceVersion(repository: string): string {
  const require = createRequire(join(repository, 'package.json'));
  return require(/*turbopackIgnore: true*/ join(repository, 'scripts/compiler-version.cjs')).compilerVersion(
    repository,
  );
}

/** Half a second's work, for the first who needs it. */
function zipReference(csv: string): Pick<PublishPorts, 'reference' | 'referenceVersion'> {
  let loaded: ZipReference | null = null;
  const reference = () => {
    if (loaded !== null) return loaded;
    const rows = readZipCounties(csv === '' ? 'zip,county,state' : csv);
    if (!rows.ok) throw new Error(`reference/zip-counties, row ${rows.error.row}: ${rows.error.message}`);
    loaded = loadZipReference(rows.value);
    return loaded;
  };
  const hash = createHash('sha256').update(zipRowsVersion()).update('\n').update(csv);
  return { reference, referenceVersion: hash.digest('hex').slice(0, 16) };
}

async function edgePointer(edge: string): Promise<Uint8Array | null> {
  const given = sleep(EDGE_TIMEOUT_MS, null, { ref: false });
  const bytes = await Promise.race([releaseSource(edge).pointer(), given]);
  return bytes?.ok ? bytes.value : null;
}

const KEPT = Symbol.for('levee.publish-ports');
type Keeper = typeof globalThis & { [KEPT]?: Promise<PublishPorts> | undefined };

/** The ports of this process. Kept beside the modules, of which Next has several copies. */
export function publishPorts(): Promise<PublishPorts> {
  const keeper = globalThis as Keeper;
  keeper[KEPT] ??= open().catch((error: unknown) => {
    // The next request tries again.
    keeper[KEPT] = undefined;
    throw error;
  });
  return keeper[KEPT];
}

async function open(): Promise<PublishPorts> {
  return openPublishPorts(await officePorts(), {
    env: officeEnv(),
    repository: process.cwd(),
    releaseDirectory: releaseDirectory(),
  });
}
