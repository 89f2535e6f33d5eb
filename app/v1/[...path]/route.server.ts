// Owns the address of release files where nothing fronts them (npm start, Vercel). Wires only: the rules of
// which names exist and how long they may be kept live in lib/adapters/serve-release.

import { serveReleaseFile } from '@/lib/adapters/serve-release';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly path: readonly string[] }> };

/** A file of the live release, or 404. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return serveReleaseFile(request, (await params).path);
}

/** The headers of the same. */
export async function HEAD(request: Request, { params }: Context): Promise<Response> {
  return serveReleaseFile(request, (await params).path);
}
