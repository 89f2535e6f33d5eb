// Owns the check of a draft: files and corrections in; dataset, problems and counts out, in one commit. The original stays
// untouched; doing it again gives the same. Runs in the request that asks for it, and lets others have the processor.

import { ok, type Result } from '@/lib/core/result';
import { hasOtherTables } from '@/lib/ingest/mapping/unconfirmed-tables';
import { optionsOf } from '@/lib/ingest/office-reading';
import { readUpload } from '@/lib/ingest/read-upload';
import { indexEdits } from '@/lib/ingest/tables/cell-edits';
import { commitAudited } from '../audit/commit-audited';
import { storeDivision } from '../division/store-division';
import { countsAfter, withSteps } from '../fixes/put-back-steps';
import { type Office, offices } from '../offices/office';
import type { Versioned } from '../ports/records';
import { choices } from '../publish/choice';
import { beginProgress, type ProgressNotes } from './check-progress';
import { storeDataset } from './datasets';
import { acceptedRepairs } from './decide-repairs';
import { type Draft, drafts } from './draft';
import { auditActorOf, type DraftError, type DraftRequest, refuse } from './draft-change';
import type { DraftPorts } from './draft-ports';
import { factsOf } from './facts-of';
import { storeForeign } from './foreign-tables';
import { liveBelow } from './laid-over';
import { problemRows } from './problem-rows';
import { missingChunks } from './put-chunk';
import { readingOf } from './reading-of';
import { asLiveElection } from './same-day';
import { storeProblems } from './stored-problems';
import { storeSuggestions } from './stored-suggestions';
import { uploadedFiles, verifyUpload } from './uploaded-files';
import { watchStore } from './watch-store';

type Checked = NonNullable<Draft['checked']>;

/** Check it: `checked` afterwards, whatever was found. `gone`, `wrongState` (submitted, or later), `notWhole` (chunks are
 *  missing), `checking` (somebody is at it), `damaged`, `changed` (it was withdrawn meanwhile). Throws `StoreError`; the
 *  draft is then as it was and can be checked again. */
export async function checkDraft(
  ports: DraftPorts,
  request: DraftRequest,
): Promise<Result<Draft, DraftError>> {
  const { officeId, draftId } = request;
  const read = await drafts.read(ports.state, officeId, draftId);
  const office = await offices.read(ports.state, officeId);
  if (read === null || office === null) return refuse('gone', 'There is no such draft.');
  if (!['uploading', 'checking', 'checked'].includes(read.value.state)) {
    return refuse('wrongState', 'This draft was handed on. Take it back before you change it.');
  }
  if (read.value.files.length === 0) return refuse('wrongState', 'This draft was made without files.');
  const missing = await missingChunks(ports, read.value);
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    return refuse(
      'notWhole',
      `Parts of ${names} have not arrived. Choose the same files again to send the rest.`,
    );
  }
  const notes = await beginProgress(ports, draftId);
  if (notes === null) return refuse('checking', 'This draft is being checked at the moment.');
  try {
    const result = await checkNow(ports, request, read, office.value, notes);
    if (!result.ok) await notes.drop();
    return result;
  } catch (error) {
    // Whoever tries again need not wait; where the store is gone, the note expires.
    await notes.drop().catch(() => undefined);
    throw error;
  }
}

async function checkNow(
  ports: DraftPorts,
  { officeId, draftId, actor }: DraftRequest,
  read: Versioned<Draft>,
  office: Office,
  notes: ProgressNotes,
): Promise<Result<Draft, DraftError>> {
  const claimed = await claim(ports, read);
  if (claimed === null) return changed();
  const whole = await verifyUpload(ports, claimed.value);
  if (!whole.ok) return whole;
  const checked = await readDraft(ports, claimed.value, office, notes);
  const uncorrected = uncorrectedOf(claimed.value);
  const draft: Draft = {
    ...claimed.value,
    state: 'checked',
    checked,
    uncorrected,
    acknowledged: {},
    returned: null,
  };
  const { problems: _, at: __, foreign: ___, suggestions: ____, division: _____, ...told } = checked;
  const { over = null, singleNumberBeatsRange = false, putBack, ...facts } = told;
  const result = await commitAudited(ports, {
    checks: [drafts.unchanged(claimed, officeId, draftId)],
    writes: [drafts.write(draft, [officeId, draftId]), notes.removal],
    events: [
      {
        action: 'draft.checked',
        actor: auditActorOf(actor),
        officeId,
        subject: draftId,
        details: { ...facts, over, singleNumberBeatsRange, putBack: putBack?.count ?? null },
      },
    ],
  });
  return result === 'committed' ? ok(draft) : changed();
}

