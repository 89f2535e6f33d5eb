// Owns driving whatever is open, for processes that nobody watches: the one of `npm start`, and a cron call.

import { advanceJob } from './advance-job';
import { openJobs } from './job';
import type { PublishPorts } from './publish-ports';

/** Does steps of open jobs until none can go on, or `mayGoOn` says that the time is up. Gives the number of steps. */
export async function driveOpenJobs(ports: PublishPorts, mayGoOn: () => boolean): Promise<number> {
  let steps = 0;
  for (const { value } of await openJobs.list(ports.state)) {
    while (mayGoOn()) {
      const job = await advanceJob(ports, value.jobId);
      // A lease that is still there is somebody else's.
      if (!job.ok || job.value.lease !== null) break;
      steps += 1;
      if (job.value.state !== 'running') break;
    }
  }
  return steps;
}
