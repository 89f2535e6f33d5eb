// Owns the address by which a monitor asks the office host whether it is well. Wires only: what that means lives in
// lib/adapters/serve-health.

import { serveHealth } from '@/lib/adapters/serve-health';

export const dynamic = 'force-dynamic';

/** `{"status":"ok","release":"ok","store":"ok"}`, 503 where a part fails. */
export async function GET(): Promise<Response> {
  return serveHealth();
}

/** The headers of the same. */
export async function HEAD(): Promise<Response> {
  const { status, headers } = await serveHealth();
  return new Response(null, { status, headers });
}
