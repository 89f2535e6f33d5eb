// Owns asking several sources without waiting for the dead ones: in stages, each with a time limit, until somebody
// has given enough. It must not know what is asked for, nor judge it; clock and timers come in.

/** The browser's timers: `after(2000, ring)` gives what takes it back. */
export interface Timers {
  after(ms: number, ring: () => void): () => void;
}

/** Silence for so long, and the next stage is asked as well. The one before may still answer. */
const PATIENCE_MS = 2000;
/** Nobody is waited for any longer: a slow phone's answer would have come. */
export const LIMIT_MS = 8000;

/** One question to one source. It may hang, and it may throw. */
export type Ask<Value> = (signal: AbortSignal) => Promise<Value>;

/** When to stop: `now` as soon as somebody has given this, `soon` once patience with the others is over. */
export type Verdict = 'now' | 'soon' | 'goOn';

/** The answers so far, in the order of the asks; those that hung, threw or were not asked are left out.
 *  Takes at most `PATIENCE_MS` for each stage but the last, and `LIMIT_MS` for that. */
export function gather<Value>(
  stages: readonly (readonly Ask<Value>[])[],
  judge: (value: Value) => Verdict,
  timers: Timers,
): Promise<readonly Value[]> {
  return new Promise((resolve) => {
    const hangUp = new AbortController();
    const answers = new Map<Ask<Value>, Value>();
    let next = 0;
    let pending = 0;
    let newest = { pending: 0 };
    let isPatient = true;
    let stopWaiting = () => {};

    function finish() {
      stopWaiting();
      hangUp.abort();
      resolve(stages.flat().flatMap((ask) => (answers.has(ask) ? [answers.get(ask) as Value] : [])));
    }

    function proceed() {
      if (hangUp.signal.aborted) return;
      const verdicts = [...answers.values()].map(judge);
      const isLast = next >= stages.length;
      if (verdicts.includes('now') || (isLast && pending === 0)) finish();
      else if (isLast && !isPatient && verdicts.includes('soon')) finish();
      else if (!isLast && (newest.pending === 0 || !isPatient)) startStage();
    }

    function startStage() {
      stopWaiting();
      isPatient = true;
      stopWaiting = timers.after(PATIENCE_MS, () => {
        isPatient = false;
        proceed();
      });
      const stage = stages[next] ?? [];
      const own = { pending: stage.length };
      newest = own;
      next += 1;
      pending += stage.length;
      for (const ask of stage) {
        void limited(ask, hangUp.signal, timers).then((answer) => {
          pending -= 1;
          own.pending -= 1;
          if (answer !== null) answers.set(ask, answer.value);
          proceed();
        });
      }
      proceed();
    }

    startStage();
  });
}

/** null where nothing came within the limit, or the source threw. */
function limited<Value>(
  ask: Ask<Value>,
  signal: AbortSignal,
  timers: Timers,
): Promise<{ readonly value: Value } | null> {
  return new Promise((resolve) => {
    const own = new AbortController();
    const end = (answer: { readonly value: Value } | null) => {
      cancel();
      resolve(answer);
      own.abort();
    };
    const cancel = timers.after(LIMIT_MS, () => end(null));
    signal.addEventListener('abort', () => end(null), { once: true });
    // Called within a promise, so that a source that throws at once is only another one that failed.
    Promise.resolve(own.signal)
      .then(ask)
      .then((value) => end({ value }))
      .catch(() => end(null));
  });
}
