// Owns floods over HTTP: wrk on loopback with a script that says what each request is. Bounded in time, and last in line for
// the processor: what an attacker's own machines compute is not the site's to bear. Knows no target by name.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { attackerCommand } from './processors';

/** Something that can be switched on for a time. It ends by itself. */
export interface Attack {
  readonly name: string;
  readonly run: (seconds: number) => Promise<AttackFigures>;
}

/** What an attack has sent, and what came back. */
export interface AttackFigures {
  readonly seconds: number;
  readonly requests: number;
  /** Connections and answers that failed, refusals (4xx, 5xx) not among them. */
  readonly errors: number;
  /** Answers of 400 and above. */
  readonly refused: number;
}

/** What wrk is told. `paths` are asked in turn by scripts that ask for real files. */
export interface FloodSettings {
  readonly name: string;
  readonly url: string;
  /** A file of scripts/drill/lua: `get`, `random-query`, `random-path`, `header-mix`, `post`. */
  readonly script: 'get' | 'random-query' | 'random-path' | 'header-mix' | 'post';
  readonly paths: readonly string[];
  readonly connections?: number;
  readonly threads?: number;
  /** Of requests that write: half of them say that they come from there. */
  readonly origin?: string;
  /** Sent as Host where it is not that of the address. */
  readonly host?: string;
}

const NOTHING: AttackFigures = { seconds: 0, requests: 0, errors: 0, refused: 0 };

/** A flood by wrk. */
export function flood(settings: FloodSettings): Attack {
  return { name: settings.name, run: (seconds) => runWrk(settings, seconds) };
}

/** Several at once. */
export function together(name: string, attacks: readonly Attack[]): Attack {
  return {
    name,
    run: async (seconds) =>
      sumAttacks(await Promise.all(attacks.map((attack) => attack.run(seconds))), seconds),
  };
}

/** Sums of several, over so many seconds. */
export function sumAttacks(all: readonly AttackFigures[], seconds: number): AttackFigures {
  const sum = (field: 'requests' | 'errors' | 'refused') =>
    all.reduce((total, each) => total + each[field], 0);
  return { seconds, requests: sum('requests'), errors: sum('errors'), refused: sum('refused') };
}

/** Nobody attacks: what the same voters get on a quiet day. */
export const noAttack: Attack = {
  name: 'nothing',
  run: async (seconds) => {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return { ...NOTHING, seconds };
  },
};

function runWrk(
  { url, script, paths, host, origin, ...load }: FloodSettings,
  seconds: number,
): Promise<AttackFigures> {
  const args = [
    ...['-d', `${Math.max(1, Math.round(seconds))}s`, '-t', String(load.threads ?? 1)],
    ...['-c', String(load.connections ?? 64), '--timeout', '2s'],
    ...['-s', join(import.meta.dirname, 'lua', `${script}.lua`)],
    ...(host === undefined ? [] : ['-H', `Host: ${host}`]),
    url,
  ];
  const [command, ...rest] = attackerCommand(['wrk', ...args]);
  const wrk = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LEVEE_FLOOD_PATHS: paths.join(' '), LEVEE_FLOOD_ORIGIN: origin ?? '' },
  });
  let text = '';
  wrk.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return new Promise((resolve, reject) => {
    wrk.on('error', reject);
    wrk.on('exit', () => {
      const line = text.split('\n').find((each) => each.startsWith('{'));
      // A target that is down for all of it lets wrk say nothing.
      resolve(line === undefined ? { ...NOTHING, seconds } : { seconds, ...JSON.parse(line) });
    });
  });
}
