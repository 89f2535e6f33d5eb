// Owns one JSON request to the office host, and what became of it as a value. Asks for no passkey; ./post-json.ts does.

import { err, ok, type Result } from '@/lib/core/result';

/** What the office host said, or that it could not be reached (`offline`): `{code: 'conflict', message: 'Somebody …'}`.
 *  The message is a sentence for the person who did it. */
export interface PostError {
  readonly code: string;
  readonly message: string;
}

/** `path` starts with `/office/api/` and ends with a slash: without it the host answers with a redirect. */
export function postJsonOnce(
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Result<unknown, PostError>> {
  return asked(path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The same, to read. */
export const getJson = (path: string): Promise<Result<unknown, PostError>> => asked(path, {});

async function asked(path: string, init: RequestInit): Promise<Result<unknown, PostError>> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    return err({
      code: 'offline',
      message: 'We cannot reach our computer. Check your connection and try again.',
    });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return ok(answer);
  return err(
    errorOf(answer) ?? {
      code: 'failed',
      message: 'Something went wrong on our side. Try again in a minute.',
    },
  );
}

function errorOf(answer: unknown): PostError | null {
  const error = (answer as { readonly error?: Partial<PostError> } | null)?.error;
  return error?.code && error.message ? { code: error.code, message: error.message } : null;
}
