// Owns what a draft is: election, files, who made it. Names of files are text.

import type { Draft } from '@/lib/office/drafts/draft';
import { electionDay } from '@/lib/view/desk-time';
import { DeskTime } from './desk-time';

/** `<DraftFacts draft={draft} timeZone="America/Chicago" />` */
export function DraftFacts({ draft, timeZone }: { readonly draft: Draft; readonly timeZone: string }) {
  const { author, files, checked, basis, partOf } = draft;
  return (
    <dl className="facts">
      {checked?.electionName != null && (
        <>
          <dt>Election</dt>
          <dd>
            <bdi>{checked.electionName}</bdi>, {electionDay(checked.electionDate ?? '')}
          </dd>
        </>
      )}
      {checked?.singleNumberBeatsRange === true && (
        <>
          <dt>Declared</dt>
          <dd>A number that stands alone on the list beats a range that holds it.</dd>
        </>
      )}
      <dt>Made by</dt>
      <dd>
        <bdi>{author.name}</bdi>
        {author.kind === 'token' && ' (upload token)'}, <DeskTime at={author.at} timeZone={timeZone} />
      </dd>
      <dt>{basis || partOf ? 'Made from' : 'Files'}</dt>
      <dd>
        {partOf && 'This office’s part of the file that the state has uploaded.'}
        {basis && (
          <>
            The places of <bdi>{basis.electionName}</bdi>. Early voting is not among them.
          </>
        )}
        {!basis && !partOf && (
          <details>
            <summary>{files.length === 1 ? 'One file' : `${files.length} files`}</summary>
            <ul className="upload-files">
              {files.map(({ id, name, sizeBytes }) => (
                <li key={id}>
                  <bdi>{name}</bdi>{' '}
                  <span className="quiet">{Math.ceil(sizeBytes / 1000).toLocaleString('en-US')} KB</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
    </dl>
  );
}
