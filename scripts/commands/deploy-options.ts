// Owns the arguments of `levee deploy`: which there are, what they stand for when left out, and which do not go together.

import { join, resolve } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import type { NginxOptions } from '../edge/nginx-options';
import { optionProblem } from '../edge/nginx-options';
import { mirrors as originsOf } from '../mirrors.cjs';
import { readArgs, type UsageError } from './command';
import { wholeNumber } from './generate';

/** What was asked for. */
export interface DeployOptions {
  readonly to: string;
  readonly site: string;
  readonly release: string | null;
  readonly key: string | null;
  readonly mirrors: readonly string[];
  readonly tiles: readonly string[];
  readonly reload: boolean;
  /** All but the policies, which come with the site. */
  readonly nginx: NginxOptions;
}

type Environment = Readonly<Record<string, string | undefined>>;

const STRINGS = [
  ...[
    'to',
    'site',
    'release',
    'key',
    'mirrors',
    'tiles',
    'name',
    'listen',
    'port',
    'tls-certificate',
    'tls-key',
  ],
  ...[
    'redirect-port',
    'office-name',
    'office-upstream',
    'office-port',
    'office-tls-certificate',
    'office-tls-key',
  ],
  ...['cache-upstream', 'cache-dir', 'run-dir', 'user', 'workers', 'connections', 'status-port'],
] as const;
type Name = (typeof STRINGS)[number];
type Given = Partial<Record<Name, string>>;

/** `['--to', '/srv/levee', '--name', 'vote.example.gov']` -> what to do. */
export function readDeployOptions(
  args: readonly string[],
  environment: Environment,
): Result<DeployOptions, UsageError> {
  const text = { type: 'string' } as const;
  const strings = Object.fromEntries(STRINGS.map((name) => [name, text])) as Record<Name, typeof text>;
  const parsed = readArgs(args, { ...strings, reload: { type: 'boolean', default: false } });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const given: Given = values;
  const empty = STRINGS.find((name) => given[name] === '');
  if (empty !== undefined) return err({ message: `--${empty} takes a value` });
  if (positionals.length > 0) return err({ message: `"${positionals[0]}" belongs to no option` });
  if (given.to === undefined) return err({ message: '--to DIR is missing' });
  const reach = readReach(given, environment);
  if (!reach.ok) return reach;
  const nginx = readNginx(given, resolve(given.to));
  if (!nginx.ok) return nginx;
  const { site = 'out', release = null, key = null } = given;
  return ok({
    to: resolve(given.to),
    site,
    release,
    key,
    reload: values.reload,
    nginx: nginx.value,
    ...reach.value,
  });
}

/** The same two as the pages were built with, where nothing else is said. */
function readReach(
  given: Given,
  environment: Environment,
): Result<Pick<DeployOptions, 'mirrors' | 'tiles'>, UsageError> {
  const tileText = given.tiles ?? environment.NEXT_PUBLIC_LEVEE_TILE_URL ?? '';
  try {
    const mirrors = originsOf(given.mirrors ?? environment.NEXT_PUBLIC_LEVEE_MIRRORS);
    return ok({ mirrors: mirrors === '' ? [] : mirrors.split(','), tiles: tileOrigins(tileText) });
  } catch (error) {
    return err({ message: error instanceof Error ? error.message : String(error) });
  }
}

/** `https://{s}.tiles.example/{z}/{x}/{y}.png` -> `['https://*.tiles.example']`. */
function tileOrigins(text: string): readonly string[] {
  if (text === '') return [];
  const origin = /^(https?:\/\/[^/]+)(?:\/|$)/.exec(text)?.[1]?.replace(/\{\w+\}/g, '*');
  if (origin === undefined || !/^https?:\/\/(?:\*\.)?[a-z0-9.:-]+$/.test(origin))
    throw new Error(`--tiles takes an address such as https://tiles.example/{z}/{x}/{y}.png, not "${text}"`);
  return [origin];
}

const PAIRS: readonly (readonly [Name, Name])[] = [
  ['tls-certificate', 'tls-key'],
  ['office-tls-certificate', 'office-tls-key'],
  ['office-name', 'office-upstream'],
];

function readNginx(given: Given, to: string): Result<NginxOptions, UsageError> {
  for (const [one, other] of PAIRS) {
    if ((given[one] === undefined) !== (given[other] === undefined))
      return err({ message: `--${one} and --${other} go together` });
  }
  const numbers = readNumbers(given);
  if (!numbers.ok) return numbers;
  const { port, workers, connections, 'office-port': officePort, 'status-port': statusPort } = numbers.value;
  const tls = tlsFiles(given['tls-certificate'], given['tls-key']);
  const officeTls = tlsFiles(given['office-tls-certificate'], given['office-tls-key']) ?? tls;
  const redirectPort = numbers.value['redirect-port'];
  const serverNames = list(given.name ?? 'localhost');
  const isHere = serverNames.every((name) => name === 'localhost');
  const own = port ?? (tls ? 443 : 8080);
  const options: NginxOptions = {
    webRoot: join(to, 'www'),
    port: own,
    addresses: list(given.listen ?? (isHere ? '127.0.0.1' : '*,[::]')),
    serverNames,
    runDir: resolve(given['run-dir'] ?? '/var/lib/levee-edge'),
    policies: {},
    connections: connections ?? 32_768,
    statusPort: statusPort ?? 8099,
    ...(tls ? { tls: { ...tls, ...(redirectPort ? { redirectPort } : {}) } } : {}),
    ...(workers ? { workers } : {}),
    ...(given.user ? { user: given.user } : {}),
    ...(given['office-name'] && given['office-upstream']
      ? {
          office: {
            port: officePort ?? own,
            serverNames: list(given['office-name']),
            upstream: given['office-upstream'],
            ...(officeTls ? { tls: officeTls } : {}),
          },
        }
      : {}),
    ...(given['cache-upstream']
      ? {
          cache: {
            upstream: given['cache-upstream'],
            dir: resolve(given['cache-dir'] ?? '/var/cache/levee-edge'),
          },
        }
      : {}),
  };
  const problem = optionProblem(options);
  return problem === null ? ok(options) : err({ message: problem });
}

const NUMBERS = ['port', 'redirect-port', 'office-port', 'status-port', 'workers', 'connections'] as const;

function readNumbers(given: Given): Result<Partial<Record<(typeof NUMBERS)[number], number>>, UsageError> {
  const numbers: Partial<Record<(typeof NUMBERS)[number], number>> = {};
  for (const name of NUMBERS) {
    if (given[name] === undefined) continue;
    const number = wholeNumber(given[name], 1, name === 'connections' ? 1_000_000 : 65_535);
    if (number === null) return err({ message: `--${name} takes a whole number above 0` });
    numbers[name] = number;
  }
  return ok(numbers);
}

const tlsFiles = (certificate: string | undefined, key: string | undefined) =>
  certificate && key ? { certificate: resolve(certificate), key: resolve(key) } : undefined;

const list = (text: string): readonly string[] => text.split(/[\s,]+/).filter((each) => each !== '');
