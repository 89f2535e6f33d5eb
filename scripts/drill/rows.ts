// Owns the list of the fault matrix's rows, in its order, and the choice among them. A new fault is one file of ./rows and
// one line here.

import { err, ok, type Result } from '@/lib/core/result';
import type { DrillRow } from './row';
import { row as getFlood } from './rows/01-get-flood';
import { row as randomQuery } from './rows/02-random-query';
import { row as randomPaths } from './rows/03-random-paths';
import { row as headerMixes } from './rows/04-header-mixes';
import { row as slowClients } from './rows/05-slow-clients';
import { row as rapidReset } from './rows/06-rapid-reset';
import { row as postFlood } from './rows/07-post-flood';
import { row as originDead } from './rows/08-origin-dead';
import { row as originLies } from './rows/09-origin-lies';
import { row as edgeDead } from './rows/10-edge-dead';
import { row as kvTrouble } from './rows/11-kv-trouble';
import { row as thirdPartiesDead } from './rows/12-third-parties-dead';
import { row as noScript } from './rows/13-no-script';
import { row as busyCounty } from './rows/14-busy-county';
import { row as movedAtNight } from './rows/15-moved-at-night';
import { row as longerHours } from './rows/16-longer-hours';
import { row as wrongFiles } from './rows/17-wrong-files';
import { row as blankAddresses } from './rows/18-blank-addresses';
import { row as noSilentPick } from './rows/19-no-silent-pick';
import { row as stolenSession } from './rows/20-stolen-session';
import { row as badMirror } from './rows/21-bad-mirror';
import { row as silentPublisher } from './rows/22-silent-publisher';
import { row as killedPublish } from './rows/23-killed-publish';
import { row as diskFull } from './rows/24-disk-full';
import { row as wrongRelease } from './rows/25-wrong-release';
import { row as sawtooth } from './rows/26-sawtooth';

/** All of them. */
export const rows: readonly DrillRow[] = [
  getFlood,
  randomQuery,
  randomPaths,
  headerMixes,
  slowClients,
  rapidReset,
  postFlood,
  originDead,
  originLies,
  edgeDead,
  kvTrouble,
  thirdPartiesDead,
  noScript,
  busyCounty,
  movedAtNight,
  longerHours,
  wrongFiles,
  blankAddresses,
  noSilentPick,
  stolenSession,
  badMirror,
  silentPublisher,
  killedPublish,
  diskFull,
  wrongRelease,
  sawtooth,
];

/** `1-6,23` -> those rows, in the matrix's order; nothing said: all. The error is a sentence. */
export function chosenRows(text: string | undefined): Result<readonly DrillRow[], string> {
  if (text === undefined) return ok(rows);
  if (text === 'none') return ok([]);
  const wanted = new Set<number>();
  for (const piece of text.split(',')) {
    const [, from, to = from] = /^\s*(\d{1,2})(?:-(\d{1,2}))?\s*$/.exec(piece) ?? [];
    if (from === undefined) return err(`--rows takes numbers and ranges such as 1-6,23, not "${piece}"`);
    for (let number = Number(from); number <= Number(to); number += 1) wanted.add(number);
  }
  const chosen = rows.filter(({ number }) => wanted.has(number));
  return chosen.length === 0 ? err(`--rows ${text}: there is no such row`) : ok(chosen);
}
