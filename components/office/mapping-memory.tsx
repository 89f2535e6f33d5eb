// Owns the settings' part on what is remembered of an office's files: which column holds what, who said so, and forgetting it.

import type { SavedMapping } from '@/lib/office/drafts/mappings';
import { DeskTime } from './desk-time';
import { columnName, fieldWords, kindWords } from './mapping-words';
import { PostButton } from './post-button';

interface MappingMemoryProps {
  readonly officeId: string;
  readonly mappings: readonly SavedMapping[];
  readonly timeZone: string;
  readonly mayChange: boolean;
}

/** The section "What we remember of your files". */
export function MappingMemory({ officeId, mappings, timeZone, mayChange }: MappingMemoryProps) {
  return (
    <section className="desk-section" aria-labelledby="memory">
      <h2 id="memory">What we remember of your files</h2>
      {mappings.length === 0 ? (
        <p>
          Nothing yet. Once you have said which column of a table holds what, we use it for your next file.
        </p>
      ) : (
        <>
          <p>
            A file with the same columns is read in the same way. What you forget here is asked of the next
            one.
          </p>
          <ul className="mapping-memory">
            {mappings.map((saved) => (
              <li key={saved.id}>
                <details>
                  <summary>
                    <bdi>{saved.table}</bdi>: {kindWords[saved.mapping.kind].toLowerCase()}
                    {saved.mapping.table !== undefined && ' (files of this name only)'}
                  </summary>
                  <Meanings mapping={saved.mapping} />
                </details>
                <p className="quiet">
                  <bdi>{saved.by.name}</bdi>, <DeskTime at={saved.by.at} timeZone={timeZone} />
                </p>
                {mayChange && (
                  <PostButton
                    path={`/office/api/settings/${officeId}/mappings/${saved.id}/remove/`}
                    label="Forget it"
                    of={saved.table}
                    kind="plain"
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Meanings({ mapping: { columns, header } }: Pick<SavedMapping, 'mapping'>) {
  const fields = (Object.keys(fieldWords) as (keyof typeof fieldWords)[]).filter(
    (field) => columns[field] !== undefined,
  );
  return (
    <dl className="facts">
      {fields.map((field) => (
        <div key={field}>
          <dt>
            <bdi>{columnName(header, columns[field] ?? 0)}</bdi>
          </dt>
          <dd>{fieldWords[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
