// Owns `npm start`, `npm run dev` and `npm run build` once packages are there: key, release, build, server, end.
// Each step is a function of its own file; this one only puts them in order.
import { makeSiteFiles } from '../site-files/make-site-files';
import { build } from './build';
import { readStartOptions, type StartOptions, usage } from './options';
import { ensureKeys, type ServedRelease, servedRelease } from './served-release';
import { answers, portIsFree, serverEnd, startServer } from './server';

/** Readers call a pointer old after 30 minutes. */
const heartbeatMs = 5 * 60_000;

/** Runs in the repository's folder. Gives the exit code: 0 as asked, 1 it could not, 2 used wrongly. */
export async function main(args: readonly string[], calledFrom: string): Promise<number> {
  const options = readStartOptions(args, process.env, calledFrom);
  if (!options.ok) return complain(`${options.error}\n\n${usage}`, 2);
  if (options.value === 'help') {
    console.log(usage);
    return 0;
  }
  const trusted = await ensureKeys(process.cwd());
  if (!trusted.ok) return complain(trusted.error, 1);
  if (options.value.mode === 'build') return build({ always: true }) ? 0 : 1;
  return serve(options.value, options.value.mode, trusted.value);
}

async function serve(
  { port, releaseDirectory }: StartOptions,
  mode: 'start' | 'dev',
  trusted: readonly string[],
): Promise<number> {
  if (!(await portIsFree(port))) {
    return complain(
      `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
      1,
    );
  }
  const release = await servedRelease(process.cwd(), releaseDirectory, trusted);
  if (!release.ok) return complain(release.error, 1);
  if (mode === 'dev') makeSiteFiles('public');
  if (mode === 'start' && !build({ always: false }))
    return complain('The pages could not be built: see above.', 1);

  const server = startServer(mode, port, release.value.folder);
  const ended = serverEnd(server);
  const url = `http://localhost:${port}/`;
  if (await answers(url, server)) {
    const what = releaseDirectory === null ? 'the practice county' : `the release in ${releaseDirectory}`;
    console.log(`Levee serves ${what} at ${url} (Ctrl-C ends it)`);
  }
  const heartbeat = setInterval(() => tend(release.value), heartbeatMs);
  const asked = await ended;
  clearInterval(heartbeat);
  return asked ? 0 : complain('The server ended by itself: see above.', 1);
}

/** A failed heartbeat must not end the serving: the page then says how old the data is. */
function tend(release: ServedRelease): void {
  release.tend(new Date()).catch((failure: unknown) => {
    console.error(
      `The pointer could not be signed anew: ${failure instanceof Error ? failure.message : failure}`,
    );
  });
}

function complain(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}
