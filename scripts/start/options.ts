// Owns what can be asked of `npm start`, `npm run dev` and `npm run build`. Pure: arguments and variables come in.
import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@/lib/core/result';

export interface StartOptions {
  /** `start` serves the build, `dev` serves the sources, `build` only builds. */
  readonly mode: 'start' | 'dev' | 'build';
  /** Absolute; null: the sandbox county. */
  readonly releaseDirectory: string | null;
  readonly port: number;
}

/** How to call it, for people. */
export const usage = `npm start [-- --release DIR] [--port N]
  --release DIR   serve the release in DIR (as \`npm run levee -- compile\` writes it), not the sandbox county
                  (or LEVEE_RELEASE=DIR)
  --port N        listen there, not on 3000 (or PORT=N)
npm run dev       the same, from the sources, rebuilt as they change
npm run build     only build`;

/** Reads arguments and variables: `['--port', '4000']` is `{mode: 'start', port: 4000, …}`. The error is a sentence. */
export function readStartOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  calledFrom: string,
): Result<StartOptions | 'help', string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const values = parsed.value;
  if (values.help) return ok('help');
  // Container platforms set PORT to nothing at all where they have no wish.
  const portText = values.port ?? (env.PORT || '3000');
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port < 1 || port > 65_535) {
    return err(`The port must be a number from 1 to 65535, not "${portText}".`);
  }
  const release = values.release ?? env.LEVEE_RELEASE;
  if (release === '') return err('--release and LEVEE_RELEASE need the name of a folder.');
  return ok({
    mode: values.build ? 'build' : values.dev ? 'dev' : 'start',
    releaseDirectory:
      release === undefined ? null : isAbsolute(release) ? release : resolve(calledFrom, release),
    port,
  });
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        release: { type: 'string' },
        port: { type: 'string' },
        dev: { type: 'boolean' },
        build: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return ok(values);
  } catch (failure) {
    return err(failure instanceof Error ? failure.message : String(failure));
  }
}
