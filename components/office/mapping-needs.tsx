// Owns what is still needed of a table before it can be read, said as one goes.

import type { TableKind } from '@/lib/ingest/mapping/table-mapping';

/** `<MappingNeeds kind="ranges" needs={['Say which column holds the street.']} />` */
export function MappingNeeds({
  kind,
  needs,
}: {
  readonly kind: TableKind;
  readonly needs: readonly string[];
}) {
  return (
    <div
      className={needs.length > 0 ? 'mapping-needs mapping-needs-open' : 'mapping-needs'}
      role="status"
      // The button leads here where something is still needed.
      tabIndex={-1}
    >
      {needs.length > 0 ? (
        <>
          <p className="mapping-needs-heading">Still needed</p>
          <ul>
            {needs.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{kind === 'ignored' ? 'This table will be left out.' : 'This table can be read.'}</p>
      )}
    </div>
  );
}
