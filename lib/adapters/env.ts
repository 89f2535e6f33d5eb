// Owns the variables that the server side reads: their names, and what may stand in them. A wrong one fails where
// the program starts, with its name, and not at the first voter. Never reached from a voter's page.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';

/** A variable that is set to nothing, as container platforms do, counts as not set. */
const text = z.string().trim().default('');

/** Base64url without padding of the 65 bytes of a raw point. */
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{87}$/, {
  error: ({ input }) => `"${input}" is no P-256 public key: base64url of 65 bytes is expected`,
});

const schema = z.object({
  LEVEE_RELEASE: text.transform((folder) => (folder === '' ? null : folder)),
  LEVEE_PUBLIC_KEYS: text
    .transform((keys) => keys.split(/[,\s]+/).filter((key) => key !== ''))
    .pipe(z.array(publicKey)),
});

export interface ServerEnv {
  /** The folder that holds `v1/`; null: the practice release. */
  readonly releaseDirectory: string | null;
  /** Base64url of raw P-256 points, oldest first; [] for the local development key. */
  readonly publicKeys: readonly string[];
}

/** What a variable is called, and what is wrong with it. */
export interface EnvError {
  readonly variable: string;
  readonly message: string;
}

/** `{LEVEE_RELEASE: '/srv/release'}` -> `{releaseDirectory: '/srv/release', publicKeys: []}`. */
export function readServerEnv(
  environment: Readonly<Record<string, string | undefined>>,
): Result<ServerEnv, EnvError> {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return err({ variable: String(issue.path[0]), message: issue.message });
  }
  const { LEVEE_RELEASE: releaseDirectory, LEVEE_PUBLIC_KEYS: publicKeys } = parsed.data;
  return ok({ releaseDirectory, publicKeys });
}
