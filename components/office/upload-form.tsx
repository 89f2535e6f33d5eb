'use client';
// Owns the way from files on a computer to a draft: choose, see what is in them, send. Goes on where an upload stopped. Nothing
// is sent before the button is pressed.

import { useState } from 'react';
import type { OfficeReading } from '@/lib/ingest/office-reading';
import { MOST_FILES } from '@/lib/office-client/chunks';
import type { HowFar } from '@/lib/office-client/worker-messages';
import { Alert } from './alert';
import { DeedProblem } from './deed-problem';
import { UploadDrop } from './upload-drop';
import { type ElectionFields, UploadElection } from './upload-election';
import { UploadFound } from './upload-found';
import { UploadProgress } from './upload-progress';
import { useLocalCheck } from './use-local-check';
import { useUpload } from './use-upload';

interface UploadFormProps {
  readonly reading: OfficeReading;
  /** Elections to choose instead of typing one. */
  readonly elections: readonly ElectionFields[];
  readonly maxMegabytes: number;
  /** The upload that is gone on with; null: a new one. */
  readonly draftId: string | null;
}

/** The whole form. Not there without script: a browser without it cannot cut and hash files. */
export function UploadForm(props: UploadFormProps) {
  const { reading, elections, maxMegabytes, draftId } = props;
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const [election, setElection] = useState({ name: '', date: '' });
  const declared = election.name.trim() !== '' && election.date !== '' ? election : null;
  const isTooMany = files !== null && files.length > MOST_FILES;
  const checked = isTooMany ? null : files;
  const checking = useLocalCheck({ reading, files: checked, election: declared });
  const upload = useUpload({ officeId: reading.office.id, draftId });
  const tooLarge = files?.find(({ size }) => size > maxMegabytes * 1_048_576);
  const needsElection = checking.check?.lacksElection === true;
  const [isAsked, setAsked] = useState(false);
  const isMissing = needsElection && declared === null;
  const start = (chosen: readonly File[]) => {
    setAsked(isMissing);
    if (!isMissing) void upload.start(chosen, declared, titleOf(checking.check?.election?.name, chosen));
  };
  return (
    <div className="upload needs-script">
      <UploadDrop maxMegabytes={maxMegabytes} isBusy={upload.step !== null} onFiles={setFiles} />
      {files?.length === 0 && (
        <Alert kind="warning" heading="There is no file in what you chose" isNew>
          <p>Choose the files themselves, or a folder that holds them.</p>
        </Alert>
      )}
      {tooLarge !== undefined && (
        <Alert kind="error" heading={`${tooLarge.name} is too large`} isNew>
          <p>A file may have {maxMegabytes} MB. Send it as a zip file, or divide it by county.</p>
        </Alert>
      )}
      {isTooMany && (
        <Alert kind="error" heading={`These are ${files.length.toLocaleString('en-US')} files`} isNew>
          <p>
            At most {MOST_FILES} can be uploaded at once. Put the folder into one zip file, which counts as
            one, and upload that.
          </p>
        </Alert>
      )}
      {files !== null && files.length > 0 && !isTooMany && tooLarge === undefined && (
        <>
          <FileList files={files} />
          {checking.far !== null && <UploadProgress text={readingText(checking.far)} part={null} />}
          {checking.check !== null && <UploadFound check={checking.check} />}
          <UploadElection
            value={election}
            known={elections}
            isOpen={needsElection || election.name !== '' || election.date !== ''}
            onChange={setElection}
          />
          {isAsked && isMissing && (
            <Alert kind="error" heading="Which election is this for?" isNew>
              <p>Your files do not say it. Choose it above, or write its name and its day.</p>
            </Alert>
          )}
          {upload.step === null ? (
            <button
              type="button"
              className="usa-button"
              disabled={checking.far !== null}
              onClick={() => start(files)}
            >
              {draftId === null ? 'Upload and check' : 'Go on with the upload'}
            </button>
          ) : (
            <UploadProgress {...upload.step} />
          )}
        </>
      )}
      <DeedProblem problem={upload.problem} />
    </div>
  );
}

/** A long file is looked through before its first row is read, some of it several times. */
function readingText({ rows, bytes }: HowFar): string {
  if (rows > 0) return `Reading row ${rows.toLocaleString('en-US')} on your computer`;
  return bytes === 0
    ? 'Reading on your computer'
    : `Reading on your computer: looked through ${Math.round(bytes / 1_000_000)} MB so far`;
}

function titleOf(election: string | undefined, files: readonly File[]): string {
  return (election ?? files.map(({ name }) => name).join(', ')).slice(0, 200);
}

function FileList({ files }: { readonly files: readonly File[] }) {
  return (
    <ul className="upload-files">
      {files.map(({ name, size }) => (
        <li key={name}>
          <bdi>{name}</bdi> <span className="quiet">{sizeText(size)}</span>
        </li>
      ))}
    </ul>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
