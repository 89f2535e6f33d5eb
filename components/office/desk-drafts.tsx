// Owns the list of drafts on a desk: which there are, where each stands, who made it.

import type { Draft } from '@/lib/office/drafts/draft';
import { DeskTime } from './desk-time';
import { draftStateText } from './draft-steps';
import { TableScroll } from './table-scroll';

interface DeskDraftsProps {
  readonly officeId: string;
  readonly drafts: readonly Draft[];
  readonly timeZone: string;
  readonly mayUpload: boolean;
}

/** The section "Drafts". */
export function DeskDrafts({ officeId, drafts, timeZone, mayUpload }: DeskDraftsProps) {
  return (
    <section className="desk-section" aria-labelledby="drafts">
      <h2 id="drafts">Drafts</h2>
      {drafts.length === 0 ? (
        <p>No file is under way.</p>
      ) : (
        <TableScroll label="Drafts">
          <table className="desk-table">
            <thead>
              <tr>
                <th scope="col">Draft</th>
                <th scope="col">Where it stands</th>
                <th scope="col">Made by</th>
                <th scope="col">When</th>
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft) => (
                <tr key={draft.id}>
                  <th scope="row" className="from-file">
                    <a href={`/office/${officeId}/drafts/${draft.id}/`}>
                      <bdi>{draft.title}</bdi>
                    </a>
                  </th>
                  <td className="no-wrap">{draftStateText(draft)}</td>
                  <td>
                    <bdi>{draft.author.name}</bdi>
                  </td>
                  <td className="no-wrap">
                    <DeskTime at={draft.author.at} timeZone={timeZone} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {mayUpload && (
        <p>
          <a className="usa-button usa-button--outline" href={`/office/${officeId}/drafts/new/`}>
            Upload a file
          </a>
        </p>
      )}
    </section>
  );
}
