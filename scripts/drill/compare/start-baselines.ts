// Owns starting all three things that somebody would build instead, made from one release, and ending them. Knows no load.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GoldenAddress } from '../verdict';
import { startDynamicTarget } from './dynamic-target';
import { fillKv, startKv } from './kv-process';
import { startNextTarget } from './next-target';
import { startNginxTarget } from './nginx-target';
import type { Target } from './target';

export interface BaselineInput {
  /** Holds `v1/` and `p/`. */
  readonly releaseFolder: string;
  /** That the release is signed with. */
  readonly publicKeys: readonly string[];
  readonly golden: readonly GoldenAddress[];
}

export interface Baselines {
  /** `dynamic`, `next`, `nginx-defaults`, in this order. The last stands before a `next` of its own. */
  readonly targets: readonly Target[];
  readonly stop: () => Promise<void>;
}

/** Starts Redis, bridge, dynamic look-up, two servers and nginx, each its own process on a free port of 127.0.0.1.
 *  Throws where one does not start; what had started by then is ended. */
export async function startBaselines(input: BaselineInput): Promise<Baselines> {
  const folder = mkdtempSync(join(tmpdir(), 'levee-baselines-'));
  const undo: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (let last = undo.pop(); last !== undefined; last = undo.pop()) await last();
  };
  const kept = async <Each extends { readonly stop: () => Promise<void> }>(starting: Promise<Each>) => {
    const started = await starting;
    undo.push(started.stop);
    return started;
  };
  try {
    const kv = await kept(startKv(folder));
    await fillKv(kv.redis, input.releaseFolder);
    const dynamic = await kept(startDynamicTarget({ ...input, kv, folder }));
    const next = await kept(startNextTarget(input.releaseFolder, folder));
    const behindNginx = await kept(startNextTarget(input.releaseFolder, folder));
    const nginx = await kept(startNginxTarget(behindNginx));
    return { targets: [dynamic, next, nginx], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
