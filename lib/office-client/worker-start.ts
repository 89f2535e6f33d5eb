// Owns starting the worker that checks files, and ending it. Where there are no workers, nothing is checked beforehand: the
// server does.

import type { CheckRequest, HowFar, LocalCheck, WorkerMessage } from './worker-messages';

/** Checks the files beside the page; null where this browser could not. `onStep` is called as it goes. `signal` ends it. */
export function checkBeside(
  request: CheckRequest,
  onStep: (far: HowFar) => void,
  signal: AbortSignal,
): Promise<LocalCheck | null> {
  if (typeof Worker === 'undefined') return Promise.resolve(null);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const check = new Promise<LocalCheck | null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null));
    worker.onerror = () => resolve(null);
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.kind === 'reading') onStep(data);
      else resolve(data.kind === 'checked' ? data.check : null);
    };
    worker.postMessage(request);
  });
  return check.finally(() => worker.terminate());
}
