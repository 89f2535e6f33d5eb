// Owns what the office host says of itself to a monitor or a balancer: whether the release and the stores can be read. Nothing
// of why not, which is in the log for those who may read it. Whether what is live is right, the probe asks (docs/watching.md).

import { officeEnv, officePorts } from './office-container';
import { serveReleaseFile } from './serve-release';

interface Health {
  readonly status: 'ok' | 'failing';
  /** `none`: nothing was published here yet. */
  readonly release: 'ok' | 'none' | 'unavailable';
  /** `off`: nobody can work here, and no store is opened. */
  readonly store: 'ok' | 'off' | 'unavailable';
}

/** The response to GET of `/healthz`: 200, or 503 where a part cannot be read. `{"status":"ok","release":"ok","store":"ok"}` */
export async function serveHealth(): Promise<Response> {
  const [release, store] = await Promise.all([orUnavailable(releasePart), orUnavailable(storePart)]);
  const isWell = release !== 'unavailable' && store !== 'unavailable';
  const health: Health = { status: isWell ? 'ok' : 'failing', release, store };
  return Response.json(health, { status: isWell ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}

async function releasePart(): Promise<Health['release']> {
  const { status } = await serveReleaseFile(new Request('http://localhost/'), ['current.json']);
  return status === 200 ? 'ok' : status === 404 ? 'none' : 'unavailable';
}

/** A read of a key that nobody writes costs the least that shows that reading works. */
async function storePart(): Promise<Health['store']> {
  if (!officeEnv().isDeskOpen) return 'off';
  await (await officePorts()).state.read(['health']);
  return 'ok';
}

async function orUnavailable<Part>(part: () => Promise<Part>): Promise<Part | 'unavailable'> {
  try {
    return await part();
  } catch {
    return 'unavailable';
  }
}
