// Owns the table of releases: who, what, when, how much changed, and links to what was published.

import type { HistoryEntry } from '@/lib/office/publish/release-record';
import { DeskTime } from './desk-time';
import { TableScroll } from './table-scroll';

interface HistoryTableProps {
  readonly officeId: string;
  readonly entries: readonly HistoryEntry[];
  readonly timeZone: string;
}

/** Releases that this office was the cause of, the latest first. */
export function HistoryTable({ officeId, entries, timeZone }: HistoryTableProps) {
  return (
    <TableScroll label="Releases">
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Asked by</th>
            <th scope="col">Approved by</th>
            <th scope="col" className="number">
              Address ranges
            </th>
            <th scope="col">New in the release</th>
            <th scope="col">Release</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <HistoryRow key={entry.sequence} officeId={officeId} entry={entry} timeZone={timeZone} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface HistoryRowProps {
  readonly officeId: string;
  readonly entry: HistoryEntry;
  readonly timeZone: string;
}

function HistoryRow({ officeId, entry, timeZone }: HistoryRowProps) {
  const { at, kind, electionName, draftId, requestedBy, approvedBy, segments, sequence, root } = entry;
  const draft = `/office/${officeId}/drafts/${draftId}/`;
  const isOwn = draftId !== null && kind !== 'notices' && entry.officeId === officeId;
  return (
    <tr id={`release-${sequence}`}>
      <td className="no-wrap">
        <DeskTime at={at} timeZone={timeZone} />
      </td>
      <td className="from-file">
        {isOwn ? <a href={draft}>{kindText[kind]}</a> : kindText[kind]}
        {electionName !== null && kind !== 'notices' && (
          <>
            {': '}
            <bdi>{electionName}</bdi>
          </>
        )}
      </td>
      <td>
        <bdi>{requestedBy.name}</bdi>
      </td>
      <td>
        <bdi>{approvedBy.name}</bdi>
      </td>
      <td className="number">{segments === null || kind === 'notices' ? '–' : rangesText(segments)}</td>
      <td className="no-wrap">{sizeText(entry)}</td>
      <td>
        <a href={`/v1/objects/${root}.json`} title={`First file of this release: ${root}`}>
          {sequence}
        </a>
      </td>
    </tr>
  );
}

const kindText: Readonly<Record<HistoryEntry['kind'], string>> = {
  draft: 'New list',
  drafts: 'New lists of several offices',
  rollback: 'Earlier list again',
  takeBack: 'List taken back',
  notices: 'Late change',
  claim: 'Decision of the state',
};

const number = (value: number): string => value.toLocaleString('en-US');

/** `2,998 → 3,004 (+6)` */
function rangesText({ before, after }: { readonly before: number; readonly after: number }): string {
  if (before === after) return number(after);
  const change = after - before;
  return `${number(before)} → ${number(after)} (${change > 0 ? '+' : '−'}${number(Math.abs(change))})`;
}

/** `14 files, 5 plain pages, 83 KB` */
function sizeText({ size: { objects, bytes, pages } }: HistoryEntry): string {
  const files = `${number(objects)} ${objects === 1 ? 'file' : 'files'}`;
  return `${files}, ${number(pages)} plain ${pages === 1 ? 'page' : 'pages'}, ${number(Math.ceil(bytes / 1000))} KB`;
}
