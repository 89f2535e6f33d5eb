// Owns the state's view of all offices: one row each, with what it lacks and what waits.

import type { Desk } from '@/lib/office/offices/desk';
import { electionDay, officeTimeZone } from '@/lib/view/desk-time';
import { DeskTime } from './desk-time';
import { TableScroll } from './table-scroll';

interface OfficeListProps {
  readonly desks: readonly Desk[];
  /** Office id -> how many things wait there for a decision of the person who looks. */
  readonly toDecide: ReadonlyMap<string, number>;
}

/** A table of offices, those first where something waits. */
export function OfficeList({ desks, toDecide }: OfficeListProps) {
  const waits = (desk: Desk) => toDecide.get(desk.office.id) ?? 0;
  const sorted = [...desks].sort((a, b) => waits(b) - waits(a) || (a.office.name < b.office.name ? -1 : 1));
  return (
    <TableScroll label="Offices" isTall>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">Office</th>
            <th scope="col">To decide</th>
            <th scope="col">What is live</th>
            <th scope="col">Live since</th>
            <th scope="col">Under way</th>
            <th scope="col">Phone</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((desk) => (
            <OfficeRow key={desk.office.id} desk={desk} waits={waits(desk)} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function OfficeRow({ desk, waits }: { readonly desk: Desk; readonly waits: number }) {
  const { office, live } = desk;
  const next = live[0];
  const since = next?.current?.at;
  return (
    <tr>
      <th scope="row">
        <a href={`/office/${office.id}/`}>
          <bdi>{office.name}</bdi>
        </a>
      </th>
      <td>{waits === 0 ? '–' : waits}</td>
      <td>
        {next === undefined ? (
          'Nothing'
        ) : (
          <bdi>{`${next.electionName}, ${electionDay(next.electionDate)}`}</bdi>
        )}
      </td>
      <td className="no-wrap">
        {since === undefined ? '–' : <DeskTime at={since} timeZone={officeTimeZone(office)} />}
      </td>
      <td>{underWay(desk)}</td>
      <td>{phoneText(desk)}</td>
    </tr>
  );
}

function underWay({ drafts, notices, jobs, rollbacks }: Desk): string {
  const submitted = drafts.filter(({ state }) => state === 'submitted').length;
  const live = notices.filter(({ state }) => state === 'live').length;
  const parts = [
    jobs.some(({ state }) => state === 'failed') && 'publishing stopped',
    jobs.some(({ state }) => state === 'running') && 'publishing',
    submitted > 0 && counted(submitted, 'draft to approve', 'drafts to approve'),
    drafts.length > submitted && counted(drafts.length - submitted, 'draft', 'drafts'),
    live > 0 && counted(live, 'late change', 'late changes'),
    rollbacks.length > 0 && 'asks to go back',
  ].filter((part) => part !== false);
  return parts.length === 0 ? '–' : parts.join(', ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function phoneText({ office: { phone } }: Desk): string {
  if (phone === null) return 'None';
  return phone.confirmed === null ? 'Not confirmed' : phone.number;
}
