// Owns handing a draft on to somebody else, and taking it back. Knows nothing of approving.

import { ok, type Result } from '@/lib/core/result';
import type { OfficePorts } from '../ports/office-ports';
import type { Draft } from './draft';
import { changeDraft, type DraftError, type DraftRequest, personOf, refuse } from './draft-change';

/** What keeps a draft from being submitted, as sentences; [] where nothing does. */
export function missingForSubmit({ state, checked }: Draft): readonly string[] {
  if (state === 'uploading') return ['The upload is not finished.'];
  if (state === 'checking' || checked === null) return ['The check is not finished.'];
  const missing: string[] = [];
  if (checked.foreign && checked.foreign.unconfirmed > 0) {
    missing.push('Say which column holds what, on the page of its columns.');
  }
  if (checked.fatals > 0) {
    const problems = checked.fatals === 1 ? 'One problem stops' : `${checked.fatals} problems stop`;
    missing.push(`${problems} the whole list from being read. Correct that first.`);
  }
  if (checked.dataset === null && checked.fatals === 0) missing.push('Nothing could be read.');
  return missing;
}

/** For somebody else to approve. `fatal`: what is missing, in words. `wrongState`, `gone`. Throws `StoreError`. */
export async function submitDraft(
  ports: OfficePorts,
  request: DraftRequest,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, request, (draft) => {
    const missing = missingForSubmit(draft);
    if (missing.length > 0) return refuse('fatal', missing.join(' '));
    if (draft.state !== 'checked') return refuse('wrongState', 'This draft was handed on already.');
    const submitted = personOf(request.actor, ports.now());
    return ok({
      draft: { ...draft, state: 'submitted', submitted, returned: null },
      action: 'draft.submitted',
      details: { title: draft.title, dataset: draft.checked?.dataset ?? '' },
    });
  });
}

/** Nobody works on it any more; what was uploaded is swept a month after the draft was begun. From anywhere before `approved`. `wrongState`, `gone`. */
export async function withdrawDraft(
  ports: OfficePorts,
  request: DraftRequest,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, request, (draft) => {
    if (draft.state === 'withdrawn') return refuse('wrongState', 'This draft was withdrawn already.');
    if (draft.state === 'approved' || draft.state === 'live') {
      return refuse('wrongState', 'This draft was approved. To take it back, go back to the list before it.');
    }
    return ok({
      draft: { ...draft, state: 'withdrawn' },
      action: 'draft.withdrawn',
      details: { title: draft.title },
    });
  });
}
