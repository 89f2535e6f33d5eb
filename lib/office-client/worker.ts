// The worker that reads and checks files beside the page, so that the page stays alive with a million rows. One request, then
// it is ended by the page. Starts on its own; knows no page.

import { checkFiles } from './worker-check';
import type { CheckRequest, WorkerMessage } from './worker-messages';

const tell = (message: WorkerMessage): void => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<CheckRequest>) => {
  try {
    tell({ kind: 'checked', check: await checkFiles(data, (far) => tell({ kind: 'reading', ...far })) });
  } catch {
    // Out of memory, or a file that was moved away: the server says what it finds.
    tell({ kind: 'failed' });
  }
};
