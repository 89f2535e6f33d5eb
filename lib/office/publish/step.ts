// Owns what every step of a job is: a function of ports and job that may be run again at any time. Knows no step.

import type { Versioned } from '../ports/records';
import type { JobStep, PublishJob } from './job';
import type { PublishPorts } from './publish-ports';

/** Why a step said no: a literal code, and a sentence that says what to do. */
export interface StepFailure {
  readonly code:
    | 'gone'
    | 'empty'
    | 'officeTwice'
    | 'badDataset'
    | 'noKey'
    | 'notVerified'
    | 'golden'
    | 'full'
    | 'tooLarge'
    | 'damaged';
  readonly message: string;
}

/** `next`: the step is done, and left these for the others; the next one in the row comes, or `step`. `again`: there is
 *  more of it than fits into one call. `committed`: it has written the job itself, with what it changed. */
export type StepOutcome =
  | {
      readonly kind: 'next';
      readonly left: Readonly<Record<string, string>>;
      readonly step?: JobStep;
      readonly rounds?: number;
    }
  | { readonly kind: 'again'; readonly left: Readonly<Record<string, string>> }
  | { readonly kind: 'committed'; readonly job: PublishJob }
  | { readonly kind: 'failed'; readonly error: StepFailure };

/** Run twice, by two drivers or after a crash, it leaves the same. `job` is as its driver holds it, so that a step that
 *  writes it can ask for that version. Throws `StoreError`. */
export type Step = (ports: PublishPorts, job: Versioned<PublishJob>) => Promise<StepOutcome>;

/** Asked again and again, it says whether `ms` have not passed yet. */
export function timeLimit({ now }: Pick<PublishPorts, 'now'>, ms: number): () => boolean {
  const endsAtMs = now().getTime() + ms;
  return () => now().getTime() < endsAtMs;
}

/** `failed('gone', 'The draft …')`. */
export function failed(code: StepFailure['code'], message: string): StepOutcome {
  return { kind: 'failed', error: { code, message } };
}
