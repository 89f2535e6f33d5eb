// Owns the address of a publish job: its next step, one more try, giving it up. Wires only: the rules live in
// lib/office/publish.

import { z } from 'zod';
import { type OfficeCall, officeRoute, okJson, refused } from '@/lib/adapters/office-route';
import { publishPorts } from '@/lib/adapters/publish-container';
import { advanceJob } from '@/lib/office/publish/advance-job';
import { jobs } from '@/lib/office/publish/job';
import { jobView } from '@/lib/office/publish/job-view';
import { cancelJob, retryJob } from '@/lib/office/publish/stop-job';

export const dynamic = 'force-dynamic';
/** Seconds. A step takes ten at most. */
export const maxDuration = 30;

interface Params extends Readonly<Record<string, string>> {
  readonly officeId: string;
  readonly jobId: string;
}

const body = z.object({ action: z.enum(['advance', 'retry', 'cancel']) });
type Call = OfficeCall<Params, z.infer<typeof body>>;

/** `{"action": "advance"}` does the next step, where nobody else is at it; the answer is the job as its page shows it. */
export const POST = officeRoute<Params, z.infer<typeof body>>(
  { action: 'submit', officeId: ({ officeId }) => officeId, body },
  async (call) => {
    const { ports, params, actor } = call;
    const { officeId, jobId } = params;
    const job = await jobs.read(ports.state, jobId);
    if (job === null || job.value.officeId !== officeId || actor.kind !== 'person') {
      return refused(404, 'gone', 'There is no such job in this office.');
    }
    return done(call, { id: actor.accountId, name: actor.name });
  },
);

async function done({ ports, params, body: { action } }: Call, by: { id: string; name: string }) {
  const result =
    action === 'advance'
      ? await advanceJob(await publishPorts(), params.jobId)
      : action === 'retry'
        ? await retryJob(ports, params)
        : await cancelJob(ports, { ...params, by });
  if (result.ok) return okJson(jobView(result.value, ports.now()));
  return refused(409, result.error.code, result.error.message);
}
