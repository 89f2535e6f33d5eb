// Owns `npm start`, `npm run dev` and `npm run build` once packages are there: key, release, build, server, end.
// Each step is a function of its own file; this one only puts them in order.
import { err, ok, type Result } from '@/lib/core/result';
import { makeSiteFiles } from '../site-files/make-site-files';
import { build } from './build';
import { officeHost } from './office-host';
import { readStartOptions, type StartOptions, usage } from './options';
import { ensureKeys, refusalOf, servedRelease } from './served-release';
import { answers, portIsFree, type Served, serverEnd, startServer } from './server';

/** Readers call a pointer old after 30 minutes. */
const heartbeatMs = 5 * 60_000;
/** Jobs whose page nobody looks at go on all the same. */
const driveMs = 3_000;

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
  const served = await (releaseDirectory === null
    ? servedByOffice(port, trusted)
    : servedByFolder(releaseDirectory, trusted));
  if (!served.ok) return complain(served.error, 1);
  if (mode === 'dev') makeSiteFiles('public');
  if (mode === 'start' && !build({ always: false }))
    return complain('The pages could not be built: see above.', 1);

  const server = startServer(mode, port, served.value);
  const ended = serverEnd(server);
  const url = `http://localhost:${port}/`;
  if (await answers(url, server)) {
    console.log(`Levee serves ${served.value.what} at ${url} (Ctrl-C ends it)`);
    if (served.value.desk) console.log(`The office desk is at ${url}office/`);
    if (served.value.firstLink) {
      console.log(
        `Nobody can sign in yet. Make the first passkey within seven days: ${served.value.firstLink}`,
      );
    }
  }
  const timers = served.value.chores.map(({ everyMs, work }) => repeated(everyMs, work));
  const asked = await ended;
  for (const timer of timers) clearInterval(timer);
  return asked ? 0 : complain('The server ended by itself: see above.', 1);
}

interface Chore {
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

interface Serving extends Served {
  /** In words. */
  readonly what: string;
  readonly firstLink: string | null;
  readonly chores: readonly Chore[];
}

async function servedByFolder(folder: string, trusted: readonly string[]): Promise<Result<Serving, string>> {
  const release = await servedRelease(process.cwd(), folder, trusted);
  if (!release.ok) return release;
  const work = () => release.value.tend(new Date());
  return ok({
    what: `the release in ${folder}`,
    releaseDirectory: folder,
    firstLink: null,
    desk: false,
    chores: [{ everyMs: heartbeatMs, work }],
  });
}

async function servedByOffice(port: number, trusted: readonly string[]): Promise<Result<Serving, string>> {
  const host = await officeHost(process.cwd(), port);
  if (!host.ok) return host;
  const { folder, tend, drive, what, firstLink } = host.value;
  const refusal = folder === null ? null : await refusalOf(folder, trusted);
  if (refusal !== null) return err(refusal);
  return ok({
    what,
    releaseDirectory: folder,
    firstLink,
    desk: true,
    chores: [
      { everyMs: heartbeatMs, work: tend },
      { everyMs: driveMs, work: drive },
    ],
  });
}

/** Never twice at once, and a failure ends nothing: the page then says how old the data is. */
function repeated(everyMs: number, work: () => Promise<unknown>): NodeJS.Timeout {
  let isAtIt = false;
  return setInterval(() => {
    if (isAtIt) return;
    isAtIt = true;
    work()
      .catch((failure: unknown) => {
        console.error(`Not done: ${failure instanceof Error ? failure.message : failure}`);
      })
      .finally(() => {
        isAtIt = false;
      });
  }, everyMs);
}

function complain(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}
