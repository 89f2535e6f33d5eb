// Owns what a page shows of lost fixes and of what was put back: sentences, the first ones of many.

import type { Comparison } from '../compare/comparison';
import type { Draft, PutBackStep } from '../drafts/draft';
import type { OfficePorts } from '../ports/office-ports';
import { lostFixText, putBackText } from './lost-fix-text';
import { loadStep } from './put-back-steps';

/** Each has to be looked at: who put it right knows why. */
const MOST_SHOWN = 50;

export interface PutBackView extends Pick<PutBackStep, 'blob' | 'count' | 'by'> {
  readonly texts: readonly string[];
}

export interface FixView {
  readonly seen: string;
  /** The first of them, in the order of `Comparison.lostFixes`. */
  readonly lost: readonly string[];
  readonly count: number;
  readonly steps: readonly PutBackView[];
}

/** Throws `StoreError`. */
export async function fixViewOf(
  ports: Pick<OfficePorts, 'blobs'>,
  { putBack = [] }: Pick<Draft, 'putBack'>,
  { seen, lostFixes }: Pick<Comparison, 'seen' | 'lostFixes'>,
  timeZone: string,
): Promise<FixView> {
  const steps = await Promise.all(
    putBack.map(async ({ blob, count, by }): Promise<PutBackView> => {
      const some = (await loadStep(ports, { blob })).slice(0, MOST_SHOWN);
      return { blob, count, by, texts: some.map(putBackText) };
    }),
  );
  const lost = lostFixes.slice(0, MOST_SHOWN).map((one) => lostFixText(one, timeZone));
  return { seen, lost, count: lostFixes.length, steps };
}
