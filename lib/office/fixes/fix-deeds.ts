// Owns the deed "Put it back", and taking it back: what a draft has lost of what was put right before is as it is live. Written down with the
// draft as a step, and audited. The files stay as they are, and nothing is put back that nobody asked for.

import { ok, type Result } from '@/lib/core/result';
import { type ComparisonMemo, comparisonOf } from '../compare/comparison';
import { loadDataset, loadListed, storeDataset } from '../drafts/datasets';
import { acceptedRepairs } from '../drafts/decide-repairs';
import type { Draft, PutBackStep } from '../drafts/draft';
import { changeDraft, type DraftError, type DraftRequest, personOf, refuse } from '../drafts/draft-change';
import type { OfficePorts } from '../ports/office-ports';
import { putBackText } from './lost-fix-text';
import { putBack } from './put-back';
import { countsAfter, loadStep, storeStep, withSteps } from './put-back-steps';

/** Of one draft. */
const MOST_STEPS = 200;
const MOST_TOLD = 500;

type Checked = NonNullable<Draft['checked']>;

export interface PutBackWish {
  /** `Comparison.seen` of the page: what is said is of that list of lost fixes and no other. */
  readonly seen: string;
  /** Which of them, by their place in the list; null: all. */
  readonly at: readonly number[] | null;
}

/** `changed`: the lists are others by now. `noSuchCell`: nothing of it can be put back here. `wrongState`, `tooMany`, `gone`. Of several, those
 *  that can be are. Throws `StoreError`. */
export async function putFixesBack(
  ports: OfficePorts,
  request: DraftRequest,
  { seen, at }: PutBackWish,
  memo?: ComparisonMemo,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, request, async (draft) => {
    const { checked, putBack: before = [] } = draft;
    if (!mayPutBack(draft) || !checked?.dataset) {
      return refuse(
        'wrongState',
        'This list was handed on, or is being checked. Nothing can be put back now.',
      );
    }
    if (before.length >= MOST_STEPS) {
      return refuse('tooMany', `There are ${MOST_STEPS} steps already. Put all of the rest back at once.`);
    }
    const comparison = await comparisonOf(ports, draft, memo);
    const live = comparison?.live?.current?.dataset ?? null;
    const lost = comparison?.lostFixes ?? [];
    const wanted = at === null ? lost : lost.filter((_, index) => at.includes(index));
    if (comparison?.seen !== seen || live === null || wanted.length === 0) {
      return refuse('changed', 'The lists have changed meanwhile. Look at what is lost again.');
    }
    const standing = await loadDataset(ports, checked.dataset);
    const changes = wanted.map(({ change }) => change);
    const { dataset, done } = putBack(await loadListed(ports, live), standing, changes);
    const made = wanted.filter(({ change }) => done.includes(change));
    if (made.length === 0) return CANNOT;
    const by = personOf(request.actor, ports.now());
    const step: PutBackStep = { blob: await storeStep(ports, made), live, count: made.length, by };
    const counted = (checked.putBack?.count ?? 0) + made.length;
    const asRead = checked.putBack?.asRead ?? checked.dataset;
    const told = {
      ...checked,
      ...countsAfter(checked, standing, dataset),
      dataset: await storeDataset(ports, dataset),
      putBack: { asRead, count: counted },
    };
    return ok({
      draft: {
        ...draft,
        putBack: [...before, step],
        checked: told,
        uncorrected: draft.uncorrected ?? { dataset: checked.dataset, at: checked.at },
        acknowledged: {},
      },
      action: 'fixes.putBack',
      details: detailsOf(made, told.dataset),
    });
  });
}

const CANNOT = refuse(
  'noSuchCell',
  'This cannot be put back here: the list has no such precinct, or names single units there. Correct it in your system and upload the list again.',
);

/** One step is undone; the others stay. `at`: its place among them. `changed`: it is not there. `wrongState`, `gone`. Throws `StoreError`. */
export async function takeFixesOut(
  ports: OfficePorts,
  request: DraftRequest,
  blob: string,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, request, async (draft) => {
    const { checked, putBack: before = [], corrections, repairs = [] } = draft;
    if (!mayPutBack(draft) || !checked?.dataset) {
      return refuse(
        'wrongState',
        'This list was handed on, or is being checked. Nothing can be taken back now.',
      );
    }
    const step = before.find((one) => one.blob === blob);
    if (step === undefined) return refuse('changed', 'It is not there any more. Look at the list again.');
    const steps = before.filter((one) => one !== step);
    const standing = await loadListed(ports, checked.dataset);
    const read = await loadDataset(ports, checked.putBack?.asRead ?? checked.dataset);
    const { dataset, count } = await withSteps(ports, read, steps);
    const { putBack: known, ...rest } = checked;
    const asRead = known?.asRead ?? checked.dataset;
    const isAsItCame =
      steps.length === 0 && corrections.length === 0 && acceptedRepairs({ repairs }).length === 0;
    const told: Checked = {
      ...rest,
      ...countsAfter(checked, standing, dataset),
      dataset: await storeDataset(ports, dataset),
      ...(steps.length === 0 ? {} : { putBack: { asRead, count } }),
    };
    return ok({
      draft: {
        ...draft,
        putBack: steps,
        checked: told,
        uncorrected: isAsItCame ? null : (draft.uncorrected ?? null),
        acknowledged: {},
      },
      action: 'fixes.takenBack',
      details: detailsOf(await loadStep(ports, step), told.dataset),
    });
  });
}

/** Checked, and not handed on; a state's one file is put right office by office. */
export function mayPutBack({ state, checked }: Pick<Draft, 'state' | 'checked'>): boolean {
  return state === 'checked' && Boolean(checked?.dataset) && !checked?.division;
}

function detailsOf(lost: Parameters<typeof storeStep>[1], dataset: string | null) {
  const things = lost.map(putBackText).join('; ');
  return {
    count: lost.length,
    things: things.length > MOST_TOLD ? `${things.slice(0, MOST_TOLD)} …` : things,
    dataset: dataset ?? '',
  };
}
