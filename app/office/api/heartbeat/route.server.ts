// Owns the address that a scheduler calls where no process of ours runs for long (Vercel): heartbeat, steps of open jobs, and
// once a day of a sweep. It lets in whoever knows CRON_SECRET, and nobody who is signed in. Wires only.

import { timingSafeEqual } from 'node:crypto';
import { officeEnv } from '@/lib/adapters/office-container';
import { okJson, orUnavailable, refused } from '@/lib/adapters/office-route';
import { publishPorts } from '@/lib/adapters/publish-container';
import { driveOpenJobs } from '@/lib/office/publish/drive';
import { heartbeat } from '@/lib/office/publish/heartbeat';
import { timeLimit } from '@/lib/office/publish/step';
import { sweepWhenDue } from '@/lib/office/sweep/sweep';

export const dynamic = 'force-dynamic';
/** Seconds. */
export const maxDuration = 60;

/** No step is begun after so long: a step takes ten seconds, and the function is stopped at sixty. */
const BUDGET_MS = 40_000;

/** `Authorization: Bearer <CRON_SECRET>`; 404 for anybody else, and where no secret is set. */
export async function GET(request: Request): Promise<Response> {
  const { cronSecret } = officeEnv();
  const given = request.headers.get('authorization') ?? '';
  if (cronSecret === null || !isSame(given, `Bearer ${cronSecret}`)) {
    return refused(404, 'notFound', 'There is nothing at this address.');
  }
  try {
    const ports = await publishPorts();
    const mayGoOn = timeLimit(ports, BUDGET_MS);
    const beat = await heartbeat(ports);
    const steps = await driveOpenJobs(ports, mayGoOn);
    await sweepWhenDue(ports, mayGoOn);
    return okJson({ ...beat, steps });
  } catch (error) {
    return orUnavailable(error);
  }
}

function isSame(a: string, b: string): boolean {
  const [given, wanted] = [Buffer.from(a), Buffer.from(b)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
