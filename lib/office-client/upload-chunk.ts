// Owns sending one chunk, and trying again where the way was cut: the host counts a chunk once however often it comes.

import { err, ok, type Result } from '@/lib/core/result';
import type { PostError } from './post-json-once';

/** Between tries. */
const WAITS_MS = [500, 2000, 5000];

/** Sends what `pack` gives; up to four times where the host cannot be reached or is busy. What it refuses is final. */
export async function sendChunk(
  path: string,
  pack: () => Promise<ArrayBuffer>,
): Promise<Result<null, PostError>> {
  for (let tries = 0; ; tries++) {
    const sent = await sendOnce(path, pack);
    const wait = WAITS_MS[tries];
    if (sent.ok || wait === undefined || !mayPass(sent.error)) return sent;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

const mayPass = ({ code }: PostError): boolean =>
  code === 'offline' || code === 'cutOff' || code.startsWith('store-') || code === 'failed';

async function sendOnce(path: string, pack: () => Promise<ArrayBuffer>): Promise<Result<null, PostError>> {
  let response: Response;
  try {
    const body = await pack();
    const headers = { 'Content-Type': 'application/gzip' };
    response = await fetch(path, { method: 'POST', headers, body, cache: 'no-store' });
  } catch {
    return err({
      code: 'offline',
      message: 'The connection was cut. What has arrived is kept. Choose the same files again to go on.',
    });
  }
  if (response.ok) return ok(null);
  const answer: { error?: PostError } | null = await response.json().catch(() => null);
  return err(
    answer?.error ?? { code: 'failed', message: 'Something went wrong on our side. Try again in a minute.' },
  );
}
