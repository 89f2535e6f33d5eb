// Owns entries of the audit as a table. Whatever a name or a detail holds is text here.

import type { AuditEntry } from '@/lib/office/audit/entry';
import { actionText, detailsText } from './audit-words';
import { DeskTime } from './desk-time';
import { TableScroll } from './table-scroll';

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly timeZone: string;
  /** Names of offices by their ids. */
  readonly officeNames: ReadonlyMap<string, string>;
  /** The address of this page for one person's entries. */
  readonly hrefOfPerson: (actorId: string) => string;
}

/** The latest first. */
export function AuditTable({ entries, timeZone, officeNames, hrefOfPerson }: AuditTableProps) {
  return (
    <TableScroll label="Audit">
      <table className="desk-table audit-table">
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Office</th>
            <th scope="col">More</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ number, at, actor, action, officeId, details, hash }) => (
            <tr key={number}>
              <td className="number" title={`hash ${hash}`}>
                {number}
              </td>
              <td className="no-wrap">
                <DeskTime at={at} timeZone={timeZone} />
              </td>
              <td>
                <a href={hrefOfPerson(actor.id)}>
                  <bdi>{actor.name}</bdi>
                </a>
                {actor.kind !== 'person' && <span className="quiet"> ({actor.kind})</span>}
              </td>
              <td className="no-wrap">{actionText(action)}</td>
              <td>
                <bdi>{officeId === null ? '' : (officeNames.get(officeId) ?? officeId)}</bdi>
              </td>
              <td className="from-file">{detailsText(details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
