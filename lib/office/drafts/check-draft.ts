// Owns the check of a draft: files and corrections in; dataset, problems and counts out, in one commit. The original stays
// untouched; doing it again gives the same. Runs in the request that asks for it, and lets others have the processor.

import { ok, type Result } from '@/lib/core/result';
import type { Dataset } from '@/lib/core/vip';
import { indexEdits } from '@/lib/ingest/cell-edits';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { readUpload } from '@/lib/ingest/read-upload';
import { commitAudited } from '../audit/commit-audited';
import { type Office, offices } from '../offices/office';
import type { Versioned } from '../ports/records';
import { beginProgress, type ProgressNotes } from './check-progress';
import { loadDataset, storeDataset } from './datasets';
import { type Draft, drafts } from './draft';
import { auditActorOf, type DraftError, type DraftRequest, refuse } from './draft-change';
import type { DraftPorts } from './draft-ports';
import { factsOf } from './facts-of';
import { storeForeign } from './foreign-tables';
import { mappingsFor } from './mappings';
import { problemRows } from './problem-rows';
import { missingChunks } from './put-chunk';
import { latestLive } from './same-places';
import { storeProblems } from './stored-problems';
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
  const draft: Draft = { ...claimed.value, state: 'checked', checked, acknowledged: {}, returned: null };
  const { problems: _, at: __, foreign: ___, ...facts } = checked;
  const result = await commitAudited(ports, {
    checks: [drafts.unchanged(claimed, officeId, draftId)],
    writes: [drafts.write(draft, [officeId, draftId]), notes.removal],
    events: [
      { action: 'draft.checked', actor: auditActorOf(actor), officeId, subject: draftId, details: facts },
    ],
  });
  return result === 'committed' ? ok(draft) : changed();
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
  const known = { name: office.name, phone: office.phone?.number ?? null, election: draft.election ?? null };
  const edits = indexEdits(draft.corrections.map((step) => ({ ...step, value: step.after })));
  const confirmed = await mappingsFor(ports.state, draft);
  const mappings = confirmed.map(({ mapping }) => mapping);
  const read = await readUpload(uploadedFiles(watched.ports, draft), {
    pause: watched.ports.pause,
    known,
    mappings,
    live: await liveFor(ports, draft, mappings),
    officeId: draft.officeId,
    officeState: office.state,
    edits,
    onProgress: (read) => {
      rows = read;
    },
  });
  const rowsOfProblems = await problemRows(read.sources, read.problems, edits);
  watched.rethrow();
  const problems = await storeProblems(ports, read.problems, rowsOfProblems);
  const dataset = read.dataset === null ? null : await storeDataset(ports, read.dataset, watched.ports.pause);
  return {
    at: ports.now().toISOString(),
    ...factsOf(read.dataset?.election ?? null, read.counts),
    dataset,
    problems,
    foreign: await storeForeign(ports, read.foreign, confirmed, dataset !== null),
  };
}

/** What the office has live, where a list of precincts and places may have to be laid over it. */
async function liveFor(
  ports: DraftPorts,
  { officeId }: Draft,
  mappings: readonly TableMapping[],
): Promise<Dataset | null> {
  if (!mappings.some(({ kind }) => kind === 'precinctPlaces')) return null;
  const live = await latestLive(ports, officeId);
  return live === null ? null : loadDataset(ports, live.dataset);
}
