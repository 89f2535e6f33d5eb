// Owns challenges: what a passkey signs, good for one purpose, once, for five minutes. Making one writes nothing, so that
// a flood of askers cannot fill the store; that one was used is written down. Knows no passkey.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import { fromBase64Url, toBase64Url } from '@/lib/release/bytes';
import type { OfficePorts } from '../ports/office-ports';
import { records } from '../ports/records';
import type { Check, Write } from '../ports/state-store';

const MINUTES = 5;
const LABEL = 'levee-challenge-v1';

/** What it is good for: `signIn`, or something of one invitation or session: `enrol:3fa9…`, `stepUp:…`, `prove:…`, `add:…`. */
export type ChallengePurpose = 'signIn' | `${'enrol' | 'stepUp' | 'prove' | 'add'}:${string}`;

/** `challenge`: not ours, for something else, too old, or used before. */
export interface ChallengeError {
  readonly code: 'challenge';
  readonly message: string;
}

/** What to commit together with what the challenge was asked for. */
export interface TakenChallenge {
  readonly checks: readonly Check[];
  readonly writes: readonly Write[];
}

const SECRET = 'current';
/** `challenge-secret/current`: what challenges are told from made-up ones by. */
const secrets = records('challenge-secret', z.object({ secret: z.string().min(32) }));
/** `challenge-used/<nonce>`, until it would be too old anyway. */
const usedOnes = records('challenge-used', z.object({ at: z.string() }));

/** Base64url of `<time>.<nonce>.<HMAC of both and the purpose>`. */
export async function makeChallenge(ports: OfficePorts, purpose: ChallengePurpose): Promise<string> {
  const [time, nonce] = [String(ports.now().getTime()), ports.newId()];
  const tag = await tagOf(await secretOf(ports), purpose, time, nonce);
  return toBase64Url(new TextEncoder().encode(`${time}.${nonce}.${tag}`));
}

/** Whether `challenge` was made here for `purpose`, less than five minutes ago, and what to commit so that it was used. */
export async function takeChallenge(
  ports: OfficePorts,
  challenge: string,
  purpose: ChallengePurpose,
): Promise<Result<TakenChallenge, ChallengeError>> {
  const refused = err({ code: 'challenge', message: 'That took too long. Please try again.' } as const);
  const text = new TextDecoder().decode(fromBase64Url(challenge) ?? new Uint8Array());
  const [time = '', nonce = '', tag = ''] = text.split('.');
  if (!/^\d{1,16}$/.test(time) || !/^[A-Za-z0-9_-]{1,64}$/.test(nonce)) return refused;
  if (tag !== (await tagOf(await secretOf(ports), purpose, time, nonce))) return refused;
  const ageMs = ports.now().getTime() - Number(time);
  if (ageMs > MINUTES * 60_000) return refused;
  if ((await usedOnes.read(ports.state, nonce)) !== null) return refused;
  const end = new Date(Number(time) + (MINUTES + 1) * 60_000);
  return ok({
    checks: [usedOnes.unchanged(null, nonce)],
    writes: [usedOnes.write({ at: ports.now().toISOString() }, [nonce], end)],
  });
}

/** A value that only this installation can make of `text`, always the same: for what must not be told from a real id. */
export async function onlyOurs(ports: OfficePorts, text: string): Promise<string> {
  return tagOf(await secretOf(ports), 'stand-in', '', text);
}

/** Made by whoever needs it first. */
async function secretOf({ state, newId }: OfficePorts): Promise<string> {
  for (;;) {
    const found = await secrets.read(state, SECRET);
    if (found !== null) return found.value.secret;
    await state.commit({
      id: newId(),
      checks: [secrets.unchanged(null, SECRET)],
      writes: [secrets.write({ secret: newId() + newId() }, [SECRET])],
    });
  }
}

async function tagOf(secret: string, purpose: string, time: string, nonce: string): Promise<string> {
  const text = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign']);
  const message = text.encode(`${LABEL}|${purpose}|${time}|${nonce}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)));
}