/** What the check before the first correction, or repair, or what was put back, made. Once somebody has said anew what columns hold, it is another reading. */
function uncorrectedOf(draft: Draft): Draft['uncorrected'] {
  const { corrections, checked, uncorrected, mappings = [], putBack = [] } = draft;
  if (corrections.length === 0 && acceptedRepairs(draft).length === 0 && putBack.length === 0) return null;
  const first = uncorrected ?? { dataset: checked?.dataset ?? null, at: checked?.at ?? '' };
  return mappings.some(({ by }) => by.at > first.at) ? { ...first, dataset: null } : first;
}

const changed = () => refuse('changed', 'Somebody changed this draft meanwhile. Look at it again.');

/** State `checking`: no correction comes in between. */
async function claim(ports: DraftPorts, read: Versioned<Draft>): Promise<Versioned<Draft> | null> {
  if (read.value.state === 'checking') return read;
  const draft: Draft = { ...read.value, state: 'checking' };
  const { officeId, id } = draft;
  const commitId = ports.newId();
  const result = await ports.state.commit({
    id: commitId,
    checks: [drafts.unchanged(read, officeId, id)],
    writes: [drafts.write(draft, [officeId, id])],
  });
  return result === 'committed' ? { value: draft, version: commitId } : null;
}

async function readDraft(
  ports: DraftPorts,
  draft: Draft,
  office: Office,
  notes: ProgressNotes,
): Promise<Checked> {
  let rows = 0;
  const watched = watchStore({
    ...ports,
    pause: async () => {
      await notes.note('reading', rows);
      await ports.pause();
    },
  });
  const edits = indexEdits(draft.corrections.map((step) => ({ ...step, value: step.after })));
  const { reading, confirmed, desk } = await readingOf(ports.state, office, draft);
  const ofAll = office.singleNumberBeatsRange;
  const below = await liveBelow(ports, draft, reading.mappings);
  const read = await readUpload(uploadedFiles(watched.ports, draft), {
    pause: watched.ports.pause,
    ...(ports.tidy === undefined ? {} : { tidy: ports.tidy }),
    ...optionsOf(reading),
    live: below?.dataset ?? null,
    edits,
    suggestions: true,
    accepted: acceptedRepairs(draft),
    onProgress: (read) => {
      rows = read;
    },
  });
  const rowsOfProblems = await problemRows(read.sources, read.problems, edits);
  watched.rethrow();
  const problems = await storeProblems(ports, read.problems, rowsOfProblems);
  const all = (await choices.list(ports.state, draft.officeId)).map(({ value }) => value);
  const whole = read.dataset && asLiveElection(read.dataset, all);
  const asRead = whole && (await storeDataset(ports, whole, watched.ports.pause));
  const steps = draft.putBack ?? [];
  const mended = whole && steps.length > 0 ? await withSteps(ports, whole, steps) : null;
  const dataset = mended ? await storeDataset(ports, mended.dataset, watched.ports.pause) : asRead;
  const found = { ...read, rows: rowsOfProblems, at: ports.now().toISOString(), desk, ofAll };
  const division = office.kind === 'state' ? await storeDivision(ports, found, watched.ports.pause) : null;
  return {
    at: found.at,
    ...factsOf(whole?.election ?? null, read.counts),
    ...(mended && countsAfter(read.counts, whole, mended.dataset)),
    dataset,
    ...(mended && asRead && { putBack: { asRead, count: mended.count } }),
    problems,
    ...(division === null ? {} : { division }),
    over: read.foreign.some(({ applied }) => applied?.kind === 'precinctPlaces')
      ? (below?.hash ?? null)
      : null,
    singleNumberBeatsRange: ofAll,
    foreign: await storeForeign(ports, read.foreign, confirmed, hasOtherTables(read.problems)),
    suggestions: await storeSuggestions(ports, read.suggestions),
  };
}
