// Owns how rows of the drill come to an office's desk: invited by the command line, enrolled once a world, with the files that
// the office has published. Knows no fault.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { StoredCounty } from '../bench/office-store';
import { countyFeed } from './county-feed';
import { Desk, type Feed, type Inviter } from './desk';
import type { World } from './world';

const desks = new WeakMap<World, Map<string, Promise<Desk>>>();

/** The two people of a county's office. Enrolled where they are not yet, which needs a host that is not flooded. */
export function deskOf(world: World, { officeId }: StoredCounty): Promise<Desk> {
  const known = desks.get(world) ?? new Map<string, Promise<Desk>>();
  desks.set(world, known);
  const desk = known.get(officeId) ?? Desk.open(world.officeUrl, officeId, inviter(world, officeId));
  known.set(officeId, desk);
  return desk;
}

/** The county's files as `levee generate` made them. */
export const feedOf = ({ feed }: World, { officeId }: StoredCounty): Feed =>
  countyFeed(feed, officeId.replace(/^made-up-/, ''));

/** Run `levee ARGS…` on the office host's own stores, as its operator does. Never throws for an exit code. */
export async function levee(
  { repository, env }: World,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const options = { cwd: repository, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return promisify(execFile)(process.execPath, ['scripts/levee.mjs', ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error) => ({ code: Number(error.code ?? 1), out: String(error.stdout), err: String(error.stderr) }),
  );
}

/** Invites by the command line, as an operator does. */
export function inviter(world: World, officeId: string): Inviter {
  return async ({ name, role }) => {
    const made = await levee(world, 'invite', '--office', officeId, '--name', name, '--role', role);
    if (made.code !== 0) throw new Error(`nobody could be invited: ${made.err}`);
    return made.out.trim();
  };
}
