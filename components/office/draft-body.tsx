// Owns which parts a draft's page has, by the state that the draft is in. Reads nothing by itself.

import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import type { PrecinctListEffect } from '@/lib/office/compare/precinct-list-effect';
import type { Draft } from '@/lib/office/drafts/draft';
import type { ShownTable } from '@/lib/office/drafts/foreign-tables';
import type { MissingChunks } from '@/lib/office/drafts/put-chunk';
import type { ProblemPage } from '@/lib/office/drafts/read-problems';
import type { Office } from '@/lib/office/offices/office';
import type { ProblemView } from '@/lib/office-client/problems-query';
import { Alert } from './alert';
import { DraftCheck } from './draft-check';
import { DraftCorrections } from './draft-corrections';
import { DraftFacts } from './draft-facts';
import { DraftNext } from './draft-next';
import { KeyFigure } from './key-figure';
import { KeyFigures } from './key-figures';
import { MappingEffect } from './mapping-effect';
import { MappingLine } from './mapping-line';
import { PostButton } from './post-button';
import { ProblemSection } from './problem-section';
import { UploadForm } from './upload-form';

interface DraftBodyProps {
  readonly office: Office;
  readonly draft: Draft;
  readonly timeZone: string;
  readonly maxMegabytes: number;
  readonly missingChunks: readonly MissingChunks[];
  readonly missingForSubmit: readonly string[];
  /** Tables of the office's own, and what a list of precincts alone will do. */
  readonly foreign: readonly ShownTable[];
  readonly effect: PrecinctListEffect | null;
  /** What is remembered of the office's files. */
  readonly mappings: readonly TableMapping[];
  readonly view: ProblemView;
  readonly problems: ProblemPage;
  readonly selectedId: number | null;
}

/** Everything below the heading. */
export function DraftBody(props: DraftBodyProps) {
  const { office, draft, timeZone, missingForSubmit, foreign, effect, view, problems, selectedId } = props;
  const { id, officeId, state, returned } = draft;
  const mayCorrect = state === 'checked' && draft.files.length > 0;
  const mayWithdraw = ['uploading', 'checking', 'checked', 'submitted'].includes(state);
  return (
    <>
      {returned !== null && (
        <Alert kind="warning" heading="It came back">
          <p>
            <bdi>{returned.name}</bdi> wrote: <bdi>{returned.reason}</bdi>
          </p>
        </Alert>
      )}
      {state === 'uploading' && <Unfinished {...props} office={office} />}
      {state === 'checking' && <DraftCheck officeId={officeId} draftId={id} />}
      <DraftNext draft={draft} missing={missingForSubmit} />
      <MappingEffect effect={effect} />
      <Figures draft={draft} />
      <DraftFacts draft={draft} timeZone={timeZone} />
      <MappingLine tables={foreign} href={`/office/${officeId}/drafts/${id}/columns/`} timeZone={timeZone} />
      {draft.checked !== null && (
        <ProblemSection
          officeId={officeId}
          draftId={id}
          view={view}
          page={problems}
          selectedId={selectedId}
          mayCorrect={mayCorrect}
        />
      )}
      <DraftCorrections
        officeId={officeId}
        draftId={id}
        corrections={draft.corrections}
        timeZone={timeZone}
        mayCorrect={mayCorrect}
      />
      {mayWithdraw && (
        <PostButton
          path={`/office/api/drafts/${officeId}/${id}/withdraw/`}
          label="Take this draft back"
          kind="quiet"
        />
      )}
    </>
  );
}

function Unfinished({ office, draft, maxMegabytes, missingChunks, mappings }: DraftBodyProps) {
  const path = `/office/api/drafts/${draft.officeId}/${draft.id}/check/`;
  if (missingChunks.length === 0) {
    return (
      <section className="desk-section" aria-labelledby="unfinished">
        <h2 id="unfinished">All files have arrived</h2>
        <p>They have not been checked yet.</p>
        <PostButton path={path} label="Check the files" />
      </section>
    );
  }
  return (
    <section className="desk-section" aria-labelledby="unfinished">
      <h2 id="unfinished">The upload is not finished</h2>
      <p>
        Parts are missing of: <bdi>{missingChunks.map(({ name }) => name).join(', ')}</bdi>. Choose the same
        files again: only what is missing is sent.
      </p>
      <UploadForm
        officeId={office.id}
        officeState={office.state}
        known={{ name: office.name, phone: office.phone?.number ?? null }}
        mappings={mappings}
        elections={[]}
        maxMegabytes={maxMegabytes}
        draftId={draft.id}
      />
    </section>
  );
}

function Figures({ draft: { checked } }: { readonly draft: Draft }) {
  if (!checked?.dataset) return null;
  const setAside = checked.errors > 0 ? '?severity=error#problems' : undefined;
  return (
    <KeyFigures>
      <KeyFigure value={checked.pollingLocations} label="polling places" />
      <KeyFigure value={checked.precincts} label="precincts" />
      <KeyFigure value={checked.segments} label="address ranges" />
      <KeyFigure value={checked.rowsSetAside} label="rows set aside" href={setAside} />
    </KeyFigures>
  );
}
