// Owns which parts a draft's page has, by the state that the draft is in. Reads nothing by itself.

import type { OfficeReading } from '@/lib/ingest/office-reading';
import type { Suggestion } from '@/lib/ingest/suggestions/suggestion';
import type { PrecinctListEffect } from '@/lib/office/compare/precinct-list-effect';
import type { Draft } from '@/lib/office/drafts/draft';
import type { ShownTable } from '@/lib/office/drafts/foreign-tables';
import type { MissingChunks } from '@/lib/office/drafts/put-chunk';
import type { ProblemPage } from '@/lib/office/drafts/read-problems';
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
import type { ProblemKind } from './problem-filter';
import { ProblemSection } from './problem-section';
import { PutBackLine } from './put-back-line';
import { SuggestionPanel } from './suggestion-panel';
import { suggestionId } from './suggestion-words';
import { UploadForm } from './upload-form';

interface DraftBodyProps {
  readonly draft: Draft;
  readonly timeZone: string;
  readonly maxMegabytes: number;
  readonly missingChunks: readonly MissingChunks[];
  readonly missingForSubmit: readonly string[];
  /** Tables of the office's own, and what a list of precincts alone will do. */
  readonly foreign: readonly ShownTable[];
  readonly effect: PrecinctListEffect | null;
  /** Repairs that are offered, and those that were applied. */
  readonly suggestions: readonly Suggestion[];
  /** As its files are read. */
  readonly reading: OfficeReading;
  readonly view: ProblemView;
  readonly problems: ProblemPage;
  readonly kinds: readonly ProblemKind[];
  /** Whose file this list is a part of; null: it is the office's own. */
  readonly readBy: string | null;
  readonly selectedId: number | null;
}

/** Everything below the heading. */
export function DraftBody(props: DraftBodyProps) {
  const { draft, timeZone, missingForSubmit, foreign, effect, view, problems, selectedId } = props;
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
      {state === 'uploading' && <Unfinished {...props} />}
      {state === 'checking' && <DraftCheck officeId={officeId} draftId={id} />}
      <DraftNext draft={draft} missing={missingForSubmit} suggested={openSuggestions(props).length} />
      <MappingEffect effect={effect} />
      <Figures draft={draft} />
      <DraftFacts draft={draft} timeZone={timeZone} />
      <MappingLine tables={foreign} href={`/office/${officeId}/drafts/${id}/columns/`} timeZone={timeZone} />
      <PutBackLine draft={draft} path={`/office/${officeId}/drafts/${id}/compare/`} timeZone={timeZone} />
      <SuggestionPanel
        officeId={officeId}
        draftId={id}
        seen={draft.checked?.suggestions?.blob ?? ''}
        suggestions={props.suggestions}
        decisions={draft.repairs ?? []}
        timeZone={timeZone}
        mayDecide={mayCorrect}
        readBy={props.readBy}
      />
      {draft.checked !== null && isOnlyAsking(props) && (
        <p className="quiet">Problems are looked for once the columns are confirmed.</p>
      )}
      {draft.checked !== null && !isOnlyAsking(props) && (
        <ProblemSection
          officeId={officeId}
          draftId={id}
          view={view}
          page={problems}
          kinds={props.kinds}
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

/** There is nothing to say of the files but that nobody has confirmed their columns, which stands above. */
const isOnlyAsking = ({ draft, kinds }: DraftBodyProps): boolean =>
  draft.state === 'checked' && kinds.length === 1 && kinds[0]?.value === 'columns-unconfirmed';

/** Of which nobody has said anything, where somebody may. */
function openSuggestions({ draft, suggestions }: DraftBodyProps): readonly Suggestion[] {
  if (draft.state !== 'checked' || draft.files.length === 0) return [];
  const decided = new Set((draft.repairs ?? []).map(suggestionId));
  return suggestions.filter((one) => !decided.has(suggestionId(one)));
}

function Unfinished({ reading, draft, maxMegabytes, missingChunks }: DraftBodyProps) {
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
      <UploadForm reading={reading} elections={[]} maxMegabytes={maxMegabytes} draftId={draft.id} />
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
