// Owns reading what a request brings: never more than was agreed, and whole or not at all. Knows no route.

import type { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import type { Refusal } from './office-route-origin';

export const DEFAULT_BODY_BYTES = 64 * 1024;

/** The bytes of a body of at most `maxBytes`; the refusal where it is larger or was cut off. Nothing past `maxBytes` is read. */
export async function readBytes(
  request: Request,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  const tooLarge = () =>
    err({ status: 413, code: 'tooLarge', message: `More than ${maxBytes} bytes cannot be sent at once.` });
  const announced = Number(request.headers.get('content-length') ?? '0');
  if (announced > maxBytes) return tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of request.body ?? []) {
      length += piece.byteLength;
      if (length > maxBytes) return tooLarge();
      pieces.push(piece);
    }
  } catch {
    return cutOff();
  }
  return length < announced ? cutOff() : ok(joined(pieces, length));
}

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** Whether a page without script sends it. */
export const isForm = (request: Request): boolean =>
  FORM_TYPE.test(request.headers.get('content-type') ?? '');

/** The fields of a plain form. */
export async function readForm(
  request: Request,
  maxBytes: number,
): Promise<Result<URLSearchParams, Refusal>> {
  const bytes = await readBytes(request, maxBytes);
  return bytes.ok ? ok(new URLSearchParams(new TextDecoder().decode(bytes.value))) : bytes;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** The same as JSON in the shape of `schema`. `type`: the only content type that is taken. */
export async function readJson<Body>(
  request: Request,
  schema: z.ZodType<Body>,
  maxBytes: number,
  type = JSON_TYPE,
): Promise<Result<Body, Refusal>> {
  if (!type.test(request.headers.get('content-type') ?? '')) {
    return err({
      status: 415,
      code: 'notJson',
      message: 'Send JSON, with the content type application/json.',
    });
  }
  const bytes = await readBytes(request, maxBytes);
  if (!bytes.ok) return bytes;
  const parsed = schema.safeParse(jsonOf(bytes.value));
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err({
    status: 400,
    code: 'badBody',
    message: `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not JSON'}`,
  });
}

function cutOff(): Result<never, Refusal> {
  return err({ status: 400, code: 'cutOff', message: 'The connection broke off. Send it again.' });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
