// Owns reading the arguments of `levee probe`. Asks nobody.

import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import { readArgs } from '../commands/command';
import { wholeNumber } from '../commands/generate';
import type { Limits } from './alarms';
import type { Target } from './probe-host';

export interface ProbeOptions {
  readonly targets: readonly Target[];
  readonly golden: string;
  readonly webhook: string | null;
  readonly metrics: string | null;
  readonly status: string | null;
  readonly edgeFigures: string | null;
  readonly state: string;
  readonly isJson: boolean;
  readonly pages: number;
  readonly againAfterMs: number;
  readonly limits: Limits;
}

const DEFAULTS = { 'max-age': 1_800, 'tls-days': 14, slow: 2_000, pages: 12, again: 5 };
const MOST = 1_000_000_000;

/** The error is a sentence: how it was used wrongly. */
export function probeOptions(args: readonly string[]): Result<ProbeOptions, string> {
  const text = { type: 'string' } as const;
  const parsed = readArgs(args, {
    golden: text,
    webhook: text,
    metrics: text,
    status: text,
    'edge-figures': text,
    state: text,
    'max-age': text,
    'tls-days': text,
    slow: text,
    pages: text,
    again: text,
    resolve: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return err(parsed.error.message);
  const { values, positionals } = parsed.value;
  const targets = targetsOf(positionals, values.resolve ?? []);
  if (!targets.ok) return targets;
  if (values.golden === undefined)
    return err('--golden FILE is missing: addresses whose polling place is known');
  if (values.webhook !== undefined && !isHttp(values.webhook))
    return err('--webhook takes an http(s) address');
  const numbers = numbersOf(values);
  if (!numbers.ok) return numbers;
  const { 'max-age': maxAgeSeconds, 'tls-days': certificateDays, slow: slowMs, pages, again } = numbers.value;
  return ok({
    targets: targets.value,
    golden: values.golden,
    webhook: values.webhook ?? null,
    metrics: values.metrics ?? null,
    status: values.status ?? null,
    edgeFigures: values['edge-figures'] ?? null,
    state: values.state ?? stateFile(positionals),
    isJson: values.json,
    pages,
    againAfterMs: again * 1000,
    limits: { maxAgeSeconds, certificateDays, slowMs },
  });
}

type Numbers = typeof DEFAULTS;

function numbersOf(values: Partial<Record<keyof Numbers, string>>): Result<Numbers, string> {
  const numbers = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS) as (keyof Numbers)[]) {
    const given = values[name];
    if (given === undefined) continue;
    const number = wholeNumber(given, 0, MOST);
    if (number === null) return err(`--${name} takes a whole number`);
    numbers[name] = number;
  }
  return ok(numbers);
}

/** A host whose addresses are given is asked at each of them: behind one name, one machine of two may be dead. */
function targetsOf(urls: readonly string[], resolve: readonly string[]): Result<readonly Target[], string> {
  if (urls.length === 0) return err('no URL given: where voters read, the site first, then the mirrors');
  const addresses: (readonly [host: string, ip: string])[] = [];
  for (const each of resolve) {
    const [host, ip, ...more] = each.split('=');
    if (!host || !ip || more.length > 0 || isIP(ip) === 0)
      return err('--resolve takes HOST=IP, such as vote.example.gov=192.0.2.7');
    addresses.push([host.toLowerCase(), ip]);
  }
  const targets: Target[] = [];
  for (const text of urls) {
    if (!isHttp(text)) return err(`"${text}" is no http(s) address`);
    const url = text.replace(/\/+$/, '');
    const own = addresses.filter(([host]) => host === new URL(url).hostname);
    targets.push(...(own.length === 0 ? [{ url, ip: null }] : own.map(([, ip]) => ({ url, ip }))));
  }
  return ok(targets);
}

function isHttp(text: string): boolean {
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);
}

/** One for each set of hosts, so that two lines of a crontab do not forget for each other. */
function stateFile(urls: readonly string[]): string {
  const name = createHash('sha256')
    .update([...urls].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
  return join('.levee', 'probe', `${name}.json`);
}
