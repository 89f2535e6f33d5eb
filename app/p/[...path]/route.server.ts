// Owns the address of plain pages where nothing fronts them (npm start, Vercel). Wires only: the rules of which names
// exist, and where a ZIP leads, live in lib/adapters/serve-release.

import { servePlainPage } from '@/lib/adapters/serve-release';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly path: readonly string[] }> };

/** A plain page, the way to a ZIP's page, or 404. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return servePlainPage(request, (await params).path);
}

/** The headers of the same. */
export async function HEAD(request: Request, { params }: Context): Promise<Response> {
  return servePlainPage(request, (await params).path);
}
