// Owns the list of who works here, as a table. Names are text, whatever is in them.

import type { Person } from '@/lib/office/accounts/people';
import { DeskTime } from './desk-time';
import { roleWords } from './role-words';
import { TableScroll } from './table-scroll';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly timeZone: string;
  /** Whether each name leads to that person's page: for the state's people. */
  readonly hasPages: boolean;
}

/** One row a person. */
export function PeopleTable({ people, timeZone, hasPages }: PeopleTableProps) {
  return (
    <TableScroll label="People">
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Office</th>
            <th scope="col" className="number">
              Passkeys
            </th>
            <th scope="col">Last sign-in</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ account, officeName, passkeys }) => (
            <tr key={account.id}>
              <th scope="row">
                {hasPages ? (
                  <a href={`/office/people/${account.id}/`}>
                    <bdi>{account.name}</bdi>
                  </a>
                ) : (
                  <bdi>{account.name}</bdi>
                )}
                {account.disabledAt !== null && <span className="quiet"> (disabled)</span>}
              </th>
              <td>{roleWords[account.role].name}</td>
              <td>
                <bdi>{officeName ?? 'State'}</bdi>
              </td>
              <td className="number">{passkeys}</td>
              <td className="no-wrap">
                {account.lastSignInAt === null ? (
                  'Never'
                ) : (
                  <DeskTime at={account.lastSignInAt} timeZone={timeZone} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
