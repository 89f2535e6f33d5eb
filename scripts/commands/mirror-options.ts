// Owns the arguments of `levee mirror`: which there are, and which go together.

import { resolve } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import { readArgs } from './command';
import { wholeNumber } from './generate';

/** What was asked for. */
export interface MirrorOptions {
  readonly from: readonly string[];
  readonly to: string;
  /** The mirror's own folder: memory, lock, status. */
  readonly state: string;
  /** Seconds between two turns; null: one turn. */
  readonly watchSeconds: number | null;
  readonly isCheck: boolean;
  readonly isRepair: boolean;
  readonly isJson: boolean;
  /** Leave the site alone: it is deployed here. */
  readonly isReleaseOnly: boolean;
  readonly metrics: string | null;
  readonly nginx: string | null;
  readonly onSiteChange: string | null;
}

const LONGEST_WATCH_SECONDS = 86_400;

/** The options, or a sentence on what is wrong with them. */
export function mirrorOptions(args: readonly string[]): Result<MirrorOptions, string> {
  const parsed = readArgs(args, {
    from: { type: 'string', multiple: true, default: [] },
    to: { type: 'string' },
    state: { type: 'string' },
    watch: { type: 'string' },
    once: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    repair: { type: 'boolean', default: false },
    'release-only': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    metrics: { type: 'string' },
    nginx: { type: 'string' },
    'on-site-change': { type: 'string' },
  });
  if (!parsed.ok) return err(parsed.error.message);
  const { values, positionals } = parsed.value;
  if (positionals.length > 0) return err(`"${positionals[0]}" belongs to no option`);
  if (values.from.length === 0) return err('--from is needed: the address or folder to copy from');
  if (values.to === undefined) return err('--to is needed: the folder that your web server serves');
  const watch = values.watch === undefined ? null : wholeNumber(values.watch, 1, LONGEST_WATCH_SECONDS);
  if (values.watch !== undefined && watch === null)
    return err(`--watch takes whole seconds, from 1 to ${LONGEST_WATCH_SECONDS}`);
  if (watch !== null && (values.once || values.check))
    return err('--watch goes with neither --once nor --check');
  if (values.check && values.repair) return err('--check changes nothing: leave out --repair');
  const to = resolve(values.to);
  if (values.from.some((from) => !/^https?:/i.test(from) && resolve(from) === to))
    return err('--from and --to are the same folder');
  const state = values.state === undefined ? `${to}.mirror` : resolve(values.state);
  if (`${state}/`.startsWith(`${to}/`))
    return err('--state must not lie in --to: that is served to everybody');
  const metrics = values.metrics === undefined ? null : resolve(values.metrics);
  if (metrics?.startsWith(`${to}/`))
    return err('--metrics must not lie in --to: that is served to everybody');
  return ok({
    from: values.from,
    to,
    state,
    watchSeconds: watch,
    isCheck: values.check,
    isRepair: values.repair,
    isJson: values.json,
    isReleaseOnly: values['release-only'],
    metrics,
    nginx: values.nginx === undefined ? null : resolve(values.nginx),
    onSiteChange: values['on-site-change'] ?? null,
  });
}
