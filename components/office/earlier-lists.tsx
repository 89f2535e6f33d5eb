// Owns the lists that an office could go back to, for each election: which they were, and the way to ask for one.

import type { OfficeChoice } from '@/lib/office/publish/choice';
import { electionDay } from '@/lib/view/desk-time';
import { DeskTime } from './desk-time';
import { TableScroll } from './table-scroll';

interface EarlierListsProps {
  readonly choice: OfficeChoice;
  readonly timeZone: string;
  readonly mayAsk: boolean;
}

/** One election: what is live, then what was before it. */
export function EarlierLists({ choice, timeZone, mayAsk }: EarlierListsProps) {
  const { officeId, electionId, electionName, electionDate, current, previous } = choice;
  const back = (dataset: string) =>
    `/office/${officeId}/history/back/?${new URLSearchParams({ election: electionId, to: dataset })}`;
  const file = (dataset: string) =>
    `/office/api/lists/${officeId}/export/?${new URLSearchParams({ election: electionId, list: dataset })}`;
  const rows = [...(current === null ? [] : [{ list: current, isLive: true }]), ...previous.map(asEarlier)];
  return (
    <>
      <h3>
        <bdi>{electionName}</bdi>, {electionDay(electionDate)}
      </h3>
      <TableScroll label={`Lists of ${electionName}`}>
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">List</th>
              <th scope="col">
                <span className="visually-hidden">Go back</span>
              </th>
              <th scope="col">Approved by</th>
              <th scope="col" className="number">
                Address ranges
              </th>
              <th scope="col" className="number">
                Polling places
              </th>
              <th scope="col">VIP 6.0</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ list, isLive }) => (
              <tr key={`${list.at}-${list.dataset}`}>
                <th scope="row">
                  {isLive ? 'Live since ' : 'Went live '}
                  <DeskTime at={list.at} timeZone={timeZone} />
                </th>
                <td className="no-wrap">
                  {isLive && mayAsk && <a href={back('none')}>Take this list down</a>}
                  {!isLive && mayAsk && <a href={back(list.dataset)}>Go back to this</a>}
                </td>
                <td>
                  <bdi>{list.approvedBy}</bdi>
                </td>
                <td className="number">{list.segments.toLocaleString('en-US')}</td>
                <td className="number">{list.pollingLocations.toLocaleString('en-US')}</td>
                <td className="no-wrap">
                  <a href={file(list.dataset)} download>
                    Download
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

function asEarlier(list: OfficeChoice['previous'][number]) {
  return { list, isLive: false };
}
